import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { findProgram } from './find-program.js';
import { freePorts } from './free-ports.js';

/** A Redis, where it is installed. */
export const redisServer = findProgram('studies over a queue: install redis-server', [
  ['redis-server', '--version'],
]);

/** A Redis of a test's own, in memory alone: one that was stopped has forgotten all. */
export class TestRedis {
  private process: ChildProcess | undefined;

  private constructor(
    readonly port: number,
    private readonly flags: readonly string[],
  ) {}

  /** @param flags of `redis-server` */
  static async start(...flags: string[]): Promise<TestRedis> {
    const redis = new TestRedis(await freePorts(), flags);
    await redis.start();
    return redis;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** Start it, at the same place as before. */
  async start(): Promise<void> {
    const memory = ['--save', '', '--appendonly', 'no', '--dir', tmpdir()];
    const argv = ['--port', String(this.port), '--bind', '127.0.0.1', ...memory, ...this.flags];
    const child = spawn(redisServer ?? 'redis-server', argv, { stdio: ['ignore', 'pipe', 'inherit'] });
    this.process = child;
    await new Promise<void>((ready, failed) => {
      let said = '';
      child.stdout.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        if (said.includes('Ready to accept connections')) ready();
      });
      child.once('exit', (code) => failed(new Error(`redis-server ended with ${code}: ${said}`)));
    });
  }

  async stop(): Promise<void> {
    const { process } = this;
    if (!process || process.exitCode !== null || process.signalCode !== null) return;
    process.kill('SIGKILL');
    await once(process, 'exit');
  }
}
