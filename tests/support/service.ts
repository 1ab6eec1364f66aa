import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { freePorts } from './free-ports.js';

const main = resolve(import.meta.dirname, '../../dist/server/main.js');

/** A running `myodesis serve`, as a user starts it. */
export interface Service {
  readonly address: string;
  readonly port: number;
  readonly process: ChildProcess;
  /** Everything it printed so far. */
  readonly output: () => string;
  /** End it: politely, or as when the plug is pulled. */
  stop(signal?: NodeJS.Signals): Promise<void>;
}

/**
 * Start the built service and wait for its address.
 * @param args flags of `serve`
 * @param port where nobody gives another's away while this one is started anew; by default a free one
 * @param openFiles most files that it may have open
 */
export async function startService(
  args: readonly string[] = [],
  port?: number,
  openFiles?: number,
): Promise<Service> {
  const command = [process.execPath, main, 'serve', '--port', String(port ?? (await freePorts())), ...args];
  const limited = openFiles === undefined ? [] : ['bash', '-c', `ulimit -n ${openFiles}; exec "$@"`, 'bash'];
  const [program = '', ...words] = [...limited, ...command];
  const child = spawn(program, words, {
    cwd: mkdtempSync(join(tmpdir(), 'myodesis-')),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const address = await new Promise<string>((found, failed) => {
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      const match = output.match(/http:\/\/[\d.]+:\d+/);
      if (match) found(match[0]);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => failed(new Error(`service ended with ${code}: ${output}`)));
  });
  return {
    address,
    port: Number(new URL(address).port),
    process: child,
    output: () => output,
    stop: async (signal = 'SIGTERM') => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill(signal);
      await once(child, 'exit');
    },
  };
}
