import { describe, expect, it } from 'vitest';
import { decoderFields } from '../../../src/decoder/decoder-fields.js';
import { Decoder } from '../../../src/decoder/decoder.js';
import { FilterChain } from '../../../src/decoder/filters/filter-chain.js';
import { filterSpecs } from '../../../src/decoder/filters/filter-fields.js';
import { amplitudeRows } from '../../../src/decoder/features/amplitude-rows.js';
import { Windower } from '../../../src/decoder/window.js';
import { parseFields } from '../../../src/ground/signal/parse-fields.js';
import { recording, recordings } from '../../support/training-recordings.js';

const channelNames = ['A', 'B', 'C', 'D'];
const context = { sampleRateHz: 1000, channelNames };

describe.each([true, false])('reading of features, standardised: %s', (standardize) => {
  const spec = parseFields(decoderFields, { features: ['MAV', 'VAR', 'ZC', 'AR4'], standardize });
  const { decoder, report } = Decoder.train(spec, recordings(), context);
  const readings = decoder.featureReadings;
  const { signal } = recording('hand-close', 9);
  const filtered = new FilterChain(filterSpecs(spec.filters, 1000).specs, 1000, 4).process(signal);
  const vectors: { readonly values: Float64Array; readonly data: Float32Array }[] = [];
  new Windower(spec, 1000, 4).push(filtered, (window) => {
    const { data } = window;
    vectors.push({ values: decoder.observe(window).values.slice(), data: Float32Array.from(data) });
  });
  const at = (name: string): number => decoder.featureNames.indexOf(name);

  it('gives volts, their squares and counts back', () => {
    expect(vectors.length).toBeGreaterThan(5);
    const { values, data } = vectors[5] ?? { values: new Float64Array(), data: new Float32Array() };
    const read = (name: string): number => {
      const { zero, step } = readings[at(name)] ?? { zero: NaN, step: NaN };
      return (values[at(name)] ?? NaN) * step + zero;
    };
    const b = data.subarray(data.length / 4, data.length / 2);
    const mav = b.reduce((sum, x) => sum + Math.abs(x), 0) / b.length;
    expect(read('B.MAV') / mav).toBeCloseTo(1, 9);
    const mean = b.reduce((sum, x) => sum + x, 0) / b.length;
    const variance = b.reduce((sum, x) => sum + (x - mean) ** 2, 0) / b.length;
    expect(read('B.VAR') / variance).toBeCloseTo(1, 1);
    expect(read('B.ZC')).toBeCloseTo(Math.round(read('B.ZC')), 6);
    expect(readings.map(({ unit }) => unit)).toHaveLength(decoder.featureNames.length);
    expect(['B.MAV', 'B.VAR', 'B.ZC', 'B.AR1'].map((name) => readings[at(name)]?.unit)).toEqual([
      'V',
      'V²',
      '1',
      null,
    ]);
  });

  it('is near what the class had in training, channel by channel', () => {
    const rows = amplitudeRows(decoder.featureNames, channelNames);
    const pattern = report.patterns.find(({ label }) => label === 'hand-close');
    expect(report.patterns.map(({ label }) => label).sort()).toEqual(decoder.classes);
    const mine = rows.map(
      (row) => vectors.reduce((sum, { values }) => sum + values[row], 0) / vectors.length,
    );
    const rest = report.patterns.find(({ label }) => label === 'rest')?.amplitudes ?? [];
    const far = (a: readonly number[], b: readonly number[]): number =>
      Math.hypot(...a.map((x, i) => x - (b[i] ?? 0)));
    expect(far(mine, pattern?.amplitudes ?? [])).toBeLessThan(0.3 * far(mine, rest));
  });
});
