import { expect, it } from 'vitest';
import { IntentScript } from '../../../src/body/intent/intent-script.js';
import { createPlan, phaseOf } from '../../../src/decoder/calibration/calibration-plan.js';
import type { CalibrationSpec } from '../../../src/decoder/calibration/calibration-fields.js';
import { calibrationScenario, recordCalibration } from '../../../src/patient/calibrate.js';
import { presetByName } from '../../../src/scenario/presets/index.js';
import { smallScenario } from '../../support/small-scenario.js';

const short = { movements: ['rest', 'knee-flexion'] as const, repetitions: 2, holdMs: 400, restMs: 300 };

/** A small person whose calibration is short. */
const personWith = (calibration: Partial<CalibrationSpec>) =>
  smallScenario({ calibration: { ...short, rampMs: 200, countdownMs: 100, ...calibration } });

it.each([
  ['ramps', { style: 'ramp-and-hold' }],
  ['ramps of next to nothing', { rampMs: 7.3, countdownMs: 0.4 }],
  ['no ramps', { rampMs: 0, restMs: 0 }],
  ['holds only', { style: 'hold', countdownMs: 0 }],
] as const)('the scripted person is asked for just what the plan says: %s', (_, calibration) => {
  const scenario = { ...personWith(calibration), sampleRateHz: 1111 };
  const { intent, seed, sampleRateHz } = calibrationScenario(scenario);
  const trials = new IntentScript(intent, seed, sampleRateHz).trials();
  const plan = createPlan(scenario.calibration, sampleRateHz);
  expect(trials.map(({ movement, repetition }) => [movement, repetition])).toEqual(
    plan.map(({ movement, repetition }) => [movement, repetition]),
  );
  expect(trials.map(({ holdStart: start, holdEnd: end }) => ({ start, end }))).toEqual(
    plan.map((prompt) => phaseOf(prompt, 'hold')),
  );
});

it('records what is learned from, in every style', () => {
  const lengths = (calibration: Partial<CalibrationSpec>) =>
    recordCalibration(personWith(calibration)).map(({ label, signal }) => [
      label,
      (1000 * signal.length) / signal.sampleRateHz,
    ]);
  const twice = (rest: number, flexion: number) => [
    ['rest', rest],
    ['knee-flexion', flexion],
    ['rest', rest],
    ['knee-flexion', flexion],
  ];
  expect(lengths({ reactionMs: 100 })).toEqual(twice(300, 600));
  expect(lengths({ rampMs: 0, reactionMs: 100 })).toEqual(twice(300, 300));
  expect(lengths({ style: 'hold', reactionMs: 150 })).toEqual(twice(250, 250));
  expect(lengths({ style: 'free' })).toEqual(twice(400, 400));
});

it('records a contraction that rises at once, within its hold', () => {
  const scenario = personWith({ style: 'hold', reactionMs: 200, strengthPercent: 80 });
  const [rest, flexion] = recordCalibration(scenario).map(({ signal }) => energyOf(signal.data));
  expect(flexion).toBeGreaterThan(2 * rest);
});

it('keeps the default of what is learned from: from mid-rise to mid-fall', () => {
  const { calibration, sampleRateHz } = presetByName('transhumeral-tmr');
  expect(calibration).toMatchObject({ style: 'ramp-and-hold', learnFromRamp: true });
  const [, second] = createPlan(calibration, sampleRateHz);
  const { start = 0 } = phaseOf(second, 'ramp-up') ?? {};
  expect(start).toBe(second.start + (calibration.countdownMs * sampleRateHz) / 1000);
});

function energyOf(data: Float32Array): number {
  return data.reduce((sum, value) => sum + value * value, 0) / data.length;
}
