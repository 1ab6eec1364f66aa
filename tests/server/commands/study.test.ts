import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { parquetReadObjects } from 'hyparquet';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../../server/program.js';
import { smallScenario } from '../../support/small-scenario.js';
import { runCommand, type Outcome } from './run-command.js';

const broken = `let people = 0;
export function createClassifier() {
  return { classes: [], fit() { throw new Error('gave up'); }, posterior: () => [] };
}`;
const study = {
  name: 'Small study',
  scenario: smallScenario({ intent: { ...smallScenario().intent, repetitions: 1 } }),
  cohort: { people: [1, 2, 7] },
  conditions: { grid: [{ dial: 'noise', values: [5, 40] }] },
  metrics: ['accuracy', 'onsetSeconds'],
  restSeconds: 5,
};
let folder: string;
let file: string;
const at = (...path: string[]): string => join(folder, ...path);
const write = async (name: string, value: unknown): Promise<string> => {
  await writeFile(at(name), JSON.stringify(value));
  return at(name);
};
const runStudy = (out: string, ...more: string[]): Promise<Outcome> =>
  runCommand('study', file, '--out', at(out), ...more);
/** All that is the same whoever computes it. */
const filesOf = (out: string): Promise<Buffer[]> =>
  Promise.all(
    ['rows.csv', 'rows.parquet', 'report.html', 'study.json'].map((name) => readFile(at(out, name))),
  );

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'myodesis-study-'));
  file = await write('study.json', study);
  const { code, err } = await runStudy('whole', '--threads', '0');
  expect(code, err).toBe(0);
});
afterAll(() => rm(folder, { recursive: true }));

describe('study', () => {
  it('writes a row for each person, condition and measure, as CSV and as Parquet', async () => {
    const lines = (await readFile(at('whole', 'rows.csv'), 'utf8')).trimEnd().split('\n');
    expect(lines[0]).toBe('person,condition,decoder,metric,value,failure,noise');
    expect(lines).toHaveLength(1 + 3 * 3 * 2);
    const bytes = await readFile(at('whole', 'rows.parquet'));
    const rows = await parquetReadObjects({ file: new Uint8Array(bytes).buffer });
    const values = rows.map((row) => Object.values(row).map((cell) => (cell === null ? '' : String(cell))));
    expect(values.map((cells) => cells.join(','))).toEqual(lines.slice(1));
    expect(await readFile(at('whole', 'report.html'), 'utf8')).toContain('noise 40');
  });

  it('is the same bits by several threads', async () => {
    const { code, err } = await runStudy('threads', '--threads', '2');
    expect(code, err).toBe(0);
    expect(await filesOf('threads')).toEqual(await filesOf('whole'));
  });

  it('tells the same as JSON, and computes nothing that is kept', async () => {
    const { out, err } = await runStudy('whole', '--json', '--threads', '0');
    const told: unknown = JSON.parse(out);
    expect(told, err).toMatchObject({
      study: 'Small study',
      effects: [{ condition: 'as calibrated', value: { n: 3 } }, { difference: { n: 3 } }, {}, {}, {}, {}],
      failures: [],
    });
  });

  it('is the same bits when shards are put together', async () => {
    for (const n of [1, 2, 3]) {
      const { code, out, err } = await runStudy(`shard${n}`, '--shard', `${n}/3`, '--threads', '0');
      expect(code, err).toBe(0);
      expect(out).toContain(`shard ${n} of 3`);
    }
    const shards = [3, 1, 2].map((n) => at(`shard${n}`));
    const { code, err } = await runCommand('study', 'merge', ...shards, '--out', at('merged'));
    expect(code, err).toBe(0);
    expect(await filesOf('merged')).toEqual(await filesOf('whole'));
    expect((await readdir(at('merged', 'kept'))).sort()).toEqual((await readdir(at('whole', 'kept'))).sort());
  });

  it('goes on where it was stopped, with the same bits', async () => {
    const stop = new AbortController();
    let err = '';
    const terminal = {
      interactive: true,
      out: () => undefined,
      err: (text: string) => {
        err += text;
        if (/ 33 %/.test(text)) stop.abort();
      },
    };
    const argv = ['study', file, '--out', at('stopped'), '--threads', '0'];
    expect(await run(argv, terminal, stop.signal)).toBe(4);
    expect(err).toMatch(/stopped: 1 of 3 people are done\n.*the same command goes on/);
    const [first = ''] = await readdir(at('stopped', 'kept'));
    const before = await readFile(at('stopped', 'kept', first));
    expect((await runStudy('stopped', '--threads', '0')).code).toBe(0);
    expect(await readFile(at('stopped', 'kept', first))).toEqual(before);
    expect(await filesOf('stopped')).toEqual(await filesOf('whole'));
  });

  it('goes on where it was killed, with the same bits', async () => {
    const argv = [join('dist', 'server', 'main.js'), 'study', file, '--out', at('killed'), '--threads', '0'];
    const child = spawn(process.execPath, argv, { stdio: 'ignore' });
    const ended = once(child, 'exit');
    const whole = (name: string): boolean => name.endsWith('.json');
    while (!(existsSync(at('killed', 'kept')) && readdirSync(at('killed', 'kept')).some(whole)))
      await new Promise((resolve) => setTimeout(resolve, 20));
    child.kill('SIGKILL');
    expect(await ended).toEqual([null, 'SIGKILL']);
    expect((await readdir(at('killed', 'kept'))).filter(whole).length).toBeLessThan(3);
    expect((await runStudy('killed', '--threads', '0')).code).toBe(0);
    expect(await filesOf('killed')).toEqual(await filesOf('whole'));
  });

  it('has a row for what failed, does the rest, and says so', async () => {
    await writeFile(at('broken.mjs'), broken);
    const decoders = [{ classifier: 'lda' }, { name: 'mine', classifier: at('broken.mjs') }];
    const failing = await write('failing.json', {
      ...study,
      decoders,
      cohort: { count: 1 },
      metrics: ['accuracy'],
    });
    const { code, out, err } = await runCommand('study', failing, '--out', at('failing'), '--threads', '0');
    expect(code).toBe(4);
    expect(err).toMatch(/failed: person 1, as calibrated, mine: .*gave up/);
    expect(err).toMatch(/3 of the person-conditions failed; all others have their rows/);
    expect(out).toContain('HTD lda');
    const rows = (await readFile(at('failing', 'rows.csv'), 'utf8')).split('\n');
    expect(rows[1]).toMatch(/^1,as calibrated,HTD lda,accuracy,0\.\d+,,$/);
    expect(rows[2]).toMatch(/^1,as calibrated,mine,accuracy,,.*gave up/);
  });
});

