import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sources } from '../../src/ground/sources/index.js';
import { runCommand } from './commands/run-command.js';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'myodesis-program-'));
  await writeFile(join(folder, 'broken.json'), '{"limb":');
  await writeFile(join(folder, 'wrong.json'), '{"limb":{"fatThicknessMm":"thick"}}');
  await writeFile(join(folder, 'ragged.csv'), '1,2\n3\n');
  await writeFile(join(folder, 'words.csv'), '1,2\n3,four\n');
});

afterAll(() => rm(folder, { recursive: true }));

describe('help', () => {
  it('of the whole lists every command', async () => {
    const { code, out } = await runCommand('--help');
    expect(code).toBe(0);
    for (const name of [
      'serve',
      'simulate',
      'train',
      'evaluate',
      'replay',
      'features',
      'presets',
      'sources',
      'doctor',
    ])
      expect(out).toContain(`  ${name}`);
  });

  it.each(['serve', 'simulate', 'train', 'evaluate', 'replay', 'features', 'presets', 'sources', 'doctor'])(
    'of %s shows an example',
    async (name) => {
      const { code, out } = await runCommand(name, '--help');
      expect(code).toBe(0);
      expect(out).toMatch(/Examples?:\n {2}myodesis/);
    },
  );

  it('is shown where nothing is asked for, and the version is a version', async () => {
    expect((await runCommand()).out).toContain('Usage: myodesis');
    expect((await runCommand('--version')).out).toMatch(/^\d+\.\d+\.\d+/);
  });
});

describe('bad input', () => {
  it.each<[string[], number, RegExp, RegExp]>([
    [['simulat'], 2, /unknown command 'simulat'/, /simulate/],
    [['simulate', '--sede', '3', '--out', 'x'], 2, /unknown option '--sede'/, /--seed/],
    [['simulate', '--seconds', 'ten', '--out', 'x'], 2, /--seconds/, /./],
    [['simulate'], 2, /--out/, /./],
    [['simulate', '--out', 'x', '--format', 'edff'], 2, /--format/, /./],
    [['evaluate', '--data', 'x', '--classifier', 'ldaa'], 2, /lda/, /./],
    [['evaluate', '--data', 'x', '--test-repetitions', '6-x'], 2, /--test-repetitions/, /./],
    [['simulate', '--preset', 'transhumeral-tm', '--out', 'x'], 3, /unknown preset/, /transhumeral-tmr/],
    [['presets', 'nobody'], 3, /unknown preset/, /Presets:/],
    [['sources', 'fuglevnd-1993'], 3, /unknown source "fuglevnd-1993"/, /fuglevand-1993/],
    [['simulate', '--set', 'limb.fatThickness=3', '--out', 'x'], 3, /limb\.fatThickness/, /fatThicknessMm/],
    [['simulate', '--set', 'limb.fatThicknessMm=-3', '--out', 'x'], 3, /limb\.fatThicknessMm: got -3/, /./],
    [['simulate', '--set', 'muscles.99.name=x', '--out', 'x'], 3, /muscles\.99/, /items 0 to/],
    [['simulate', '--set', 'limb', '--out', 'x'], 2, /--set limb/, /--set limb\.fatThicknessMm=6/],
    [['simulate', '--seed', '-1', '--out', 'x'], 3, /seed: got -1/, /./],
    [['simulate', '--scenario', '{}/none.json', '--out', 'x'], 4, /none\.json/, /./],
    [['simulate', '--scenario', '{}/broken.json', '--out', 'x'], 4, /broken\.json: not valid JSON/, /./],
    [['simulate', '--scenario', '{}/wrong.json', '--out', 'x'], 3, /limb\.fatThicknessMm: got "thick"/, /./],
    [['features', '{}/none.csv', '--rate', '1000'], 4, /none\.csv: ENOENT: no such file/, /./],
    [['features', '{}/ragged.csv', '--rate', '1000'], 4, /ragged\.csv: row 2/, /./],
    [['features', '{}/words.csv', '--rate', '1000'], 4, /words\.csv: row 2, column 2/, /./],
    [['evaluate', '--data', '{}/none'], 4, /none/, /./],
    [['evaluate', '--data', '{}'], 4, /ragged\.csv: row 2/, /./],
    [['replay', '{}'], 4, /ragged\.csv: row 2/, /./],
    [['serve', '--port', '99999'], 2, /--port/, /./],
    [['serve', '--scenario', 'a.json', '--preset', 'b'], 2, /cannot be used with/, /./],
  ])('%j ends with %i', async (argv, code, message, hint) => {
    const outcome = await runCommand(...argv.map((arg) => arg.replace('{}', folder)));
    expect(outcome.code, outcome.err).toBe(code);
    const [first = '', second = ''] = outcome.err.split('\n');
    expect(first).toMatch(/^myodesis: /);
    expect(first).toMatch(message);
    expect(second).toMatch(/^ {2}hint: /);
    expect(second).toMatch(hint);
    expect(outcome.err).not.toMatch(/ at .*:\d+:\d+/);
    expect(outcome.out).toBe('');
  });

  it('is told as JSON to machines, and with its stack to those who debug', async () => {
    const { err } = await runCommand('presets', 'nobody', '--json');
    expect(JSON.parse(err).error).toMatchObject({ code: 'config', field: 'preset' });
    expect((await runCommand('presets', 'nobody', '--debug')).err).toMatch(/ at .*:\d+:\d+/);
  });

  it('of a taken port names it and another', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const { code, err } = await runCommand('serve', '--port', String(port));
    await new Promise((resolve) => server.close(resolve));
    expect(code).toBe(4);
    expect(err).toContain(`port ${port} is taken`);
    expect(err).toContain(`--port ${port + 1}`);
  });
});

it('presets are listed and shown whole', async () => {
  const { out } = await runCommand('presets', '--json');
  const list = JSON.parse(out);
  expect(list.length).toBeGreaterThanOrEqual(2);
  const shown = JSON.parse((await runCommand('presets', list[0].name)).out);
  expect(shown.version).toBe(1);
});

it('sources are listed, and shown with what they found on how many', async () => {
  const { out } = await runCommand('sources');
  expect(out).toMatch(/^jaegers-1995 +abstract +Jaegers, Arendzen & de Jongh/m);
  expect(out.trim().split('\n')).toHaveLength(Object.keys(sources).length);
  const one = (await runCommand('sources', 'sadamoto-1983')).out;
  expect(one).toContain('https://pubmed.ncbi.nlm.nih.gov/6685038/');
  expect(one).toMatch(/50 to 64 % MVC.*\(of MVC\); n: 5/);
  expect(one).toContain('known from: abstract');
  expect(JSON.parse((await runCommand('sources', '--json')).out)).toEqual(sources);
  expect(JSON.parse((await runCommand('sources', 'naeije-1982', '--json')).out)).toEqual(
    sources['naeije-1982'],
  );
});

it('doctor finds this machine fit', async () => {
  const { code, out } = await runCommand('doctor', '--json', '--port', '0');
  expect(code).toBe(0);
  const { checks } = JSON.parse(out);
  const state = (name: string) => checks.find((check: { name: string }) => check.name === name)?.state;
  expect(state('Node')).toBe('ok');
  expect(state('WebSocket')).toBe('ok');
  expect(state('WebAssembly SIMD')).toBe('ok');
});
