import { describe, expect, it } from 'vitest';
import type { Decision } from '../../../../src/decoder/decision.js';
import { commandOf, restCommand } from '../../../../src/decoder/prosthesis/command.js';

const decision = (patch: Partial<Decision> = {}): Decision => ({
  index: 400,
  windowIndex: 0,
  posterior: Float64Array.of(0.9, 0.1),
  fused: Float64Array.of(0.9, 0.1),
  predicted: 0,
  steps: Int32Array.of(0),
  smoothed: 0,
  decided: 'hand-open',
  rejected: false,
  confidence: 0.9,
  speed: 0.5,
  latencyMs: 180,
  ...patch,
});
const spec = { classMap: {} };

describe('commandOf', () => {
  it('drives the joint of the movement, in its direction, at the speed', () => {
    const command = commandOf(decision(), spec);
    expect(command).toMatchObject({ index: 400, movement: 'hand-open', confidence: 0.9, latencyMs: 180 });
    expect(command.velocities.hand).toBe(-0.5);
    expect(command.velocities.elbow).toBe(0);
  });

  it('holds still for rest, for no class, and for a class that is no movement', () => {
    for (const still of [
      commandOf(decision({ decided: 'rest', speed: 0 }), spec),
      commandOf(decision({ smoothed: -1, decided: 'rest' }), spec),
      commandOf(decision({ decided: '7' }), spec),
      restCommand(3),
    ]) {
      expect(still.movement).toBe('rest');
      expect(Object.values(still.velocities).every((velocity) => velocity === 0)).toBe(true);
    }
  });

  it('obeys the class map', () => {
    const command = commandOf(decision({ decided: '7' }), { classMap: { '7': 'knee-flexion' } });
    expect(command.movement).toBe('knee-flexion');
    expect(command.velocities.knee).toBe(0.5);
  });

  it('says in which grip the hand closes, where the movement does', () => {
    const told = commandOf(decision({ decided: 'Pinch_Grip' }), spec);
    expect(told).toMatchObject({ movement: 'fine-pinch', grip: 'pinch' });
    expect(told.velocities.hand).toBe(0.5);
    expect(commandOf(decision({ decided: 'hand-close' }), spec).grip).toBeUndefined();
    expect(commandOf(decision({ decided: 'ulnar' }), spec).velocities['wrist-deviation']).toBe(-0.5);
  });

  it('passes on the velocities of regression', () => {
    const { velocities } = commandOf(decision({ velocities: { hand: 0.3, elbow: -0.2 } }), spec);
    expect(velocities).toMatchObject({ hand: 0.3, elbow: -0.2, knee: 0 });
  });
});