describe('study refuses', () => {
  it.each<[string, Record<string, unknown>, number, RegExp]>([
    ['unknown', { peeple: 3 }, 3, /unknown\.json: unknown field peeple/],
    ['nobody', { cohort: { count: 0 } }, 3, /nobody\.json: cohort: got nobody/],
  ])('a file with a mistake: %s', async (name, patch, expected, message) => {
    const wrong = await write(`${name}.json`, { ...study, ...patch });
    const { code, err } = await runCommand('study', wrong, '--out', at('none'));
    expect(code).toBe(expected);
    expect(err).toMatch(message);
  });

  it.each([
    [['--shard', '4/3'], 2, /Shards go from 1/],
    [['--shard', '4/4'], 2, /3 people cannot be divided into 4 shards/],
    [['--shard', '1/2', '--out', '%whole'], 4, /has the whole of this study, not shard 1 of 2/],
  ])('%j', async (flags, expected, message) => {
    const { code, err } = await runStudy('none', ...flags.map((flag) => flag.replace('%', at('/'))));
    expect(code).toBe(expected);
    expect(err).toMatch(message);
  });

  it('a folder of another study, or of another version', async () => {
    const other = await write('other.json', { ...study, restSeconds: 6 });
    const { code, err } = await runCommand('study', other, '--out', at('whole'));
    expect(code).toBe(4);
    expect(err).toMatch(/has results of another study\n.*--out/);
    await cp(at('whole'), at('old'), { recursive: true });
    const told = await readFile(at('old', 'study.json'), 'utf8');
    await writeFile(at('old', 'study.json'), told.replace(/"version": "[^"]+"/, '"version": "0.0.1"'));
    const old = await runStudy('old');
    expect(old.err).toMatch(/has results of myodesis 0\.0\.1, this is myodesis/);
    await writeFile(at('old', 'study.json'), '{}');
    expect((await runStudy('old')).err).toMatch(/study\.json: not what a study writes/);
  });

  it('to merge what is not whole, or differs, and names it', async () => {
    const merge = (...folders: string[]) =>
      runCommand('study', 'merge', ...folders.map((one) => at(one)), '--out', at('bad'));
    expect((await merge('shard1', 'shard3')).err).toMatch(
      /1 of 3 people have no results: shard 2 of 3 is missing/,
    );
    await cp(at('shard2'), at('cut'), { recursive: true });
    const [kept = ''] = await readdir(at('cut', 'kept'));
    const whole = await readFile(at('cut', 'kept', kept), 'utf8');
    await writeFile(at('cut', 'kept', kept), whole.slice(0, -9));
    const cut = await merge('shard1', 'cut', 'shard3');
    expect(cut.err).toMatch(/is damaged/);
    expect(cut.err).toMatch(/shard 2 of 3 in .*cut is not done/);
    expect((await merge('shard1', 'kept')).err).toMatch(/kept: no results of a study/);
    const other = await write('other.json', { ...study, restSeconds: 6, cohort: { count: 1 } });
    await runCommand('study', other, '--out', at('other'), '--threads', '0');
    expect((await merge('whole', 'other')).err).toMatch(/other: has results of another study/);
  });

  it('to merge two results of one person that differ', async () => {
    await cp(at('shard1'), at('forged'), { recursive: true });
    const name = at('forged', 'kept', (await readdir(at('forged', 'kept')))[0] ?? '');
    const [, json = ''] = (await readFile(name, 'utf8')).split('\n');
    const { createHash } = await import('node:crypto');
    const forged = json.replace(/"instability":[\d.]+/, '"instability":0.5');
    await writeFile(name, `${createHash('sha256').update(forged).digest('hex')}\n${forged}\n`);
    const { code, err } = await runCommand('study', 'merge', at('whole'), at('forged'), '--out', at('bad'));
    expect(code).toBe(4);
    expect(err).toMatch(/person \d: .*whole and .*forged have different results/);
  });
});
