import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { smallScenario } from '../support/small-scenario.js';
import { StreamClient } from './stream-client.js';

const main = fileURLToPath(new URL('../../server/main.ts', import.meta.url));
const tsx = import.meta.resolve('tsx');
let folder: string;
const children: ChildProcess[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'myodesis-main-'));
});

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await rm(folder, { recursive: true });
});

function myodesis(...argv: string[]) {
  const child = spawn(process.execPath, ['--import', tsx, main, ...argv], { cwd: folder });
  children.push(child);
  const wrote = { out: '', err: '' };
  child.stdout.on('data', (data) => (wrote.out += String(data)));
  child.stderr.on('data', (data) => (wrote.err += String(data)));
  return { child, wrote };
}

it('serve prints one line, streams a calibrated patient, and goes in peace', async () => {
  const scenario = join(folder, 'small.json');
  await writeFile(scenario, JSON.stringify(smallScenario()));
  const { child, wrote } = myodesis('serve', '--port', '0', '--scenario', scenario);
  await once(child.stdout, 'data');
  const port = Number(/^Myodesis is at http:\/\/127\.0\.0\.1:(\d+)\n$/.exec(wrote.out)?.[1]);
  expect(port, wrote.err).toBeGreaterThan(0);
  const client = await StreamClient.connect(port);
  await client.message('status', ({ phase }) => phase === 'running');
  await client.ask({ op: 'subscribe', streams: ['decisions'] });
  await client.until(() => client.frames.length > 0);
  child.kill('SIGINT');
  const [code] = await once(child, 'exit');
  expect(code).toBe(0);
  expect((await client.until(() => client.closed)).code).toBe(1001);
  expect(wrote.out.trimEnd().split('\n')).toHaveLength(1);
  expect(wrote.err).toBe('');
});

it('ends with the exit code of the error', async () => {
  const { child, wrote } = myodesis('simulate', '--preset', 'nobody', '--out', folder);
  const [code] = await once(child, 'exit');
  expect(code).toBe(3);
  expect(wrote.err).toMatch(/^myodesis: unknown preset "nobody"\n {2}hint: /);
});
