import { describe, expect, it } from 'vitest';
import type { JointInfo } from '../../../../src/protocol/server-messages.js';
import { ghostStep } from '../../../../web/panels/prosthesis/ghost.js';
import { commonVocabulary as words } from '../../../../src/ground/movement/vocabulary.js';

const joints: JointInfo[] = [
  { dof: 'hand', name: 'Hand', unit: '%', min: 0, max: 100, neutral: 0 },
  { dof: 'elbow', name: 'Elbow', unit: 'deg', min: 0, max: 135, neutral: 0 },
];

describe('ghost of the intent', () => {
  it('moves with the intent and stops at the joint’s end', () => {
    let ghost = { hand: 50, elbow: 60 };
    const intent = { movement: 'hand-close', strength: 1 };
    const first = ghostStep(ghost, ghost, joints, intent, 0.1, words);
    expect(first.hand).toBeGreaterThan(50);
    expect(first.elbow).toBe(60);
    for (let i = 0; i < 100; i++)
      ghost = { hand: 0, elbow: 0, ...ghostStep(ghost, ghost, joints, intent, 0.1, words) };
    expect(ghost.hand).toBe(100);
  });

  it('comes back to the limb at rest', () => {
    let ghost: Record<string, number> = { hand: 100, elbow: 0 };
    for (let i = 0; i < 100; i++)
      ghost = ghostStep(ghost, { hand: 20, elbow: 0 }, joints, { movement: 'rest', strength: 0 }, 0.1, words);
    expect(ghost.hand).toBeCloseTo(20, 2);
  });

  it('closes in the grip that is intended, and else in that of the limb', () => {
    const open = { hand: 0, elbow: 0 };
    const pinched = ghostStep(
      { hand: 100 },
      open,
      joints,
      { movement: 'fine-pinch', strength: 1 },
      0.1,
      words,
    );
    expect(pinched['finger.index']).toBeGreaterThan(7 * (pinched['finger.ring'] ?? NaN));
    const real = { hand: 50, elbow: 0, 'finger.index': 0, 'finger.middle': 50 };
    const resting = ghostStep({ hand: 100 }, real, joints, { movement: 'rest', strength: 0 }, 0.1, words);
    expect(resting['finger.index']).toBe(0);
    expect(resting['finger.middle']).toBeGreaterThan(80);
  });
});
