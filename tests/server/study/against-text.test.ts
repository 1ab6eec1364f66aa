import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { smallScenario } from '../../support/small-scenario.js';
import { runCommand } from '../commands/run-command.js';

let folder: string;
let subject: string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'myodesis-against-'));
  const file = join(folder, 'small.json');
  await writeFile(file, JSON.stringify(smallScenario()));
  subject = ['evaluate', '--scenario', file, '--threads', '0'];
});

afterAll(() => rm(folder, { recursive: true }));

it.each([
  ['one combination', ['--classifier', 'lda']],
  ['several', ['--classifier', 'lda,knn']],
  ['people', ['--people', '2']],
])('sets an earlier run of %s beside this one', async (_, flags) => {
  const earlier = await runCommand(...subject, ...flags, '--json');
  expect(earlier.code, earlier.err).toBe(0);
  const file = join(folder, 'earlier.json');
  await writeFile(file, earlier.out);
  const { code, out, err } = await runCommand(...subject, ...flags, '--against', file);
  expect(code, err).toBe(0);
  expect(out).toMatch(
    /HTD lda 200 ms +\d+\.\d\d % +\d+\.\d\d % +0\.0 ± 0\.0 +0\.0 to 0\.0 +2 +not told apart/,
  );
  const json = await runCommand(...subject, ...flags, '--against', file, '--json');
  expect(JSON.parse(json.out).against.pairs[0]).toMatchObject({ difference: { mean: 0, n: 2 } });
});

it('says what is wrong with the file', async () => {
  const file = join(folder, 'other.json');
  await writeFile(file, '{"results": 3}');
  const { code, err } = await runCommand(...subject, '--against', file);
  expect(code).toBe(4);
  expect(err).toContain('not the JSON of an evaluation');
  expect(err).toContain('--json > earlier.json');
});
