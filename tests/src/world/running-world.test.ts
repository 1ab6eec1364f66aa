import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jointLimits } from '../../../src/decoder/prosthesis/joint-limits.js';
import { prosthesisFields } from '../../../src/decoder/prosthesis/prosthesis-fields.js';
import { worldTasks } from '../../../src/decoder/prosthesis/world-tasks.js';
import { degreesOfFreedom, type DofId } from '../../../src/ground/movement/degree-of-freedom.js';
import { gripNames } from '../../../src/ground/movement/grip-names.js';
import { defaultsOf } from '../../../src/ground/signal/parse-fields.js';
import { RunningWorld } from '../../../src/world/running-world.js';
import type { WorldJoints, WorldSetting } from '../../../src/world/world.js';

const spec = defaultsOf(prosthesisFields);
const joints = new Map(degreesOfFreedom.map(({ id }) => [id, jointLimits(spec.joints, id)]));
const setting: WorldSetting = { joints, userMassKg: 80, loadShare: 0.5, seed: 3 };
const tasks = worldTasks.filter((task) => task !== 'none');

/** Joints on a way that is straight between multiples of 200 ms. */
function course(seconds: number): WorldJoints {
  const step = Math.floor(seconds / 0.2 + 1e-9);
  const share = seconds / 0.2 - step;
  const place = (n: number, dof: DofId): number => {
    const { min, max } = joints.get(dof) ?? { min: 0, max: 1 };
    return min + (max - min) * (((n * 37 + dof.length * 11) % 20) / 19);
  };
  const positions = Object.fromEntries(
    degreesOfFreedom.map(({ id }) => [id, place(step, id) + share * (place(step + 1, id) - place(step, id))]),
  );
  return { positions };
}

function played(world: RunningWorld, block: number, seconds = 30): unknown[] {
  const told: unknown[] = [];
  for (let index = 0; index < 1000 * seconds; index += block) {
    const end = index + block;
    told.push(...world.pass(block, end, course(end / 1000)));
    if (end % 200 === 0) told.push(world.view());
  }
  return told;
}

describe.each(tasks)('%s', (task) => {
  it('is the same for the same seed', () => {
    const [once, again] = [0, 1].map(() => played(new RunningWorld(task, setting, 1000), 20));
    expect(once).toEqual(again);
  });

  it('is the same in blocks of any length', () => {
    const near = (told: unknown[]): string =>
      JSON.stringify(told, (_, value: unknown) =>
        typeof value === 'number' ? Math.round(value * 1e6) / 1e6 : value,
      );
    const short = near(played(new RunningWorld(task, setting, 1000), 10));
    for (const block of [20, 40, 100]) {
      const world = new RunningWorld(task, setting, 1000);
      // The first block has no way that leads to it.
      world.pass(0, 0, course(0));
      expect(near(played(world, block))).toBe(short);
    }
  });

  it('stays whole whatever the prosthesis does', () => {
    const grip = fc.constantFrom(...gripNames);
    const move = fc.record({
      at: fc.dictionary(fc.constantFrom(...joints.keys()), fc.double({ min: 0, max: 1, noNaN: true })),
      grip,
      blocks: fc.integer({ min: 1, max: 60 }),
    });
    fc.assert(
      fc.property(fc.array(move, { maxLength: 40 }), (moves) => {
        const world = new RunningWorld(task, setting, 1000);
        const { length } = world.view().things;
        const positions: Partial<Record<DofId, number>> = { ...course(0).positions };
        let index = 0;
        let done = 0;
        for (const { at, grip: taken, blocks } of moves) {
          for (const [dof, { min, max }] of joints)
            if (at[dof] !== undefined) positions[dof] = min + at[dof] * (max - min);
          for (let n = 0; n < blocks; n++) {
            index += 20;
            const contacts = world.pass(20, index, { positions: { ...positions }, grip: taken });
            for (const { strength } of contacts) {
              expect(strength).toBeGreaterThanOrEqual(0);
              expect(strength).toBeLessThanOrEqual(1);
            }
          }
          const view = world.view();
          expect(JSON.stringify(view)).not.toMatch(/NaN|Infinity/);
          const numbers = [
            view.gripN,
            ...Object.values(view.stance ?? {}),
            ...Object.values(view.wrist ?? {}),
          ];
          for (const value of numbers)
            if (typeof value === 'number') expect(value).toSatisfy(Number.isFinite);
          if (task === 'cup') expect(view.things).toHaveLength(length);
          expect(view.things.filter(({ held }) => held).length).toBeLessThanOrEqual(1);
          for (const thing of view.things) expect(thing.yMm).toBeGreaterThanOrEqual(0);
          if (view.stance) {
            expect(view.stance.rise).toBeGreaterThanOrEqual(0);
            expect(view.stance.rise).toBeLessThanOrEqual(1);
            expect(view.stance.loadKg).toBeLessThanOrEqual(view.stance.bodyKg);
          }
          expect(view.score.done).toBeGreaterThanOrEqual(task === 'blocks' ? 0 : done);
          done = view.score.done;
          world.wish();
        }
      }),
      { numRuns: 25 },
    );
  });
});
