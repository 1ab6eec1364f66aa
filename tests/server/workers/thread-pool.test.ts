import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import { ThreadPool } from '../../../server/workers/thread-pool.js';

const entry = fileURLToPath(new URL('./dying-worker.mjs', import.meta.url));
let pool: ThreadPool;
const run = (name: string, signal?: AbortSignal): Promise<unknown> =>
  pool.run('task', { name, ...(signal && { signal }) });

afterEach(() => pool.close());

it('tells of a thread that dies in the midst of its work, and has another for the next', async () => {
  pool = new ThreadPool(entry, 1);
  await expect(run('exit')).rejects.toMatchObject({
    code: 'resource',
    message: expect.stringMatching(/worker thread ended/),
    hint: expect.stringMatching(/\S/),
  });
  await expect(run('answer')).resolves.toBe('task');
});

// Node ends the process where a thread is ended while an ES module is required: about one in a hundred that end early.
it('imports the work, and does not require it', async () => {
  pool = new ThreadPool(entry, 1);
  const stack = await run('loader');
  expect(stack).toContain('dying-worker.mjs');
  expect(stack).not.toMatch(/cjs|require/i);
});

it('hands on what the work itself throws', async () => {
  pool = new ThreadPool(entry, 1);
  await expect(run('fail')).rejects.toThrow('a defect');
  await expect(run('answer')).resolves.toBe('task');
});

it.each([Infinity, 50])(
  'ends work that hangs when told to, and goes on (threads rest %s ms)',
  async (restMs) => {
    pool = new ThreadPool(entry, 1, restMs);
    const abort = new AbortController();
    const hanging = run('hang', abort.signal);
    const behind = run('answer');
    await new Promise(setImmediate);
    abort.abort();
    await expect(hanging).rejects.toMatchObject({ name: 'AbortError' });
    await expect(behind).resolves.toBe('task');
  },
);

it('lets go of work that waits when told to', async () => {
  pool = new ThreadPool(entry, 1);
  const abort = new AbortController();
  const end = new AbortController();
  const hanging = run('hang', end.signal);
  const behind = run('answer', abort.signal);
  await new Promise(setImmediate);
  abort.abort();
  await expect(behind).rejects.toMatchObject({ name: 'AbortError' });
  end.abort();
  await expect(hanging).rejects.toMatchObject({ name: 'AbortError' });
  await expect(run('answer')).resolves.toBe('task');
});

it('tells whoever waits that no thread can start, and starts one as soon as it can', async () => {
  const bad = new ThreadPool(`${entry}.nowhere`, 1);
  pool = new ThreadPool(entry, 1);
  await expect(bad.run('task', { name: 'answer' })).rejects.toThrow();
  await expect(bad.run('task', { name: 'answer' })).rejects.toThrow();
  await bad.close();
});

it('outlives a lack of file descriptors: work fails with the reason, and is done when there are some', async () => {
  pool = new ThreadPool(entry, 1);
  const script = fileURLToPath(new URL('./without-descriptors.mjs', import.meta.url));
  const child = spawn('sh', ['-c', `ulimit -n 64; exec "${process.execPath}" "${script}"`]);
  let said = '';
  child.stdout.on('data', (data) => (said += String(data)));
  child.stderr.on('data', (data) => (said += String(data)));
  const [code] = await once(child, 'close');
  expect(said.trim().split('\n')).toEqual([
    'before: task',
    'without: a worker thread could not start: too many open files',
    'after: task',
  ]);
  expect(code).toBe(0);
});
