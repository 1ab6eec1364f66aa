import { fingerNames } from '../../../../src/decoder/prosthesis/grip.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { degreesOfFreedom } from '../../../../src/ground/movement/degree-of-freedom.js';
import { jointLimits } from '../../../../src/decoder/prosthesis/joint-limits.js';
import { prosthesisFields } from '../../../../src/decoder/prosthesis/prosthesis-fields.js';
import { Prosthesis } from '../../../../src/decoder/prosthesis/prosthesis.js';
import { ConfigError } from '../../../../src/ground/signal/errors.js';
import { defaultsOf, parseFields } from '../../../../src/ground/signal/parse-fields.js';

const spec = defaultsOf(prosthesisFields);
const dofs = degreesOfFreedom.map(({ id }) => id);

describe('Prosthesis', () => {
  it('keeps every joint within its range, speed and acceleration, whatever it is told', () => {
    const command = fc.record(Object.fromEntries(dofs.map((dof) => [dof, fc.double({ min: -3, max: 3 })])));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(command, fc.double({ min: 0.001, max: 0.5, noNaN: true })), { maxLength: 60 }),
        (steps) => {
          const prosthesis = new Prosthesis(spec);
          let before = prosthesis.state;
          for (const [velocities, dt] of steps) {
            const state = prosthesis.step({ velocities }, dt);
            for (const dof of dofs) {
              const { min, max, maxSpeed, maxAcceleration } = jointLimits(spec.joints, dof);
              const [position, velocity] = [state.positions[dof] ?? NaN, state.velocities[dof] ?? NaN];
              const [oldPosition, oldVelocity] = [
                before.positions[dof] ?? NaN,
                before.velocities[dof] ?? NaN,
              ];
              expect(position).toBeGreaterThanOrEqual(min);
              expect(position).toBeLessThanOrEqual(max);
              expect(Math.abs(velocity)).toBeLessThanOrEqual(maxSpeed * (1 + 1e-12));
              expect(Math.abs(position - oldPosition)).toBeLessThanOrEqual(maxSpeed * dt * (1 + 1e-9) + 1e-9);
              // An end stop may take all speed at once; otherwise the acceleration is bounded.
              if (position > min && position < max)
                expect(Math.abs(velocity - oldVelocity)).toBeLessThanOrEqual(
                  maxAcceleration * dt * (1 + 1e-9) + 1e-9,
                );
            }
            before = state;
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('gathers speed at its acceleration and covers the distance that takes', () => {
    const prosthesis = new Prosthesis(spec, ['hand']);
    // 100 %/s at 1000 %/s²: full speed after 0.1 s and 5 %.
    expect(prosthesis.step({ velocities: { hand: 1 } }, 0.1).positions.hand).toBeCloseTo(5, 9);
    const state = prosthesis.step({ velocities: { hand: 1 } }, 0.5);
    expect(state.positions.hand).toBeCloseTo(55, 9);
    expect(state.velocities.hand).toBeCloseTo(100, 9);
    const stopped = prosthesis.step({ velocities: {} }, 0.2);
    expect(stopped.positions.hand).toBeCloseTo(60, 9);
    expect(stopped.velocities.hand).toBe(0);
  });

  it('does not care how time is cut', () => {
    const whole = new Prosthesis(spec, ['elbow']);
    const parts = new Prosthesis(spec, ['elbow']);
    whole.step({ velocities: { elbow: 0.8 } }, 0.5);
    for (let n = 0; n < 50; n++) parts.step({ velocities: { elbow: 0.8 } }, 0.01);
    expect(parts.state.positions.elbow).toBeCloseTo(whole.state.positions.elbow ?? NaN, 9);
  });

  it('stops at the end of its range and comes back at once', () => {
    const prosthesis = new Prosthesis(spec, ['knee']);
    const bent = prosthesis.step({ velocities: { knee: 1 } }, 10);
    expect(bent).toMatchObject({ positions: { knee: 120 }, velocities: { knee: 0 } });
    expect(prosthesis.step({ velocities: { knee: -1 } }, 0.05).positions.knee).toBeLessThan(120);
  });

  it('has the joints of a limb, and fingers where there is a hand', () => {
    const arm = new Prosthesis(spec, 'arm');
    expect(arm.dofs).toEqual(['hand', 'wrist-rotation', 'wrist-flexion', 'wrist-deviation', 'elbow']);
    expect(new Prosthesis(spec, 'leg').state.fingers).toBeUndefined();
    arm.reset({ hand: 100 });
    expect(arm.state.fingers).toMatchObject({ index: 100, thumb: 80 });
    arm.update({ ...spec, grip: 'point' });
    expect(arm.step({ velocities: {} }, 1).fingers).toMatchObject({ index: 0, middle: 100 });
  });

  it('takes the grip of a movement, as fast as the hand closes, and opens out of it', () => {
    const hand = new Prosthesis(spec, ['hand']);
    hand.reset({ hand: 100 });
    const pinch = { velocities: { hand: 1 }, grip: 'pinch' } as const;
    expect(hand.step(pinch, 0.3).fingers).toMatchObject({ ring: 70, index: 75 });
    expect(hand.step(pinch, 1).fingers).toMatchObject({ ring: 10, thumb: 70 });
    const opening = hand.step({ velocities: { hand: -1 } }, 0.5);
    expect(opening.fingers?.ring).toBeCloseTo(0.1 * (opening.positions.hand ?? NaN), 9);
    expect(hand.step({ velocities: { hand: 1 } }, 5).fingers).toMatchObject({ ring: 100, thumb: 80 });
  });

  it('shows one way of the fingers however time is cut', () => {
    const [whole, parts] = [new Prosthesis(spec, ['hand']), new Prosthesis(spec, ['hand'])];
    const chuck = { velocities: { hand: 0.7 }, grip: 'tripod' } as const;
    for (let n = 0; n < 40; n++) parts.step(chuck, 0.02);
    const { fingers } = whole.step(chuck, 0.8);
    for (const name of fingerNames)
      expect(parts.state.fingers?.[name]).toBeCloseTo(fingers?.[name] ?? NaN, 9);
  });

  it('stops the fingers on what they meet, while the drive strains on', () => {
    const hand = new Prosthesis(spec, ['hand']);
    hand.stopFingers(40);
    const held = hand.step({ velocities: { hand: 1 } }, 3);
    expect(held.positions.hand).toBe(100);
    expect(held.fingers).toMatchObject({ index: 40, thumb: 32 });
    hand.stopFingers(undefined);
    expect(hand.step({ velocities: {} }, 3).fingers).toMatchObject({ index: 100 });
  });

  it('lets joints that nothing moves go back where that is wanted, and no others', () => {
    const prosthesis = new Prosthesis(spec, ['elbow', 'wrist-rotation']);
    prosthesis.reset({ elbow: 100, 'wrist-rotation': -120 });
    const still = { velocities: {} };
    expect(prosthesis.step(still, 5).positions).toEqual({ elbow: 100, 'wrist-rotation': -120 });
    prosthesis.letReturn(true);
    const bends = prosthesis.step({ velocities: { elbow: 0.05 } }, 1).positions;
    expect(bends.elbow).toBeGreaterThan(100);
    expect(bends['wrist-rotation']).toBeCloseTo(-120 + 24, 9);
    expect(prosthesis.step(still, 60).positions).toEqual({ elbow: 10, 'wrist-rotation': 0 });
  });

  it('adopts new limits, and starts where the range begins', () => {
    const prosthesis = new Prosthesis(spec, ['elbow']);
    expect(prosthesis.state.positions.elbow).toBe(10);
    prosthesis.reset({ elbow: 200 });
    expect(prosthesis.state.positions.elbow).toBe(135);
    const narrow = parseFields(prosthesisFields, { joints: { elbow: { maxDeg: 90 } } });
    prosthesis.update(narrow);
    expect(prosthesis.state.positions.elbow).toBe(90);
    prosthesis.reset();
    expect(prosthesis.state.positions.elbow).toBe(10);
  });

  it('refuses an empty range', () => {
    const empty = parseFields(prosthesisFields, { joints: { elbow: { minDeg: 90, maxDeg: 30 } } });
    expect(() => new Prosthesis(empty)).toThrow(ConfigError);
  });

  it('is not moved by what is no number', () => {
    const prosthesis = new Prosthesis(spec, ['hand']);
    expect(prosthesis.step({ velocities: { hand: NaN } }, 0.1).positions.hand).toBe(0);
  });
});
