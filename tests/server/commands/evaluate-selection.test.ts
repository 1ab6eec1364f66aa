import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { smallScenario } from '../../support/small-scenario.js';
import { runCommand } from './run-command.js';

const folder = mkdtempSync(join(tmpdir(), 'myodesis-selection-'));
afterAll(() => rmSync(folder, { recursive: true }));
const scenario = join(folder, 'small.json');
const small = smallScenario();
writeFileSync(scenario, JSON.stringify({ ...small, calibration: { ...small.calibration, repetitions: 3 } }));
const choosing = (...more: string[]) =>
  runCommand(
    'evaluate',
    '--scenario',
    scenario,
    '--features',
    'HTD',
    '--window',
    '100',
    '--select-features',
    ...more,
  );

it('tells what was chosen, in text, JSON and report', async () => {
  const report = join(folder, 'report.html');
  const told = await choosing('1', '--report', report);
  expect(told.code).toBe(0);
  const line =
    /chosen (of HTD for lda, 100 ms, in 3 parts of the test: [A-Z]+ \d.*)/.exec(told.out)?.[1] ?? 'no line';
  expect(readFileSync(report, 'utf8')).toContain(line);
  const json = JSON.parse((await choosing('1', '--json')).out);
  expect(json.selection).toHaveLength(3);
});

it('chooses in every person, and tells what over people', async () => {
  const told = await choosing('1', '--people', '2', '--threads', '0', '--json');
  const { results, people } = JSON.parse(told.out);
  expect(results[0].accuracy.n).toBe(2);
  expect(
    people.map((one: { results: { selection: unknown[] }[] }) => one.results[0]?.selection.length),
  ).toEqual([3, 3]);
});

it('refuses what it cannot choose for', async () => {
  expect(await choosing('0')).toMatchObject({ code: 2 });
  expect(await choosing('5')).toMatchObject({ code: 3, err: expect.stringContaining('at most the 4') });
  expect(await choosing('2', '--decoder', 'd.json')).toMatchObject({
    code: 2,
    err: expect.stringContaining('--decoder'),
  });
  expect(await choosing('2', '--classifier', 'x.onnx')).toMatchObject({
    code: 3,
    err: expect.stringContaining('taught here'),
  });
});
