import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { smallScenario } from '../../support/small-scenario.js';
import { runCommand } from './run-command.js';

const folder = mkdtempSync(join(tmpdir(), 'myodesis-selection-'));
afterAll(() => rmSync(folder, { recursive: true }));
const scenario = join(folder, 'small.json');
const small = smallScenario();
writeFileSync(scenario, JSON.stringify({ ...small, calibration: { ...small.calibration, repetitions: 3 } }));
/** On the spot: a thread would load everything anew. */
const evaluate = (...more: string[]) =>
  runCommand('evaluate', '--scenario', scenario, '--threads', '0', ...more);
const choosing = (...more: string[]) =>
  evaluate('--features', 'HTD', '--window', '100', '--select-features', ...more);

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
  const told = await choosing('1', '--people', '2', '--json');
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

describe('evaluate --rank-features', () => {
  it('ranks over people, with statistics, and writes CSV and a report', async () => {
    const [file, report] = [join(folder, 'ranking.csv'), join(folder, 'ranking.html')];
    const { code, out, err } = await evaluate(
      ...['--window', '100'],
      ...['--people', '2', '--features', 'HTD', 'RMS', '--rank-features'],
      ...['--csv', file, '--report', report],
    );
    expect(code, err).toBe(0);
    expect(out).toMatch(/ranked +5 features/);
    expect(out).toMatch(/feature +place +95 % of mean +p +first in +Fisher +DBI +SI +RI +MSA +RES +MI +mRMR/);
    expect(out).toMatch(/MAV +\d\.\d ± \d\.\d +-?\d+\.\d to \d+\.\d +[01]\.\d{3} +\d/);
    expect(out).toContain('of 2 people p before Holm is never below 0.50');
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    expect(lines).toHaveLength(1 + 2 * 5);
    expect(lines[0]).toMatch(/^person,name,place,fisherRatio,fisherRatioPlace,/);
    const page = readFileSync(report, 'utf8');
    for (const said of ['Davies–Bouldin index', 'Nilsson, Håkansson', 'not all read here'])
      expect(page).toContain(said);
  });

  it('ranks channels of one person, for whom there are no statistics', async () => {
    const json = JSON.parse((await evaluate('--window', '100', '--rank-features', 'channels', '--json')).out);
    expect(json).toMatchObject({ ranked: 'channels', people: [{ person: 0 }] });
    expect(json.ranking).toHaveLength(3);
    const [first, second] = json.ranking;
    expect(first.place.mean).toBeLessThanOrEqual(second.place.mean);
    expect(first).toMatchObject({ place: { n: 1, sd: null }, p: null });
  });

  it.each([
    [['--rank-features', 'feature'], 2, /Did you mean features/],
    [['--rank-features', '--classifier', 'lda'], 2, /without a classifier/],
    [['--rank-features', '--decoder', 'd.json'], 2, /--decoder/],
    [['--rank-features', '--window', '100', '150'], 3, /got 2 windows, expected one/],
    [['--rank-features', '--by', 'subject'], 3, /everybody is ranked on their own/],
  ])('refuses %j', async (flags, exit, message) => {
    const { code, err } = await evaluate(...flags);
    expect(err).toMatch(message);
    expect(code).toBe(exit);
  });
});

describe('evaluate --search', () => {
  it('tells what is chosen how often, over people, and writes CSV and a report', async () => {
    const [file, report] = [join(folder, 'search.csv'), join(folder, 'search.html')];
    const { code, out, err } = await evaluate(
      ...['--people', '2', '--classifier', 'lda', 'knn', '--search', 'neighbours=1,5', 'windowMs=100'],
      ...['--csv', file, '--report', report],
    );
    expect(code, err).toBe(0);
    expect(out).toMatch(
      /searched +4 candidates over classifier, neighbours, windowMs; the filters of the scenario/,
    );
    expect(out).toMatch(/default +classifier=lda, windowMs=200/);
    for (const row of ['default', 'chosen inside training \\(nested\\)', 'chosen on other people'])
      expect(out).toMatch(new RegExp(`${row} +\\d+\\.\\d ± \\d+\\.\\d %`));
    expect(out).toMatch(/classifier=knn neighbours=5 windowMs=100 +\d/);
    expect(out).toContain('of 6 parts of the test');
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    expect(lines).toHaveLength(1 + 2 * 3 * 4);
    const chosen = lines.slice(1).map((line) => Number(line.split(',')[5]));
    expect(chosen.reduce((sum, one) => sum + one, 0)).toBe(6);
    expect(readFileSync(report, 'utf8')).toContain('What searching gains');
  });

  it('takes several values of other flags, and keeps single ones', async () => {
    const { out, err } = await evaluate('--features', 'HTD', '--window', '100', '150', '--search', '--json');
    expect(err).toBe('');
    expect(JSON.parse(out)).toMatchObject({
      scored: 'decisions of the model',
      nested: { accuracy: { n: 1, sd: null }, p: null },
      candidates: [{ name: 'default' }, { name: 'windowMs=100' }, { name: 'windowMs=150' }],
    });
  });

  it.each([
    [['--search'], 2, /nothing to search over/],
    [['--search', 'neighbors=1,3'], 3, /Did you mean neighbours/],
    [['--search', 'neighbours'], 2, /Expected field=values/],
    [['--search', 'neighbours=1,,3'], 2, /Expected field=values/],
    [['--search', 'neighbours=1', 'neighbours=3'], 2, /neighbours twice/],
    [['--search', 'windowMs=5000'], 3, /windowMs/],
    [['--search', 'windowMs=100,200', '--window', '100'], 2, /says the same field as --search windowMs/],
    [['--search', 'neighbours=1', '--reject', '0.5'], 2, /rejectBelow=0,0\.5,0\.8/],
    [['--search', 'neighbours=1', '--select-features', '2'], 2, /cannot be used with --search/],
    [['--search', 'neighbours=1', '--rank-features'], 2, /cannot be used with/],
    [['--search', '--classifier', 'lda', 'ws:9001'], 2, /in threads/],
  ])('refuses %j', async (flags, exit, message) => {
    const { code, err } = await evaluate(...flags);
    expect(err).toMatch(message);
    expect(code).toBe(exit);
  });
});
