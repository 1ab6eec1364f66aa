import { expect, it } from 'vitest';
import { resolveAnatomy } from '../../../src/body/anatomy/resolve-anatomy.js';
import { deriveTemplates } from '../../../src/body/conductor/derive-templates.js';
import { exactUser } from '../../../src/body/intent/exact-user.js';
import { individual } from '../../../src/body/person/individual.js';
import { createPool } from '../../../src/body/physiology/motor-unit-pool.js';
import { Synthesizer } from '../../../src/body/synthesis/synthesizer.js';
import { perSample } from '../../../src/body/synthesis/truth.js';
import { musclePowers } from '../../../src/patient/crosstalk.js';
import { smallBody } from '../body/synthesis/small-body.js';

/** Written down before anything was measured: largest difference of a share. */
const TOLERANCE = 0.06;

// Neighbours, so that the channel between them hears both.
const body = smallBody({
  muscles: [
    { name: 'flexor', angleDeg: 0, widthDeg: 60, unitCount: 40, drives: { 'elbow-flexion': 1 } },
    { name: 'extensor', angleDeg: 80, widthDeg: 60, unitCount: 40, drives: { 'elbow-extension': 1 } },
  ],
  intent: { ...exactUser },
});
const { anatomy, units, sampleRateHz, seed } = new Synthesizer(body).templateRequest();
const bank = deriveTemplates(anatomy, units, sampleRateHz, seed);

/** Mean square of the clean signal on each channel while one muscle works alone, and its mean excitation. */
function alone(movement: string, muscle: number): { powers: number[]; excitation: number } {
  const synthesizer = new Synthesizer(body, { templates: bank });
  synthesizer.intend([{ movement, strength: 0.4 }]);
  const rate = synthesizer.sampleRateHz;
  synthesizer.next(2 * rate);
  const { truth } = synthesizer.next(20 * rate);
  const length = 20 * rate;
  const powers = Array.from({ length: synthesizer.channels }, (_, c) =>
    truth.clean.subarray(c * length, (c + 1) * length).reduce((sum, v) => sum + (v * v) / length, 0),
  );
  const excitation = perSample(truth, truth.steps.excitation)
    .subarray(muscle * length, (muscle + 1) * length)
    .reduce((sum, e) => sum + e / length, 0);
  return { powers, excitation };
}

it('tells of each channel what the muscles, each alone, make on it', () => {
  const person = individual(body);
  const pools = resolveAnatomy(person).muscles.map((muscle) =>
    createPool(person.motorUnits, muscle, person.anatomySeed),
  );
  const runs = [alone('elbow-flexion', 0), alone('elbow-extension', 1)];
  const told = musclePowers(
    bank,
    pools,
    runs.map(({ excitation }) => excitation),
  );
  const share = (a = 0, b = 0): number => a / (a + b);
  const measured = told.map((_, c) => share(runs[0]?.powers[c], runs[1]?.powers[c]));
  told.forEach((of, c) =>
    expect(Math.abs(share(...of) - (measured[c] ?? NaN)), `channel ${c}`).toBeLessThan(TOLERANCE),
  );
  // The channels do not all hear the same.
  expect(Math.max(...measured) - Math.min(...measured)).toBeGreaterThan(0.5);
});
