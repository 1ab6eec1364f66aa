import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openOnnxPart, tryOnnxPart } from '../../../server/study/onnx-part.js';
import { reference } from '../../../src/study/benchmark/baseline-decoders.js';
import type { OutsidePart } from '../../../src/study/benchmark/outside-part.js';
import { linearModel } from '../../support/onnx-models.js';
import { tinySuite } from '../../support/tiny-suite.js';

const folder = mkdtempSync(join(tmpdir(), 'myodesis-onnx-part-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
/** Sure of the last of seven classes, of MAV of eight channels. */
const model = linearModel({
  shape: ['N', 8],
  weights: Array.from({ length: 8 }, () => Array.from({ length: 7 }, () => 0)),
  bias: [0, 0, 0, 0, 0, 0, 9],
});
const as = (name: string): string => {
  copyFileSync(model, join(folder, name));
  return join(folder, name);
};
const patch = { ...reference.patch, features: ['MAV'] };
const partOf = (file: string): OutsidePart => ({ name: 'm.onnx', input: 'features', learns: false, file });
const [person] = tinySuite.people.test;
const people = [person, { body: 'transhumeral-tmr', number: 3, seed: 3 }];

describe('ONNX models of a benchmark', () => {
  it('are tried before anything runs, and opened for the person whose they are', async () => {
    as('transradial-armband-200hz.onnx');
    const part = partOf(join(folder, '{body}.onnx'));
    const notices: string[] = [];
    const tried = await tryOnnxPart(part, patch, tinySuite.people.test, (text) => notices.push(text));
    expect(tried).toEqual([join(folder, 'transradial-armband-200hz.onnx')]);
    expect(notices).toEqual([expect.stringMatching(/in alphabetical order of the classes: hand-close/)]);
    const opened = await openOnnxPart({ ...part, input: 'raw-features' }, person, 'whole');
    expect([opened.name, opened.kind]).toEqual(['transradial-armband-200hz.onnx', 'raw-features']);
    await opened.close();
  });

  it.each<[string, string, RegExp]>([
    ['one for every body', as('all.onnx'), /its numbers would be elbow-extension.*are hand-close/],
    [
      'one that is missing',
      join(folder, '{body}.onnx'),
      /fits 1 of 2 bodies \(transradial-armband-200hz\)\. transhumeral-tmr: .*no such file$/,
    ],
    ['one whose placeholder is none', join(folder, '{limb}.onnx'), /got \{limb\}, expected \{body\}/],
    ['one of a person for two calibrations', join(folder, '{person}.onnx'), /one second of calibration/],
  ])('%s is refused with whom it fits', async (_, file, message) => {
    as('transradial-armband-200hz.onnx');
    await expect(tryOnnxPart(partOf(file), patch, people, () => undefined)).rejects.toThrow(message);
  });

  it('of a person’s own are two', async () => {
    as('transradial-armband-200hz-1-whole.onnx');
    const part = partOf(join(folder, '{person}-{calibration}.onnx'));
    await expect(tryOnnxPart(part, patch, [person], () => undefined)).rejects.toThrow(/one-second.onnx/);
    as('transradial-armband-200hz-1-one-second.onnx');
    expect((await tryOnnxPart(part, patch, [person], () => undefined)).length).toBe(2);
  });
});
