import { commonVocabulary as words } from '../../../src/ground/movement/vocabulary.js';
import { describe, expect, it } from 'vitest';
import { IntentControl, type HeldActivation } from '../../../web/data/intent-control.js';
import { keyBindings } from '../../../web/data/key-bindings.js';

function control() {
  const knows = (id: string): boolean => words.byId(id) !== undefined;
  const sent: (readonly HeldActivation[] | null)[] = [];
  return { sent, intent: new IntentControl((activations) => sent.push(activations), knows) };
}

describe('intent from keys and buttons', () => {
  it('holds, adds, lets go, and rests rather than hand back', () => {
    const { sent, intent } = control();
    intent.press('key-u', 'hand-close');
    intent.press('key-u', 'hand-close');
    intent.press('key-o', 'elbow-flexion');
    intent.release('key-u');
    intent.release('key-o');
    expect(sent.map((list) => list?.map((a) => a.movement))).toEqual([
      ['hand-close'],
      ['hand-close', 'elbow-flexion'],
      ['elbow-flexion'],
      [],
    ]);
    expect(intent.personal).toBe(true);
    intent.script();
    expect(sent.at(-1)).toBeNull();
  });

  it('counts a movement once when a key and a button hold it', () => {
    const { sent, intent } = control();
    intent.press('key-u', 'hand-close');
    intent.press('pointer', 'hand-close');
    intent.release('key-u');
    expect(sent.at(-1)).toEqual([{ movement: 'hand-close', strength: 0.4 }]);
  });

  it('follows the strength while held, within bounds, and repeats after a reconnection', () => {
    const { sent, intent } = control();
    intent.repeat();
    expect(sent).toEqual([]);
    intent.press('key-u', 'hand-close');
    intent.setStrength(3);
    intent.repeat();
    expect(sent.slice(-2)).toEqual([
      [{ movement: 'hand-close', strength: 1 }],
      [{ movement: 'hand-close', strength: 1 }],
    ]);
  });

  it('ignores what is no movement', () => {
    const { sent, intent } = control();
    intent.press('key-x', 'fly');
    expect(sent).toEqual([]);
  });
});

describe('keys', () => {
  it('gives one column to a degree of freedom, the positive direction above', () => {
    const keys = keyBindings(['rest', 'hand-open', 'hand-close', 'elbow-extension', 'elbow-flexion'], words);
    expect(Object.fromEntries(keys)).toEqual({
      'hand-close': 'u',
      'hand-open': 'j',
      'elbow-flexion': 'i',
      'elbow-extension': 'k',
    });
  });
});
