import { from } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { featureNames } from '../../../src/decoder/features/feature-names.js';
import { FeatureExtractor } from '../../../src/decoder/features/feature-extractor.js';
import { features } from '../../../src/decoder/features/feature-registry.js';
import { Windower } from '../../../src/decoder/window.js';
import { createBlock } from '../../../src/ground/signal/sample-block.js';
import { RandomStream } from '../../../src/ground/signal/random.js';
import { samplesOf } from '../../../src/ground/signal/units.js';
import { calibrate } from '../../../src/patient/calibrate.js';
import { decoded } from '../../../src/pipeline/operators/decoded.js';
import { filtered } from '../../../src/pipeline/operators/filtered.js';
import { windowed } from '../../../src/pipeline/operators/windowed.js';
import { valuesAtOnce } from '../../../src/pipeline/values-at-once.js';
import { Synthesizer } from '../../../src/body/synthesis/synthesizer.js';
import { presetByName } from '../../../src/scenario/presets/index.js';
import { smallScenario } from '../../support/small-scenario.js';

const rates = [200, 250, 500, 1000, 1111.11, 1259.26, 1925.93, 2148.148, 10_000];

describe('a decoder at rates as devices have them', () => {
  it.each(rates)('learns and decides: %s Hz', (rate) => {
    const scenario = smallScenario({ sampleRateHz: rate });
    const { decoder, report } = calibrate(scenario);
    expect(report.accuracy).toBeGreaterThan(0.7);
    // A filter whose corner the rate cannot carry is left out, and that is told.
    const told = report.warnings.filter((warning) => warning.includes('low-pass at 450 Hz left out'));
    expect(told).toHaveLength(rate > 900 ? 0 : 1);
    const { signal } = new Synthesizer(scenario).next(samplesOf(3000, rate));
    const decisions = valuesAtOnce(
      from([signal]).pipe(filtered(decoder), windowed(decoder), decoded(decoder)),
    );
    const [length, step] = [samplesOf(200, rate), samplesOf(50, rate)];
    expect(decisions.map(({ index }) => index)).toEqual(
      Array.from({ length: Math.floor((signal.length - length) / step) + 1 }, (_, n) => length + n * step),
    );
  });

  it.each(rates)('cuts an hour into windows at whole multiples of the step: %s Hz', (rate) => {
    const windower = new Windower({ windowMs: 200, stepMs: 50 }, rate, 1);
    const block = createBlock(0, rate, 1, samplesOf(20, rate));
    const [length, step] = [windower.length, windower.step];
    let count = 0;
    const total = Math.floor(3600 * rate);
    for (let index = 0; index + block.length <= total; index += block.length)
      windower.push({ ...block, index }, (window) => {
        if (window.index !== count * step) throw new Error(`window ${count} at ${window.index}`);
        count++;
      });
    const given = Math.floor(total / block.length) * block.length;
    expect(count).toBe(Math.floor((given - length) / step) + 1);
    expect(windower.gaps).toBe(0);
  });

  it('takes every feature of a window of 40 samples, as 200 ms are at 200 Hz', () => {
    const random = new RandomStream(1, 'tests/rates');
    const data = Float32Array.from({ length: 80 }, () => 1e-5 * random.normal());
    const window = { index: 0, channels: 2, length: 40, sampleRateHz: 200, data };
    for (const { name } of features) {
      const extractor = new FeatureExtractor([name], {
        channels: 2,
        length: 40,
        sampleRateHz: 200,
        options: {},
      });
      const out = new Float64Array(extractor.size);
      extractor.extract(window, out);
      expect(featureNames([name], 2, { sampleRateHz: 200 }), name).toHaveLength(out.length);
      expect([...out].every(Number.isFinite), name).toBe(true);
    }
  });
});

it('the armband of 200 Hz is learned from, without a filter that it cannot have', () => {
  const scenario = presetByName('transradial-armband-200hz');
  expect(scenario.sampleRateHz).toBe(200);
  const { report } = calibrate(scenario);
  expect(report.warnings).toEqual([]);
  // Seven movements by less than half of the band; by chance it would be 0.14.
  expect(report.accuracy).toBeGreaterThan(0.5);
});
