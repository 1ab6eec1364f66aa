import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { smallScenario } from '../../support/small-scenario.js';
import { runCommand } from './run-command.js';

const folder = mkdtempSync(join(tmpdir(), 'myodesis-search-'));
afterAll(() => rmSync(folder, { recursive: true }));
const scenario = join(folder, 'small.json');
const small = smallScenario();
writeFileSync(scenario, JSON.stringify({ ...small, calibration: { ...small.calibration, repetitions: 3 } }));
const evaluate = (...more: string[]) =>
  runCommand('evaluate', '--scenario', scenario, '--threads', '0', ...more);

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
