import { describe, expect, it } from 'vitest';
import { degreesOfFreedom, dofById, type DofId } from '../../../../src/ground/movement/degree-of-freedom.js';
import { gripNames } from '../../../../src/ground/movement/grip-names.js';
import { movementIds, movementOf, movements, movementsOf } from '../../../../src/ground/movement/movement.js';

describe('movements', () => {
  it('describe every id once', () => {
    expect(movements.map((m) => m.id).sort()).toEqual([...movementIds].sort());
  });

  it('act on degrees of freedom of their own limb, each in both directions', () => {
    const seen = new Map<DofId, number>();
    for (const movement of movements)
      for (const { dof, direction } of movement.actions) {
        expect(dofById(dof).limb).toBe(movement.limb);
        seen.set(dof, (seen.get(dof) ?? 0) + direction);
      }
    expect([...seen.values()].every((sum) => sum === 0)).toBe(true);
    expect(seen.size).toBe(degreesOfFreedom.length);
  });

  it.each([
    ['Hand_Close', 'hand-close'],
    ['hand close', 'hand-close'],
    ['No_Motion', 'rest'],
    ['Wrist_Extension', 'wrist-extension'],
    ['Pronation', 'wrist-pronation'],
    ['Radial Deviation', 'radial-deviation'],
    ['Ulnar_Deviation', 'ulnar-deviation'],
    ['Power Grip', 'hand-close'],
    ['Chuck-Grip', 'chuck-grip'],
    ['Pinch Grip', 'fine-pinch'],
    ['Key Grip', 'key-grip'],
    ['Hand Rest', 'rest'],
    ['Neutral', 'rest'],
    ['Point', 'point'],
  ])('understands the class name %s', (name, id) => {
    expect(movementOf(name)?.id).toBe(id);
  });

  it('has the hand close in every grip but the usual one, and open out of it', () => {
    for (const grip of gripNames.filter((name) => name !== 'power')) {
      const ways = movements.filter((movement) => movement.grip === grip);
      expect(ways.map(({ actions }) => actions)).toEqual([
        [{ dof: 'hand', direction: 1 }],
        [{ dof: 'hand', direction: -1 }],
      ]);
    }
  });

  it('does not invent a movement', () => {
    expect(movementOf('pizza')).toBeUndefined();
    expect(movementsOf('leg')[0]?.id).toBe('rest');
    expect(movementsOf('leg').every((m) => m.limb !== 'arm')).toBe(true);
  });
});
