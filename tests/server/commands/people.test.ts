import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { smallScenario } from '../../support/small-scenario.js';
import { runCommand } from './run-command.js';

let folder: string;
let subject: string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'myodesis-people-'));
  const file = join(folder, 'small.json');
  await writeFile(file, JSON.stringify(smallScenario()));
  subject = ['--scenario', file, '--threads', '0'];
});

afterAll(() => rm(folder, { recursive: true }));

describe('evaluate --people', () => {
  it('tells combinations over people and every person, and writes CSV and a report', async () => {
    const files = { csv: join(folder, 'people.csv'), report: join(folder, 'people.html') };
    const { code, out, err } = await runCommand(
      ...['evaluate', ...subject, '--people', '3', '--cohort', '1', '--classifier', 'lda,knn'],
      ...['--csv', files.csv, '--report', files.report],
    );
    expect(code, err).toBe(0);
    expect(out).toMatch(/people +3 of .*: persons 1001 to 1003/);
    expect(out).toMatch(/lda +200 ms +\d+\.\d ± \d+\.\d % +-?\d+\.\d to \d+\.\d %/);
    // Of three people few differences are sure.
    expect(out).toMatch(/(◂|≈) best/);
    expect(out).toMatch(/person 1003 +\d+\.\d\d %/);
    const lines = (await readFile(files.csv, 'utf8')).trimEnd().split('\n');
    // Both combinations in each person, and both repetitions of each.
    expect(lines).toHaveLength(1 + 6 + 12);
    expect(lines[0]).toContain('person,features,classifier');
    expect(await readFile(files.report, 'utf8')).toContain('</html>');
  });

  it('tells the same as JSON', async () => {
    const { code, out, err } = await runCommand('evaluate', ...subject, '--people', '2', '--json');
    expect(code, err).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      filter: 'scenario',
      results: [{ classifier: 'lda', accuracy: { n: 2 }, bestIn: 2, meanRank: 1 }],
      people: [{ person: 1 }, { person: 2 }],
      notes: [],
    });
  });

  it('goes on from who is kept, by however many threads', async () => {
    const keep = join(folder, 'kept');
    const asked = ['evaluate', ...subject.slice(0, 2), '--json', '--keep', keep, '--threads'];
    await runCommand(...asked, '0', '--people', '1');
    const [first = ''] = await readdir(keep);
    const { mtimeMs } = await stat(join(keep, first));
    const { out, err } = await runCommand(...asked, '2', '--people', '2');
    expect((await stat(join(keep, first))).mtimeMs).toBe(mtimeMs);
    expect(await readdir(keep)).toHaveLength(2);
    const afresh = await runCommand('evaluate', ...subject, '--people', '2', '--json');
    expect(out, err).toBe(afresh.out);
  });

  it.each([
    [['--data', 'recordings', '--people', '3'], /cannot be used with --data/, /Leave out --data/],
    [['--decoder', 'd.json', '--people', '3'], /trained on one person/, /--person 7/],
    [['--cohort', '1'], /got no --people/, /--people 20 --cohort 1/],
    [['--keep', 'kept'], /not an evaluation of several people/, /--people 20/],
    [['--people', '0'], /whole number within \[1, 1000\]/, /./],
    [['--people', '3', '--classifier', 'ws:9001'], /in threads/, /such as lda/],
  ])('refuses %j', async (flags, message, hint) => {
    const { code, err } = await runCommand('evaluate', ...flags);
    expect(code).toBe(2);
    expect(err).toMatch(message);
    expect(err).toMatch(hint);
  });
});

describe('stress --people', () => {
  it('tells what a dial costs people, and writes CSV and a report', async () => {
    const files = { csv: join(folder, 'stress.csv'), report: join(folder, 'stress.html') };
    const { code, out, err } = await runCommand(
      ...['stress', ...subject, '--people', '3', '--quick', '--dials', 'noise'],
      ...['--csv', files.csv, '--report', files.report],
    );
    expect(code, err).toBe(0);
    expect(out).toMatch(/people +3 of .*: persons 1 to 3/);
    expect(out).toMatch(/noise +\+20 µV +\d+\.\d ± \d+\.\d % +−?\d+\.\d ± \d+\.\d +−?\d+\.\d to /);
    expect((await readFile(files.csv, 'utf8')).split('\n')[2]).toMatch(/^noise,20,µV,3,/);
    expect(await readFile(files.report, 'utf8')).toContain('</html>');
  });

  it('refuses a decoder of one person', async () => {
    const { code, err } = await runCommand('stress', '--people', '3', '--decoder', 'decoder.json');
    expect(code).toBe(2);
    expect(err).toContain('trained on one person');
  });
});
