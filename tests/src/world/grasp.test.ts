import { describe, expect, it } from 'vitest';
import { ArmPoser, HAND_MM } from '../../../src/world/arm-pose.js';
import { Grasp } from '../../../src/world/grasp.js';
import { closedPercentAt, gripForce } from '../../../src/world/hand-grips.js';
import { forceToHold, natures, thingAt } from '../../../src/world/things.js';
import { noScore, type ContactKind, type Thing } from '../../../src/world/world-view.js';
import type { WorldJoints } from '../../../src/world/world.js';

const DT = 0.01;

/** A hand at a thing, moved and closed as told, a hundredth of a second at a time. */
class Bench {
  readonly felt: ContactKind[] = [];
  readonly score = noScore();
  readonly thing: Thing;
  readonly grasp: Grasp;
  height: number;
  private readonly poser = new ArmPoser();

  constructor(kind: Thing['kind'] = 'cup') {
    this.thing = thingAt(kind, 0, 300);
    this.height = this.thing.heightMm / 2;
    this.grasp = new Grasp(this.thing, this.score, ({ kind: felt }) => this.felt.push(felt));
  }

  /** Hand closed with a force; further joints as given. */
  press(forceN: number, seconds = DT, more: WorldJoints['positions'] = {}): void {
    const { touchPercent } = this.grasp;
    const hand = touchPercent + ((100 - touchPercent) * forceN) / 80;
    this.at({ positions: { hand, ...more } }, seconds);
  }

  at(joints: WorldJoints, seconds = DT): void {
    for (let t = 0; t < seconds - 1e-9; t += DT) {
      const pose = this.poser.pass(DT, { xMm: 300, yMm: this.height }, joints);
      this.grasp.pass(DT, pose, joints);
    }
  }

  /** Take it firmly and lift it. */
  lift(byMm = 100): void {
    this.press(3 * forceToHold(this.grasp.nature));
    this.height += byMm;
    this.press(3 * forceToHold(this.grasp.nature));
  }
}

const need = forceToHold(natures.cup);

it('fingers stop on the thing, and force grows from there with further closing', () => {
  const touch = closedPercentAt(natures.cup.widthMm);
  const forces = [0, 10, 20, 30].map((more) => gripForce('power', touch + more, touch));
  expect(forces[0]).toBe(0);
  forces.slice(1).forEach((force, i) => expect(force).toBeGreaterThan(forces[i] ?? Infinity));
  expect(gripForce('power', 100, touch)).toBeGreaterThan(gripForce('pinch', 100, touch));
  expect(gripForce('point', 100, touch)).toBe(0);
});

