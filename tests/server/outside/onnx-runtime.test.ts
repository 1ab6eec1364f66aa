import { expect, it } from 'vitest';
import { findOnnxRuntime } from '../../../server/outside/onnx-runtime.js';

it('says what to install where there is no runtime', async () => {
  const none = findOnnxRuntime(() => Promise.reject(new Error('not found')));
  await expect(none).rejects.toMatchObject({
    hint: expect.stringContaining('npm install onnxruntime-node'),
  });
});

it('takes the second runtime where the first does not load', async () => {
  const web = { InferenceSession: { create: () => Promise.reject(new Error()) }, Tensor: class {} };
  const found = await findOnnxRuntime((name) =>
    name === 'onnxruntime-web' ? Promise.resolve({ default: web }) : Promise.reject(new Error('no binary')),
  );
  expect(found).toBe(web);
});

it('finds the runtime that the tests run', async () => {
  expect(typeof (await findOnnxRuntime()).InferenceSession.create).toBe('function');
});
