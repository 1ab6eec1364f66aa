#!/usr/bin/env node
import { run } from './program.js';
import { processTerminal } from './cli/output.js';

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
// A reader such as `head` may close its end before everything is written.
process.stdout.on('error', (error) => {
  if ('code' in error && error.code === 'EPIPE') process.exit(0);
});
// Of what cannot be told there is nobody left to tell.
process.stderr.on('error', () => undefined);

process.exitCode = await run(process.argv.slice(2), processTerminal, stop.signal);
