import { createServer } from 'node:http';
import { Command } from 'commander';
import { WebSocket, WebSocketServer } from 'ws';
import type { CommandContext } from '../cli/context.js';
import { InputOutputError } from '../../src/ground/signal/errors.js';
import { integerArgument } from '../cli/options.js';
import { table } from '../cli/output.js';
import { packageVersion } from '../package-info.js';

interface Check {
  readonly name: string;
  /** `warn` where the product works without it. */
  readonly state: 'ok' | 'warn' | 'fail';
  readonly text: string;
}

/** `myodesis doctor`: whether this machine has what the product needs. */
export function doctorCommand({ terminal }: CommandContext): Command {
  return new Command('doctor')
    .description('Whether this machine has what Myodesis needs.')
    .option('--port <n>', 'port to try', integerArgument(0, 65535), 8080)
    .addHelpText('after', '\nExample:\n  myodesis doctor --port 9000')
    .action(async (flags: { port: number; json?: boolean }) => {
      const checks: Check[] = [
        nodeVersion(),
        wasmSimd(),
        await portFree(flags.port),
        await roundTrip(),
        ...(await optionalPackages()),
      ];
      if (flags.json) terminal.out(`${JSON.stringify({ version: packageVersion(), checks })}\n`);
      else terminal.out(table(checks.map(({ name, state, text }) => [`${state.padEnd(5)}${name}`, text])));
      const failed = checks.filter(({ state }) => state === 'fail');
      if (failed.length > 0)
        throw new InputOutputError(`doctor: ${failed.map(({ name }) => name).join(', ')} failed`, {
          hint: failed.map(({ text }) => text).join(' '),
        });
    });
}

function nodeVersion(): Check {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const fits = major > 20 || (major === 20 && minor >= 19);
  const text = fits ? `v${process.versions.node}` : `v${process.versions.node}; install Node 20.19 or newer.`;
  return { name: 'Node', state: fits ? 'ok' : 'fail', text };
}

/** `(module (func (result v128) i32.const 0 i8x16.splat))`: valid only where SIMD is known. */
const simdModule = Uint8Array.of(
  ...[0, 97, 115, 109, 1, 0, 0, 0],
  ...[1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 8, 1, 6, 0, 65, 0, 253, 15, 11],
);

function wasmSimd(): Check {
  return WebAssembly.validate(simdModule)
    ? { name: 'WebAssembly SIMD', state: 'ok', text: 'available' }
    : { name: 'WebAssembly SIMD', state: 'warn', text: 'missing: synthesis runs in JavaScript, slower' };
}

async function portFree(port: number): Promise<Check> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', (error) => {
      const taken = 'code' in error && error.code === 'EADDRINUSE';
      const text = taken ? `taken; use --port ${port + 1}` : error.message;
      resolve({ name: `port ${port}`, state: 'warn', text });
    });
    server.listen(port, '127.0.0.1', () => {
      server.close(() => resolve({ name: `port ${port}`, state: 'ok', text: 'free' }));
    });
  });
}

/** A WebSocket message to ourselves and back. */
async function roundTrip(): Promise<Check> {
  const name = 'WebSocket';
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  try {
    const text = await new Promise<string>((resolve, reject) => {
      const timeout = setTimeout(() => reject(new Error('no answer within 3 s')), 3000);
      server.on('error', reject);
      server.on('connection', (socket) => socket.on('message', (data) => socket.send(data)));
      server.on('listening', () => {
        const address = server.address();
        const port = typeof address === 'object' && address ? address.port : 0;
        const socket = new WebSocket(`ws://127.0.0.1:${port}`);
        let sent = 0;
        socket.on('error', reject);
        socket.on('open', () => {
          sent = performance.now();
          socket.send('ping');
        });
        socket.on('message', () => {
          clearTimeout(timeout);
          socket.close();
          resolve(`round trip ${(performance.now() - sent).toFixed(1)} ms`);
        });
      });
    });
    return { name, state: 'ok', text };
  } catch (error) {
    return { name, state: 'fail', text: error instanceof Error ? error.message : String(error) };
  } finally {
    for (const client of server.clients) client.terminate();
    server.close();
  }
}

const optional = [
  ['h5wasm', 'HDF5 recordings'],
  ['hyparquet-writer', 'Parquet recordings'],
  ['bullmq', 'studies over a queue'],
  ['onnxruntime-node', 'ONNX classifiers'],
  ['onnxruntime-web', 'ONNX classifiers'],
] as const;

async function optionalPackages(): Promise<Check[]> {
  return Promise.all(
    optional.map(async ([name, purpose]): Promise<Check> => {
      try {
        import.meta.resolve(name);
        return { name: `package ${name}`, state: 'ok', text: purpose };
      } catch {
        return { name: `package ${name}`, state: 'warn', text: `not installed; needed for ${purpose} only` };
      }
    }),
  );
}
