// Run with few file descriptors: uses them up, and lets a thread end that then cannot be replaced.
import { closeSync, openSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ThreadPool } from '../../../dist/server/workers/thread-pool.js';

const pool = new ThreadPool(fileURLToPath(new URL('./dying-worker.mjs', import.meta.url)), 1);
const answer = () =>
  pool.run('task', { name: 'answer' }).then(
    (value) => value,
    (error) => error.message,
  );
console.log(`before: ${await answer()}`);
const open = [];
try {
  for (;;) open.push(openSync('/dev/null'));
} catch {
  // None is left.
}
const abort = new AbortController();
const hanging = pool.run('task', { name: 'hang', signal: abort.signal });
await new Promise(setImmediate);
abort.abort();
await hanging.catch(() => undefined);
console.log(`without: ${await answer()}`);
for (const descriptor of open) closeSync(descriptor);
console.log(`after: ${await answer()}`);
await pool.close();
