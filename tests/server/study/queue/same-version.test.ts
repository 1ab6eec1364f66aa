import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { keptVersion } from '../../../../server/study/kept-version.js';
import { SameVersion } from '../../../../server/study/queue/same-version.js';

it('a worker computes nothing with a module that was changed after it was first asked for', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'myodesis-version-'));
  const mine = join(folder, 'mine.js');
  const modules = [mine];
  await writeFile(mine, 'export const one = 1;');
  const before = await keptVersion(modules);
  const worker = new SameVersion('the worker on HOST');
  await worker.require(before, modules);
  await worker.require(await keptVersion());
  await writeFile(mine, 'export const two = 2;');
  const after = await keptVersion(modules);
  expect(after).not.toBe(before);
  // One of its threads may have the old one, another load the new one.
  for (const version of [before, after])
    await expect(worker.require(version, modules)).rejects.toThrow(
      'the worker on HOST was started before what it computes with was changed',
    );
  await writeFile(mine, 'export const one = 1;');
  await worker.require(before, modules);
  await writeFile(mine, 'export const two = 2;');
  await new SameVersion('another').require(after, modules);
  await rm(folder, { recursive: true });
  await expect(worker.require(after, modules)).rejects.toThrow(/^the worker on HOST cannot read .*mine.js/);
});
