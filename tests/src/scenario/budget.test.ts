import { describe, expect, it } from 'vitest';
import { ringPositions } from '../../../src/body/anatomy/electrodes.js';
import { deriveFresh } from '../../../src/patient/workshop-tasks.js';
import { costOf, type Cost } from '../../../src/scenario/budget.js';
import { presetByName, presets } from '../../../src/scenario/presets/index.js';
import { mergeScenario, type Scenario } from '../../../src/scenario/scenario.js';
import { requireCalibration, wholeScenario } from '../../../src/scenario/whole-scenario.js';
import { smallScenario } from '../../support/small-scenario.js';

const person = presetByName('transfemoral-surface');
const changed = (patch: object): Scenario => mergeScenario(person, patch);
const check = (scenario: Scenario): Cost => {
  const anatomy = wholeScenario(scenario);
  requireCalibration(scenario, anatomy);
  return costOf(scenario, anatomy);
};
const hours = { repetitions: 20, holdMs: 20_000, rampMs: 5000, restMs: 20_000, countdownMs: 10_000 };
const grid = { positions: ringPositions(128), configuration: 'monopolar' };

describe('what a scenario costs', () => {
  it.each(presets.map(({ name }) => name))('%s is far from any limit', (name) => {
    const cost = check(presetByName(name));
    expect(cost.templateBytes).toBeLessThan(20e6);
    expect(cost.load).toBeLessThan(0.2);
    expect(cost.calibrationBytes).toBeLessThan(100e6);
    expect(cost.calibrationS).toBeLessThan(60);
  });

  it('is no less than what the templates take in the end, and no more than ten times that', () => {
    const scenario = smallScenario();
    const { templateBytes } = check(scenario);
    const { data, channels, units, length } = deriveFresh(scenario);
    expect(data.byteLength).toBeLessThanOrEqual(4 * channels * units * length);
    expect(templateBytes).toBeGreaterThanOrEqual(4 * channels * units * length);
    expect(templateBytes).toBeLessThan(40 * channels * units * length);
  });

  it.each([
    [
      'a body of all there may be',
      {
        sampleRateHz: 10_000,
        muscles: person.muscles.map((muscle) => ({ ...muscle, unitCount: 600, fibreLengthMm: 400 })),
        electrodes: grid,
      },
      'muscles',
      /\d MB and [\d.]+ s of computing per second/,
    ],
    ['a calibration of hours on a grid', { calibration: hours, electrodes: grid }, 'calibration', /\d MB/],
    [
      'a step so short that windows are told by the million',
      { calibration: hours, decoder: { windowMs: 1000, stepMs: 5, features: ['TDPSD', 'HTD', 'TDAR'] } },
      'calibration',
      /\d (MB|GB|min)/,
    ],
    [
      'a network that would learn for a day',
      {
        calibration: { repetitions: 20 },
        decoder: { stepMs: 5, classifier: 'mlp', modelOptions: { epochs: 1000, hiddenUnits: 256 } },
      },
      'calibration',
      /\d+ min of computing/,
    ],
  ])('refuses %s, with the number', (_, patch, field, message) => {
    let error: unknown;
    try {
      check(changed(patch));
    } catch (caught) {
      error = caught;
    }
    expect(error).toMatchObject({ code: 'config', field, message: expect.stringMatching(message) });
    expect(error).toHaveProperty('hint', expect.stringMatching(/Write/));
  });

  it.each([
    [{ calibration: { repetitions: 20, holdMs: 5000 } }],
    [{ electrodes: grid }],
    [{ sampleRateHz: 10_000 }],
    [{ decoder: { classifier: 'random-forest', modelOptions: { trees: 500 } } }],
    [{ decoder: { classifier: 'knn', stepMs: 25 } }],
  ])('allows %j', (patch) => {
    expect(() => check(changed(patch))).not.toThrow();
  });
});
