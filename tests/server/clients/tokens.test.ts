import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startService, type Service } from '../../support/service.js';
import { clientsFolder, compiler, octave, python, run, type Ended } from './programs.js';

const presenter = 'presenter-of-this-test';
const viewer = 'viewer-of-this-test-1';
const scratch = mkdtempSync(join(tmpdir(), 'myodesis-tokens-'));
let service: Service;
beforeAll(async () => {
  service = await startService(['--presenter-token', presenter, '--viewer-token', viewer]);
});
afterAll(async () => {
  await service.stop();
  rmSync(scratch, { recursive: true });
});

/** How a client that intends, and sees, does with each token. */
type Client = (token: string) => Promise<Ended>;

async function keepsTheRoles(client: Client): Promise<void> {
  expect(await client(presenter)).toMatchObject({ code: 0, out: expect.stringContaining('seen') });
  const looking = await client(viewer);
  expect(looking.code).toBe(1);
  expect(looking.err).toMatch(/viewers .*\n(.*\n)* {2}hint: /);
  const stranger = await client('');
  expect(stranger.code).toBe(1);
  expect(stranger.err).toMatch(/token/);
}

it.skipIf(!python)('Python comes in by token, or by the link that has it', async () => {
  const client: Client = (token) => {
    const script = [
      'import sys, myodesis',
      'try:',
      `    with myodesis.Patient(sys.argv[1]) as patient:`,
      '        next(patient.stream("raw"))',
      '        patient.intend({"hand-close": 0.4})',
      '        print("seen")',
      'except myodesis.MyodesisError as error:',
      '    sys.exit(str(error))',
    ];
    const link = token === '' ? service.address : `${service.address}/?token=${token}`;
    const env = { PYTHONPATH: join(clientsFolder, 'python'), PYTHONDONTWRITEBYTECODE: '1' };
    return run(python ?? '', ['-c', script.join('\n'), link], { env });
  };
  await keepsTheRoles(client);
});

it.skipIf(!compiler)('C++ comes in by token', async () => {
  const program = join(scratch, 'watch');
  await run(compiler ?? '', ['-std=c++17', join(clientsFolder, 'cpp/watch.cpp'), '-o', program]);
  await keepsTheRoles((token) => run(program, ['127.0.0.1', String(service.port), '1.5', token]));
});

it.skipIf(!octave)('Octave comes in by token', async () => {
  await keepsTheRoles((token) => {
    const script =
      `p = MyodesisPatient('127.0.0.1', ${service.port}, '${token}'); p.intend('rest'); p.subscribe('raw'); ` +
      `for n = 1:10, p.next(); end, disp('seen')`;
    const args = ['--no-gui', '--quiet', '--eval', script];
    return run(octave ?? '', args, { cwd: join(clientsFolder, 'matlab') });
  });
});
