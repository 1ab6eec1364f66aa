import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runCommand } from './run-command.js';

const folder = mkdtempSync(join(tmpdir(), 'myodesis-benchmark-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('benchmark', () => {
  const lacking = join(folder, 'lacking.mjs');
  writeFileSync(lacking, 'export const createClassifier = () => ({ fit() {} });');
  const file = join(folder, 'file');
  writeFileSync(file, '');

  it.each([
    [[], 2, /no classifier to measure/],
    [['./mine.js', '--classifier', 'lda'], 2, /which of them/],
    [['./nobody.js'], 4, /no such file/],
    [[lacking], 4, /no method posterior/],
    [['ldaa'], 2, /Did you mean lda/],
    [['ws:99999'], 2, /out of range/],
    [['nobody.onnx'], 4, /nobody.onnx: no such file/],
    [['{person}.onnx'], 2, /one second of calibration/],
    [['lda', '--input', 'window'], 2, /is for ONNX models/],
    [['lda', '--write-training', folder], 2, /measures nothing/],
    [['--write-training', folder, '--input', 'window'], 2, /writes features/],
    [['--baselines', '--write-training', folder], 2, /too/],
    [['--classifier', 'lda', '--features', 'HTT'], 3, /HTT/],
    [['--classifier', 'lda', '--window', '5'], 3, /windowMs/],
    [['--classifier', 'lda', '--split', 'tset'], 2, /Did you mean test/],
    [['--baselines', '--features', 'HTD'], 2, /too/],
    [['--classifier', 'lda', '--cache', join(file, 'cache')], 4, /file/],
  ])('with %j says what is wrong', async (flags, code, message) => {
    const outcome = await runCommand('benchmark', '--threads', '0', ...flags);
    expect(outcome.err).toMatch(message);
    expect(outcome.code).toBe(code);
  });
});
