import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { smallScenario } from '../../support/small-scenario.js';
import { parseVoid } from '../../src/study/parse-void.js';
import { runCommand } from './run-command.js';

const folder = mkdtempSync(join(tmpdir(), 'myodesis-learning-'));
afterAll(() => rmSync(folder, { recursive: true }));
const scenario = join(folder, 'small.json');
writeFileSync(scenario, JSON.stringify(smallScenario()));
const asked = (...more: string[]) =>
  runCommand(
    ...['evaluate', '--scenario', scenario, '--features', 'MAV', '--window', '100', '--threads', '0'],
    ...more,
  );

it('draws a learning curve of people, as text, rows and a report', async () => {
  const report = join(folder, 'curve.html');
  const rows = join(folder, 'curve.csv');
  const files = ['--report', report, '--csv', rows];
  const told = await asked(
    '--people',
    '2',
    '--learning-curve',
    '0.2,0.5',
    '--classifier',
    'lda,qda',
    ...files,
  );
  expect(told.code, told.err).toBe(0);
  expect(told.out).toMatch(/MAV lda 100 ms +0\.2 s +2 +\d/);
  expect(told.out).toContain('exact paired permutation test, of which the least is 2/4');
  const lines = readFileSync(rows, 'utf8').trimEnd().split('\n');
  expect(lines[0]).toBe('person,features,classifier,windowMs,seconds,accuracy,decisions,used');
  // Two people, two classifiers, three amounts.
  expect(lines).toHaveLength(1 + 12);
  const html = readFileSync(report, 'utf8');
  expect(parseVoid(html)).toEqual([]);
  expect(html.match(/<polyline/g)).toHaveLength(2);
});

it('trains on others, and says what of each person was used', async () => {
  const told = await asked('--people', '2', '--train-on', 'others', '--json');
  expect(told.code, told.err).toBe(0);
  const { results, people, used } = JSON.parse(told.out);
  expect(results.map(({ training }: { training: string }) => training)).toEqual([
    'own',
    'others',
    'others-rest',
    'others-unlabelled',
  ]);
  expect(results[1].difference).toMatchObject({ n: 2, exact: true, p: expect.any(Number) });
  expect(people).toHaveLength(2);
  expect(used.others).toContain('of this person nothing');
});

it('goes on learning over days, of one person without an interval', async () => {
  const report = join(folder, 'days.html');
  const told = await asked('--adapt', 'self', '--days', '1', '--adapt-seconds', '0.3', '--report', report);
  expect(told.code, told.err).toBe(0);
  expect(told.out).toMatch(/^days +1: another day$/m);
  expect(told.out).toContain('no standard deviation, interval or test over people is possible');
  expect(told.out).not.toMatch(/supervised/);
  expect(told.out).toMatch(/ 1 +self +1 +\d+\.\d % +– /);
  expect(parseVoid(readFileSync(report, 'utf8'))).toEqual([]);
});

it('refuses by name what has no part in it', async () => {
  for (const [flags, said] of [
    [['--days', '2'], '--days: got no --adapt'],
    [['--train-on', 'others'], 'got one person'],
    [['--adapt', '--by', 'trial'], '--by: cannot be used with --adapt'],
    [['--learning-curve', '--reject', '0.5'], '--reject: cannot be used with --learning-curve'],
    [['--learning-curve', '--adapt'], 'cannot be used with'],
    [['--learning-curve', '0'], 'seconds above 0'],
    [['--adapt', 'badly'], 'none, supervised, self'],
  ] as const) {
    const { code, err } = await asked(...flags);
    expect(err).toContain(said);
    expect([2, 3]).toContain(code);
  }
});