describe('a cup', () => {
  it('is touched once, then held firmly', () => {
    const bench = new Bench();
    bench.at({ positions: { hand: 10 } }, 0.1);
    expect(bench.grasp.touched).toBe(false);
    bench.press(0.3, 0.1);
    expect(bench.felt).toEqual(['touch']);
    expect(bench.grasp.held).toBe(false);
    bench.press(3 * need, 0.1);
    expect(bench.felt).toEqual(['touch', 'grasp']);
    expect(bench.thing.held).toBe(true);
  });

  it('goes up with the hand, and is put down again', () => {
    const bench = new Bench();
    bench.lift();
    expect(bench.thing.yMm).toBeCloseTo(100, 6);
    bench.height -= 100;
    bench.press(3 * need, 0.1);
    bench.at({ positions: { hand: 0 } }, 0.1);
    expect(bench.felt).toEqual(['touch', 'grasp', 'put-down']);
    expect(bench.thing).toMatchObject({ yMm: 0, lost: false, held: false });
    expect(bench.score.dropped).toBe(0);
  });

  it('stays on the table where it is held too weakly to be lifted', () => {
    const bench = new Bench();
    bench.press(0.5 * need, 0.1);
    bench.height += 60;
    bench.press(0.5 * need, 0.2);
    expect(bench.thing.yMm).toBe(0);
    expect(bench.score).toMatchObject({ slipped: 0, dropped: 0 });
  });

  it('slips where the grip is too weak, the faster the weaker, and stops where it is strong again', () => {
    const sunk = (share: number): number => {
      const bench = new Bench();
      bench.lift();
      bench.press(share * need, 0.06);
      expect(bench.felt.at(-1)).toBe(share < 1 ? 'slip' : 'grasp');
      const at = bench.thing.yMm;
      bench.press(6 * need, 0.2);
      const rested = bench.thing.yMm;
      bench.press(6 * need, 0.2);
      expect(bench.thing.yMm).toBe(rested);
      expect(bench.grasp.held).toBe(true);
      return 100 - at;
    };
    expect(sunk(1.1)).toBeCloseTo(0, 6);
    expect(sunk(0.6)).toBeGreaterThan(1);
    expect(sunk(0.2)).toBeGreaterThan(sunk(0.6));
  });

  it('falls where it is let go, as everything falls, and is lost', () => {
    const bench = new Bench();
    bench.lift(300);
    bench.at({ positions: { hand: 0 } }, 0.1);
    const fallen = 300 - bench.thing.yMm;
    expect(fallen).toBeGreaterThan(0.5 * 9810 * 0.08 * 0.08);
    expect(fallen).toBeLessThan(0.5 * 9810 * 0.11 * 0.11);
    bench.at({ positions: { hand: 0 } }, 0.5);
    expect(bench.thing).toMatchObject({ yMm: 0, lost: true });
    expect(bench.score.dropped).toBe(1);
    expect(bench.felt.filter((kind) => kind === 'drop')).toHaveLength(1);
  });

  it('is crushed by more than it bears', () => {
    const bench = new Bench();
    bench.press(0.95 * natures.cup.bearsN, 0.2);
    expect(bench.thing.lost).toBe(false);
    bench.press(1.05 * natures.cup.bearsN);
    expect(bench.thing.lost).toBe(true);
    expect(bench.score).toMatchObject({ crushed: 1, spilled: 0 });
    expect(bench.felt).toContain('spill');
  });

  it.each([
    ['wrist-rotation', 40],
    ['wrist-rotation', -40],
    ['wrist-deviation', -40],
  ] as const)('is spilled by a %s of %d degrees, and not by a third of that', (dof, deg) => {
    const bench = new Bench();
    bench.lift();
    bench.press(3 * need, 0.1, { [dof]: deg / 3 });
    expect(bench.thing.lost).toBe(false);
    expect(Math.abs(bench.thing.leanDeg)).toBeCloseTo(Math.abs(deg / 3), 6);
    bench.press(3 * need, 0.1, { [dof]: deg });
    expect(bench.thing.lost).toBe(true);
    expect(bench.score.spilled).toBe(1);
  });

  it('cannot be held by a grip that is too narrow for it', () => {
    const bench = new Bench();
    bench.at({ positions: { hand: 100 }, grip: 'pinch' }, 0.2);
    expect(bench.felt).toEqual(['touch']);
    expect(bench.grasp.forceN).toBe(0);
  });
});

it('a block is held by a pinch, falls without harm, and nothing crushes it', () => {
  const bench = new Bench('block');
  bench.at({ positions: { hand: 100 }, grip: 'pinch' }, 0.1);
  bench.height += 200;
  bench.at({ positions: { hand: 100 }, grip: 'pinch' }, 0.1);
  expect(bench.thing.yMm).toBeCloseTo(200, 6);
  bench.at({ positions: { hand: 0 } }, 0.6);
  expect(bench.thing).toMatchObject({ yMm: 0, lost: false });
});

it('an elbow is made good by the shoulder as far and as fast as that goes', () => {
  const poser = new ArmPoser();
  const wanted = { xMm: 300, yMm: 200 };
  const at = (elbow: number, seconds = DT) => {
    let pose = poser.pass(DT, wanted, { positions: { elbow } });
    for (let t = DT; t < seconds; t += DT) pose = poser.pass(DT, wanted, { positions: { elbow } });
    return pose;
  };
  expect(at(90)).toMatchObject({ pitchDeg: 0, wrist: { xMm: 300 - HAND_MM, yMm: 200 } });
  expect(at(110).pitchDeg).toBeGreaterThan(15);
  expect(at(110, 1).pitchDeg).toBe(0);
  const low = at(10, 2);
  expect(low.pitchDeg).toBe(-45);
  // Fingers do not go through the table.
  expect(low.wrist.yMm).toBeGreaterThan(185 * Math.SQRT1_2);
  const high = at(135, 2);
  expect(high.pitchDeg).toBe(10);
  expect(high.wrist.yMm).toBeGreaterThan(200);
});
