import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeBlocks } from '../../support/packed-package.js';
import { startService, type Service } from '../../support/service.js';
import { clientsFolder, compiler, octave, run, type Ended } from './programs.js';

const scratch = mkdtempSync(join(tmpdir(), 'myodesis-clients-'));
let service: Service;
beforeAll(async () => {
  service = await startService(['--preset', 'transhumeral-tmr']);
});
afterAll(async () => {
  await service.stop();
  rmSync(scratch, { recursive: true });
});

/** Lines that a pattern takes apart: what was intended and what was seen of it. */
function pairs(text: string, pattern: RegExp): [string, string][] {
  return [...text.matchAll(pattern)].map(([, intended = '', seen = '']) => [intended, seen]);
}

/** Most, as a person and a decoder are never perfect. */
function mostAgree(found: readonly [string, string][], least: number): void {
  const right = found.filter(([intended, seen]) => intended === seen);
  expect(right.length / found.length, JSON.stringify(found)).toBeGreaterThanOrEqual(least);
}

it.each(['cpp/watch.cpp', 'matlab/watch.m', 'browser/watch.js', 'python/classify.py', 'python/reinforce.py'])(
  '%s can be read in one sitting',
  (file) => {
    const lines = readFileSync(join(clientsFolder, file), 'utf8').trimEnd().split('\n');
    expect(lines.length).toBeGreaterThanOrEqual(20);
    expect(lines.length).toBeLessThanOrEqual(40);
  },
);

describe.skipIf(!compiler)('C++17', () => {
  const program = join(scratch, 'watch');
  const watch = (...args: string[]): Promise<Ended> => run(program, args);
  beforeAll(async () => {
    const warnings = ['-Wall', '-Wextra', '-Wpedantic', '-Werror'];
    const args = ['-std=c++17', ...warnings, join(clientsFolder, 'cpp/watch.cpp'), '-o', program];
    const { code, err } = await run(compiler ?? '', args);
    expect(err).toBe('');
    expect(code).toBe(0);
  });

  it('tells effort from rest, and the person obeys', async () => {
    const { code, out, err } = await watch('127.0.0.1', String(service.port), '6');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const found = pairs(out, /intended (\S+), seen (\S+)/g);
    expect(found).toHaveLength(50);
    mostAgree(
      found.map(([intended, seen]) => [intended === 'rest' ? 'rest' : 'effort', seen]),
      0.75,
    );
  });

  it('says what is wrong, and what to do instead', async () => {
    const nobody = await watch('127.0.0.1', '1');
    expect(nobody).toEqual({
      code: 1,
      out: '',
      err: 'no service at 127.0.0.1:1\n  hint: Start one with "npx myodesis serve".\n',
    });
  });
});

describe.skipIf(!octave)('Octave', () => {
  const evaluate = (text: string): Promise<Ended> =>
    run(octave ?? '', ['--no-gui', '--quiet', '--eval', text], { cwd: join(clientsFolder, 'matlab') });

  /** What Octave says on leaving while a socket is open, whatever the program did. */
  const withoutFarewell = (text: string): string =>
    text.replace(/^error: ignoring const execution_exception.*\n?/m, '');

  it('lets the person do one movement after the other, which the decoder recognises', async () => {
    const { code, out, err } = await evaluate(`watch('127.0.0.1', ${service.port}, 4)`);
    expect({ code, err: withoutFarewell(err) }).toEqual({ code: 0, err: '' });
    const found = pairs(out, /intended (\S+), decided (\S+)/g);
    expect(found.map(([intended]) => intended)).toEqual([
      'elbow-extension',
      'elbow-flexion',
      'hand-close',
      'hand-open',
    ]);
    mostAgree(found, 0.75);
  });

  it('does what its README shows, and says what is wrong and what to do instead', async () => {
    const nobody = await evaluate(`watch('127.0.0.1', 1)`);
    expect(nobody.code).toBe(1);
    expect(nobody.err).toMatch(
      /no service at 127\.0\.0\.1:1: .*\n {2}hint: Start one with "npx myodesis serve"\./,
    );
    const [shown = ''] = codeBlocks('server/clients/README.md', 'matlab');
    const { code, err } = await evaluate(
      shown.replace('8080', String(service.port)).replace(/plot.*/, 'disp(size(frame.data))'),
    );
    expect({ code, err: withoutFarewell(err) }).toEqual({ code: 0, err: '' });
    const asked = `p = MyodesisPatient('127.0.0.1', ${service.port}); p.intend('hand-close', 7); p.subscribe('raw');`;
    const refused = await evaluate(`${asked} p.next()`);
    expect(refused.err).toMatch(/strength is not valid, got 7\n {2}hint: .*"strength":0\.4.*within \[0, 1\]/);
  });
});
