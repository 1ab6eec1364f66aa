import { describe, expect, it } from 'vitest';
import { calibrationScript } from '../../../../src/body/intent/calibration-script.js';
import { intentFields } from '../../../../src/body/intent/intent-fields.js';
import { IntentScript } from '../../../../src/body/intent/intent-script.js';
import { parseFields } from '../../../../src/ground/signal/parse-fields.js';

describe('calibrationScript', () => {
  const classes = ['rest', 'hand-close', 'hand-open'] as const;
  const options = { repetitions: 2, rampMs: 400, holdMs: 2000, restMs: 1000, strengthPercent: 50 };

  it('prompts each class once per repetition, then stops', () => {
    const script = new IntentScript(calibrationScript(classes, options), 1, 1000);
    const trials = script.trials();
    expect(trials.map(({ movement, repetition }) => `${movement}/${repetition}`)).toEqual([
      'rest/0',
      'hand-close/0',
      'hand-open/0',
      'rest/1',
      'hand-close/1',
      'hand-open/1',
    ]);
    expect(trials[1]).toMatchObject({ start: 4800, holdStart: 5200, holdEnd: 7200, end: 7600 });
    expect(script.at(6500)).toMatchObject({ cue: 'hand-close', movement: 'hand-close', phase: 'hold' });
    expect(script.at(script.lengthSamples + 5000).movement).toBe('rest');
  });

  it('keeps the habits of the user and is a valid description', () => {
    const user = parseFields(intentFields, {
      coContractionPercent: 12,
      style: 'random',
      strengthsPercent: [10],
    });
    const spec = calibrationScript(classes, {}, user);
    expect(spec).toMatchObject({
      coContractionPercent: 12,
      style: 'trapezoid',
      strengthsPercent: [],
      repetitions: 3,
    });
    expect(parseFields(intentFields, spec)).toEqual(spec);
  });
});
