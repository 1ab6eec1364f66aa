import { describe, expect, it } from 'vitest';
import { findOnnxRuntime, OnnxModel, type OnnxRuntime } from '../../../server/outside/onnx-model.js';
import type { ClassifierTask } from '../../../src/decoder/outside-model.js';

const task: ClassifierTask = {
  classes: ['hand-close', 'rest'],
  features: ['CH1.MAV', 'CH1.WL', 'CH1.ZC'],
  channels: ['CH1'],
  sampleRateHz: 1000,
  windowMs: 3,
  stepMs: 1,
};
/** Any file: the runtime is a stand-in. */
const path = 'package.json';

class Tensor {
  constructor(
    readonly type: string,
    readonly data: Float32Array,
    readonly dims: readonly number[],
  ) {}
}

/** A stand-in for onnxruntime whose model puts the first number into the first class. */
function runtime(width = 3): OnnxRuntime & { dims: (readonly number[])[] } {
  const dims: (readonly number[])[] = [];
  return {
    dims,
    Tensor,
    InferenceSession: {
      create: () =>
        Promise.resolve({
          inputNames: ['X'],
          outputNames: ['label', 'probabilities'],
          run: ({ X }: Record<string, object>) => {
            if (!(X instanceof Tensor) || X.dims.at(-1) !== width)
              return Promise.reject(new Error('invalid dimensions'));
            dims.push(X.dims);
            return Promise.resolve({ probabilities: { data: Float32Array.of(X.data[0], 1 - X.data[0]) } });
          },
        }),
    },
  };
}

describe('an ONNX model', () => {
  it('says what to install where there is no runtime', async () => {
    const none = findOnnxRuntime(() => Promise.reject(new Error('not found')));
    await expect(none).rejects.toMatchObject({
      hint: expect.stringContaining('npm install onnxruntime-node'),
    });
  });

  it('takes the second runtime where the first does not load', async () => {
    const web = runtime();
    const found = await findOnnxRuntime((name) =>
      name === 'onnxruntime-web' ? Promise.resolve({ default: web }) : Promise.reject(new Error('no binary')),
    );
    expect(found).toBe(web);
  });

  it('gives posteriors of features', async () => {
    const model = await OnnxModel.load(path, { runtime: runtime() });
    await model.prepare(task).catch(() => undefined);
    const posterior = await model.posterior([0.25, 0, 0]);
    expect([...(posterior ?? [])]).toEqual([0.25, 0.75]);
    expect(model.latency).toMatchObject({ answers: 1, unanswered: 0 });
  });

  it('gives windows as channels × samples', async () => {
    const onnx = runtime();
    const model = await OnnxModel.load(path, { runtime: onnx, kind: 'window' });
    await model.prepare(task);
    expect(onnx.dims).toEqual([[1, 1, 3]]);
  });

  it('is refused before use where it does not fit', async () => {
    const model = await OnnxModel.load(path, { runtime: runtime(12) });
    await expect(model.prepare(task)).rejects.toThrow(
      /does not accept \[1, 3\] numbers \(invalid dimensions\)/,
    );
    const wrong = await OnnxModel.load(path, { runtime: runtime() });
    await expect(wrong.prepare({ ...task, classes: ['a', 'b', 'c'] })).rejects.toThrow(
      /posterior of 2, expected 3/,
    );
  });

  it('that fails on a window answers nothing rather than something', async () => {
    const model = await OnnxModel.load(path, { runtime: runtime() });
    await model.prepare(task);
    expect(await model.posterior([Number.NaN, 0, 0])).toBeUndefined();
    expect(model.latency.unanswered).toBe(1);
  });
});
