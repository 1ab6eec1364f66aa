import { describe, expect, it } from 'vitest';
import { thingAt } from '../../../../src/world/things.js';
import { armScene } from '../../../../web/panels/prosthesis/arm-scene.js';
import type { FigureInput } from '../../../../web/panels/prosthesis/figure-scene.js';
import { middleOf, type Solid } from '../../../../web/panels/prosthesis/solid.js';
import { thingFrame, waterIn } from '../../../../web/panels/prosthesis/table-solids.js';
import { length, minus, place } from '../../../../web/panels/prosthesis/space.js';
import { worldWith } from './world-with.js';

const positions = { hand: 40, elbow: 90 };
const seen: FigureInput = { positions, ghost: positions, ownElbow: false, carrier: 'stem' };
const named = (solids: readonly Solid[], id: string): Solid | undefined =>
  solids.find((solid) => solid.id === id);

describe('scene of an arm', () => {
  it('has a pressed-in stem on a person, or a socket, and a table only where there is a task', () => {
    const bare = armScene(seen);
    expect(named(bare.back, 'bust')).toBeDefined();
    expect(named(bare.back, 'table')).toBeUndefined();
    expect(named(bare.solids, 'stem')?.look).toBe('stem');
    const socket = armScene({ ...seen, carrier: 'socket' });
    expect(named(socket.solids, 'stem')).toBeUndefined();
    expect(named(socket.solids, 'socket')).toBeDefined();
    const whole = armScene({ ...seen, ownElbow: true, carrier: 'whole' });
    expect(whole.solids.map(({ id }) => id)).not.toContain('stump');
    expect(named(whole.solids, 'own-forearm')).toBeDefined();
    expect(named(armScene({ ...seen, world: worldWith({}) }).back, 'table')).toBeDefined();
  });

  it('has the middle of the hand where the cup stands, however the wrist is turned', () => {
    const cup = { ...thingAt('cup', 0, 330), held: true, squeeze: 0.3 };
    for (const turn of [-60, 0, 45]) {
      const now = { ...positions, 'wrist-rotation': turn };
      const { solids } = armScene({
        ...seen,
        positions: now,
        ghost: now,
        world: worldWith({ things: [cup] }),
      });
      const palm = named(solids, 'palm');
      if (!palm) throw new Error('no palm');
      expect(length(minus(place(palm.frame, [95, 51, 0]), [330, 47.5, 0]))).toBeLessThan(0.5);
    }
  });

  it('leans forward to what is far', () => {
    const trunk = (xMm: number): number => {
      const { back } = armScene({
        ...seen,
        world: worldWith({ wrist: { xMm, yMm: 100, pitchDeg: 0, handMm: 95 } }),
      });
      const bust = named(back, 'bust');
      if (!bust) throw new Error('no bust');
      return middleOf(bust)[0];
    };
    expect(trunk(450)).toBeGreaterThan(trunk(150) + 100);
  });

  it('keeps the water level, never above the rim, and loses it with the cup', () => {
    const tops = [0, 20, 34].map((leanDeg) => {
      const frame = thingFrame({ ...thingAt('cup', 0, 300), leanDeg, held: true }, 0);
      const water = waterIn(frame, 95, [30, 33, 37], false);
      const level = Math.max(...water.map(([, y]) => y));
      // Many points lie at the level: it is a plane.
      expect(water.filter(([, y]) => Math.abs(y - level) < 0.01).length).toBeGreaterThan(8);
      return level;
    });
    expect(tops[0]).toBeCloseTo(0.74 * 95, 1);
    expect(tops[2]).toBeLessThan(tops[0] ?? 0);
    const lost = { ...thingAt('cup', 0, 300), leanDeg: 90, lost: true };
    const { solids } = armScene({ ...seen, world: worldWith({ things: [lost] }) });
    expect(named(solids, 'cup-0-water')).toBeUndefined();
    expect(named(solids, 'puddle-0')).toBeDefined();
  });
});
