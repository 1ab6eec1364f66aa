import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';

/** A folder of the test file's own, removed afterwards. */
export function scratch(): (name: string) => string {
  let dir = '';
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'recordings-'));
  });
  afterAll(() => rm(dir, { recursive: true, force: true }));
  return (name) => join(dir, name);
}

export const goldenPath = (name: string): string =>
  new URL(`../../golden/recordings/${name}`, import.meta.url).pathname;

export { feed, infoOf, noise, readAll, truthOf, worst } from './signals.js';

/** A Python that has a module, or undefined; says loudly when a check is not made for want of it. */
export function pythonWith(module: string): string | undefined {
  for (const python of ['/usr/bin/python3', 'python3'])
    try {
      execFileSync(python, ['-c', `import ${module}`], { stdio: 'ignore' });
      return python;
    } catch {
      continue;
    }
  console.warn(`NOT CHECKED against ${module}: no Python with it was found here`);
  return undefined;
}

/** What a Python script prints as JSON. */
export function python(program: string, script: string, ...args: string[]): unknown {
  return JSON.parse(execFileSync(program, ['-c', script, ...args], { encoding: 'utf8' }));
}

/** A file of somebody else's: damaged, odd or both. */
export const inputPath = (name: string): string =>
  new URL(`../../golden/inputs/${name}`, import.meta.url).pathname;
