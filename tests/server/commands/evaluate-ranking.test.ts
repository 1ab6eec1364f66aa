import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { smallScenario } from '../../support/small-scenario.js';
import { runCommand } from './run-command.js';

const folder = mkdtempSync(join(tmpdir(), 'myodesis-ranking-'));
afterAll(() => rmSync(folder, { recursive: true }));
const scenario = join(folder, 'small.json');
const small = smallScenario();
writeFileSync(scenario, JSON.stringify({ ...small, calibration: { ...small.calibration, repetitions: 3 } }));
const evaluate = (...more: string[]) =>
  runCommand('evaluate', '--scenario', scenario, '--threads', '0', '--window', '100', ...more);

describe('evaluate --rank-features', () => {
  it('ranks over people, with statistics, and writes CSV and a report', async () => {
    const [file, report] = [join(folder, 'ranking.csv'), join(folder, 'ranking.html')];
    const { code, out, err } = await evaluate(
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
    const json = JSON.parse((await evaluate('--rank-features', 'channels', '--json')).out);
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
    [['--rank-features', '--window', '100', '150'], 3, /got 3 windows, expected one/],
    [['--rank-features', '--by', 'subject'], 3, /everybody is ranked on their own/],
  ])('refuses %j', async (flags, exit, message) => {
    const { code, err } = await evaluate(...flags);
    expect(err).toMatch(message);
    expect(code).toBe(exit);
  });
});
