import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { difference } from '../../../src/ground/signal/difference.js';
import { merged, patchFor, pathOf, valueAt, withoutValue } from '../../../web/data/scenario-path.js';

const scenario = {
  seed: 1,
  limb: { fatThicknessMm: 3, level: 'transhumeral' },
  electrodes: { positions: [{ angleDeg: 0 }, { angleDeg: 45 }] },
};

describe('paths into a scenario', () => {
  it('reads values, through lists too', () => {
    expect(valueAt(scenario, pathOf('limb.fatThicknessMm'))).toBe(3);
    expect(valueAt(scenario, pathOf('electrodes.positions.1.angleDeg'))).toBe(45);
    expect(valueAt(scenario, pathOf('limb.nothing.here'))).toBeUndefined();
  });

  it('patches one field and nothing beside it', () => {
    expect(patchFor(scenario, pathOf('limb.fatThicknessMm'), 9)).toEqual({ limb: { fatThicknessMm: 9 } });
  });

  it('sends a list whole, because the wire replaces lists whole', () => {
    const patch = patchFor(scenario, pathOf('electrodes.positions.1.angleDeg'), 50);
    expect(patch).toEqual({ electrodes: { positions: [{ angleDeg: 0 }, { angleDeg: 50 }] } });
    expect(scenario.electrodes.positions[1].angleDeg).toBe(45);
  });

  it('difference and merge undo each other', () => {
    const tree = fc.letrec((tie) => ({
      tree: fc.dictionary(
        fc.constantFrom('a', 'b', 'c'),
        fc.oneof({ maxDepth: 3 }, fc.integer(), fc.array(fc.integer(), { maxLength: 3 }), tie('tree')),
        { minKeys: 3, maxKeys: 3 },
      ),
    })).tree;
    fc.assert(
      fc.property(tree, tree, (from, to) => {
        const patch = difference(from, to);
        const result = patch === undefined ? from : merged(from, patch);
        // A merge can add and replace, not remove: compare what `to` names.
        expect(difference(result, to)).toBeUndefined();
      }),
    );
  });
});

it('leaves out what lies at a path, and nothing else', () => {
  const tree = { person: { number: 7, traits: { fat: 2, skill: 1 } }, seed: 1 };
  expect(withoutValue(tree, ['person', 'traits', 'fat'])).toEqual({
    person: { number: 7, traits: { skill: 1 } },
    seed: 1,
  });
  expect(withoutValue(tree, ['person', 'none', 'fat'])).toEqual(tree);
});
