import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { OnnxModel } from '../../../../server/outside/onnx-model.js';
import { findOnnxRuntime } from '../../../../server/outside/onnx-runtime.js';
import { exportOnnx } from '../../../../src/decoder/export/export-onnx.js';
import { Windower } from '../../../../src/decoder/window.js';
import { trained } from '../../../support/trained-decoders.js';
import { recording } from '../../../support/training-recordings.js';

const folder = mkdtempSync(join(tmpdir(), 'myodesis-onnx-'));
afterAll(() => rmSync(folder, { recursive: true }));

const kinds: readonly (readonly [classifier: string, patch: object])[] = [
  ['lda', {}],
  ['lda', { standardize: false, thresholds: 'libemg' }],
  ['qda', { features: ['TDAR'] }],
  ['gaussian-naive-bayes', {}],
  ['nearest-centroid', {}],
  ['mahalanobis', {}],
  ['linear-svm', {}],
  ['mlp', { features: ['LS4'] }],
];

it.each(kinds)(
  'a real runtime decides as our %s does, and reads it as a classifier of others: %o',
  async (classifier, patch) => {
    const decoder = trained({ ...patch, classifier });
    const path = join(folder, `${kinds.findIndex(([, one]) => one === patch)}.onnx`);
    writeFileSync(path, exportOnnx(JSON.parse(JSON.stringify(decoder)), { name: 'test' }));
    const { InferenceSession, Tensor } = await findOnnxRuntime();
    const session = await InferenceSession.create(path);
    expect([session.inputNames, session.outputNames]).toEqual([['features'], ['label', 'probabilities']]);
    const model = await OnnxModel.load(path, { kind: 'raw-features' });
    const { classes, featureNames: features, signal } = decoder;
    const { sampleRateHz, channelNames: channels } = signal;
    await model.prepare({ classes, features, channels, sampleRateHz, windowMs: 200, stepMs: 50 });
    const windows = ['rest', 'hand-close', 'hand-open', 'elbow-flexion'].flatMap((label) => {
      const seen: { raw: Float64Array; posterior: Float64Array; predicted: number }[] = [];
      new Windower(decoder.spec, sampleRateHz, channels.length).push(recording(label, 9).signal, (window) => {
        const vector = decoder.observe(window);
        seen.push({ raw: vector.raw, ...decoder.classify(vector) });
      });
      return seen.slice(0, 8);
    });
    const rows = Float32Array.from(windows.flatMap(({ raw }) => [...raw]));
    const answer = await session.run({
      features: new Tensor('float32', rows, [windows.length, features.length]),
    });
    expect(Array.from(answer.label?.data as BigInt64Array, Number)).toEqual(
      windows.map(({ predicted }) => predicted),
    );
    const probabilities = answer.probabilities?.data as Float32Array;
    for (const [n, { raw, posterior }] of windows.entries()) {
      const alone = await model.posterior([...raw]);
      posterior.forEach((p, k) => {
        expect(Math.abs((probabilities[n * classes.length + k] ?? NaN) - p)).toBeLessThan(1e-3);
        expect(alone?.[k]).toBeCloseTo(probabilities[n * classes.length + k] ?? NaN, 5);
      });
    }
    await model.close();
  },
);
