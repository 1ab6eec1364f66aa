import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Decoder } from '../../../src/decoder/decoder.js';
import { classifierKinds, regressorKinds } from '../../../src/decoder/model-fields.js';
import type { Window } from '../../../src/decoder/window.js';
import { ModelError, MyodesisError } from '../../../src/ground/signal/errors.js';
import { fuzzInputs } from '../../support/fuzz.js';
import { mutatedJson } from '../../support/fuzz-json.js';
import { trained } from '../../support/trained-decoders.js';
import { noiseBlock } from '../../support/processor-suite.js';

const small = { features: ['MAV'], modelOptions: { trees: 2, treeDepth: 3, hiddenUnits: 3, epochs: 2 } };
const direct = { control: 'direct', direct: { joints: ['elbow', 'hand'] } };
const valid = [
  ...classifierKinds.map((classifier) => trained({ ...small, classifier })),
  ...regressorKinds.map((regressor) => trained({ ...small, control: 'regression', regressor })),
  trained({ ...small, ...direct }),
  trained({ ...small, filters: [] }),
].map((decoder) => JSON.parse(JSON.stringify(decoder)) as Record<string, unknown>);

const window = (scale: number, seed: number): Window => {
  const { data, ...block } = noiseBlock(4, 200, 0, seed);
  return { ...block, data: data.map((x) => scale * x) };
};
const windows = [window(1, 1), window(0, 1), window(1e9, 2), window(1e-3, 3)];

/** Let a decoder decide, and see that all it says are numbers that can be. */
function decides(decoder: Decoder): void {
  const { channelNames, sampleRateHz } = decoder.signal;
  for (const one of windows) {
    if (channelNames.length !== one.channels || sampleRateHz !== one.sampleRateHz) return;
    const { posterior, fused, speed, confidence, velocities = {}, decided } = decoder.decide(one);
    for (const p of [...posterior, ...fused, confidence])
      if (!(p >= 0 && p <= 1)) throw new Error(`got the probability ${p}`);
    for (const v of [speed, ...Object.values(velocities)])
      if (!Number.isFinite(v)) throw new Error(`got the speed ${v}`);
    if (!decided) throw new Error('decided nothing');
  }
}

describe('saved decoders that are damaged', () => {
  const folder = new URL('../../golden/inputs/fuzz/', import.meta.url);
  it.each(readdirSync(folder).filter((name) => name.startsWith('decoder-')))('%s is refused', (name) => {
    const json: unknown = JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
    expect(() => Decoder.fromJSON(json)).toThrow(ModelError);
  });

  const at = (
    n: number,
    ...path: string[]
  ): [holder: Record<string, unknown>, key: string, whole: unknown] => {
    const whole: unknown = JSON.parse(JSON.stringify(valid[n]));
    const holder = path.slice(0, -1).reduce<unknown>((value, key) => Object(value)[key], whole);
    return [holder as Record<string, unknown>, path[path.length - 1], whole];
  };
  it.each<[number, string, unknown, RegExp]>([
    [0, 'featureOptions.gain', 1e308, /featureOptions.gain: got 1e\+308, expected a number within/],
    [0, 'featureOptions.gain', 0, /gain: got 0/],
    [0, 'featureOptions.gain', -5, /gain: got -5/],
    [0, 'featureOptions.restNoise.0', -1, /restNoise\[0\]: got -1/],
    [0, 'featureOptions.noiseMultiple.ZC', 1e5, /ZC: got 100000/],
    [0, 'standardizer.scale.0', 1e300, /scale\[0\]: got 1e\+300/],
    [0, 'standardizer.scale.0', -1, /scale\[0\]: got -1/],
    [
      0,
      'sampleRateHz',
      1e20,
      /sampleRateHz: got 100000000000000000000, expected a number within \[1, 1000000\]/,
    ],
    [0, 'control.classifier.statistics.counts.0', 0, /counts\[0\]: got 0/],
    [0, 'control.classifier.statistics.size', 1e7, /list/],
    [0, 'control.classifier.statistics.scatter.0', -1, /scatter\[0\]: got -1/],
    [0, 'control.classifier.classes', ['a', 'a'], /no two alike/],
    [0, 'control.proportional.max.0', 1e300, /max\[0\]/],
    [0, 'control.restAmplitude.sd', -1, /sd: got -1/],
    [0, 'control.kind', 'direct', /got direct, expected classification/],
    [2, 'control.classifier.precisions.0', -1, /precisions\[0\]: got -1/],
    [7, 'control.classifier.forest.child.0', 0, /child\[0\]: got 0, expected a place further on/],
    [8, 'control.classifier.network.hiddenUnits', 1e7, /list/],
    [9, 'control.joints', ['hand', 'tail'], /joints: got hand, tail/],
    [9, 'control.regressor.features', 3, /list of/],
    [12, 'control.fullA', 0, /fullA: got 0, expected more than restA/],
    [13, 'amplitudeKinds', ['swing', 'swing', 'swing', 'loud'], /absolute or swing or none/],
  ])('decoder %i with %s of %j is refused', (n, path, value, message) => {
    const [holder, key, whole] = at(n, ...path.split('.'));
    expect(holder).toHaveProperty([key]);
    holder[key] = value;
    expect(() => Decoder.fromJSON(whole)).toThrow(ModelError);
    expect(() => Decoder.fromJSON(whole)).toThrow(message);
  });

  it('decides as before where nothing is damaged', () => {
    for (const json of valid) decides(Decoder.fromJSON(json));
  });

  it('gives numbers that can be, or an error of its own', () => {
    const escaped = new Map<string, string>();
    let read = 0;
    for (let n = 0; n < fuzzInputs; n++) {
      const damaged = mutatedJson(valid[n % valid.length], 1, n);
      try {
        decides(Decoder.fromJSON(damaged));
        read++;
      } catch (error) {
        if (error instanceof MyodesisError) continue;
        escaped.set(String(error), `input ${n} of decoder ${n % valid.length}`);
      }
    }
    expect([...escaped]).toEqual([]);
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThan(fuzzInputs);
  }, 3_600_000);
});
