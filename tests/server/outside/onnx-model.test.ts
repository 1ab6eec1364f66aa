import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OnnxModel, type OnnxOptions } from '../../../server/outside/onnx-model.js';
import type { ClassifierTask } from '../../../src/decoder/outside-model.js';
import { linearModel, linearPosterior, meanAbsolute, type LinearModel } from '../../support/onnx-models.js';

const task: ClassifierTask = {
  classes: ['hand-close', 'hand-open', 'rest'],
  features: ['CH1.MAV', 'CH2.MAV'],
  channels: ['CH1', 'CH2'],
  sampleRateHz: 1000,
  windowMs: 4,
  stepMs: 1,
};
const weights = [
  [1, -2, 0.5],
  [0.25, 1, -1],
];
const bias = [0, 0.5, -0.25];
const plain: LinearModel = { shape: ['N', 2], weights, bias };

async function loaded(model: LinearModel, options: OnnxOptions = {}) {
  const notices: string[] = [];
  const one = await OnnxModel.load(linearModel(model), {
    ...options,
    onNotice: (text) => notices.push(text),
  });
  return { model: one, notices };
}

function close(got: Float64Array | undefined, expected: readonly number[]): void {
  expect(got?.length).toBe(expected.length);
  expected.forEach((value, k) => expect(got?.[k]).toBeCloseTo(value, 6));
}

describe('an ONNX model in a real runtime', () => {
  it('gives the posteriors that its weights say, also of many questions at once', async () => {
    const { model, notices } = await loaded(plain);
    await model.prepare(task);
    await model.prepare(task);
    const samples = Array.from({ length: 20 }, (_, n) => [Math.sin(n), Math.cos(2 * n)]);
    const answers = await Promise.all(samples.map((sample) => model.posterior(sample)));
    answers.forEach((answer, n) => close(answer, linearPosterior(plain, samples[n] ?? [])));
    expect(model.latency).toMatchObject({ answers: 20, unanswered: 0 });
    // What is assumed of it is told, once.
    expect(notices).toEqual([
      expect.stringMatching(
        /3 numbers are taken in alphabetical order of the classes: hand-close, hand-open, rest$/,
      ),
    ]);
    await model.close();
  });

  const window = [
    [3, -1, 2, -2],
    [0.5, 0.5, -1, 0],
  ];
  it.each<[string, LinearModel['shape'], number[]]>([
    ['channels × samples', ['N', 2, 4], [2]],
    ['channels × any number of samples', ['N', 2, 'T'], [2]],
    ['samples × channels', ['N', 4, 2], [1]],
    ['an image of one colour', [1, 1, 2, 4], [1, 3]],
    ['an image of one colour at the end', [1, 2, 4, 1], [2, 3]],
  ])('takes windows as %s', async (_, shape, axes) => {
    const { model } = await loaded({ ...plain, shape, before: meanAbsolute(axes) }, { kind: 'window' });
    await model.prepare(task);
    close(await model.posterior(window), linearPosterior(plain, [2, 0.5]));
  });

  it('takes float64, as scikit-learn may be exported', async () => {
    const before = [{ op: 'Cast', inputs: ['X'], outputs: ['F'], attributes: { to: 1 } }];
    const { model } = await loaded({ ...plain, type: 'float64', before });
    await model.prepare(task);
    close(await model.posterior([0.1, 0.2]), linearPosterior(plain, [0.1, 0.2]));
  });

  it.each<[string, LinearModel, OnnxOptions, Partial<ClassifierTask>, RegExp, RegExp]>([
    [
      'takes windows where features are given',
      { ...plain, shape: ['N', 2, 4], before: meanAbsolute([2]) },
      {},
      {},
      /takes \[N, 2, 4\] numbers, which vectors of 2 features do not fit/,
      /give --input window\.$/,
    ],
    [
      'takes features where windows are given',
      plain,
      { kind: 'window' },
      {},
      /windows of 2 channels × 4 samples do not fit/,
      /give --input features\.$/,
    ],
    [
      'takes other features',
      plain,
      {},
      { features: ['a', 'b', 'c'] },
      /takes \[N, 2\] numbers/,
      /Train it on vectors of 3 features/,
    ],
    [
      'tells other classes apart',
      plain,
      {},
      { classes: ['a', 'b'] },
      /posterior of 3, expected 2/,
      /one per class/,
    ],
    [
      'gives logits',
      { ...plain, end: { op: 'Identity' } },
      {},
      {},
      /got -\S+ as probability of class \d/,
      /look like logits: end the model with softmax, or give --logits/,
    ],
    [
      'gives logits that are all positive',
      { ...plain, bias: [9, 9, 9], end: { op: 'Identity' } },
      {},
      {},
      /sum to 2\d\.\d, expected probabilities/,
      /--logits/,
    ],
    [
      'gives NaN',
      { ...plain, end: { op: 'Log' } },
      {},
      {},
      /got NaN as probability of class/,
      /logarithm of 0/,
    ],
    [
      'gives labels',
      { ...plain, end: { op: 'Cast', attributes: { to: 7 } }, endType: 'int64' },
      {},
      {},
      /output probabilities holds no probabilities/,
      /zipmap=False/,
    ],
    [
      'takes whole numbers',
      {
        ...plain,
        type: 'int64',
        before: [{ op: 'Cast', inputs: ['X'], outputs: ['F'], attributes: { to: 1 } }],
      },
      {},
      {},
      /takes int64, expected float32/,
      /float32/,
    ],
  ])('that %s is refused before use, with what to do', async (_, file, options, patch, message, hint) => {
    const { model } = await loaded(file, options);
    await expect(model.prepare({ ...task, ...patch })).rejects.toMatchObject({
      code: 'model',
      message: expect.stringMatching(message),
      hint: expect.stringMatching(hint),
    });
  });

  it('of logits has their softmax taken where that is asked for', async () => {
    const { model } = await loaded({ ...plain, end: { op: 'Identity' } }, { logits: true });
    await model.prepare(task);
    close(await model.posterior([1, -1]), linearPosterior(plain, [1, -1]));
  });

  it('that fails on a window answers nothing rather than something, and it is told once until it is over', async () => {
    const before = [{ op: 'Div', inputs: ['X', 'X'], outputs: ['F'] }];
    const { model, notices } = await loaded({ ...plain, before });
    await model.prepare(task);
    expect(await model.posterior([0, 1])).toBeUndefined();
    expect(await model.posterior([0, 1])).toBeUndefined();
    close(await model.posterior([2, 1]), linearPosterior(plain, [1, 1]));
    expect(model.latency).toMatchObject({ answers: 1, unanswered: 2 });
    expect(notices.slice(1)).toEqual([
      expect.stringMatching(/got NaN as probability of class 0/),
      expect.stringMatching(/works again/),
    ]);
  });

  it.each([
    ['is no model', 'garbage.onnx', /not a model that can be loaded/],
    ['is not there', 'nobody.onnx', /no such file/],
    ['is a folder', '.', /no file but a folder/],
  ])('that %s is refused', async (_, name, message) => {
    writeFileSync(join(tmpdir(), 'garbage.onnx'), 'not a model');
    await expect(OnnxModel.load(join(tmpdir(), name))).rejects.toThrow(message);
  });
});
