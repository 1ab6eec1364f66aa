import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { TestRedis } from '../support/redis.js';
import { smallScenario } from '../support/small-scenario.js';
import { runCommand } from '../server/commands/run-command.js';

/** Only where it is asked for: it needs root, `ip` and `redis-server`, and adds networks for a while. */
const people = Number(process.env.QUEUE_HOSTS_PEOPLE ?? 0);
const PASSWORD = 'between-hosts';

/** A host of its own, as far as networks go: a namespace with a cable to this one. */
class Host {
  private readonly worker: ChildProcess;
  said = '';

  constructor(
    private readonly name: string,
    readonly subnet: number,
    port: number,
  ) {
    const cable = `my${subnet}`;
    const inside = `${cable}in`;
    ip('netns', 'add', name);
    ip('link', 'add', cable, 'type', 'veth', 'peer', 'name', inside);
    ip('link', 'set', inside, 'netns', name);
    ip('addr', 'add', `10.231.${subnet}.1/24`, 'dev', cable);
    ip('link', 'set', cable, 'up');
    ip('netns', 'exec', name, 'ip', 'addr', 'add', `10.231.${subnet}.2/24`, 'dev', inside);
    ip('netns', 'exec', name, 'ip', 'link', 'set', inside, 'up');
    const url = `redis://10.231.${subnet}.1:${port}`;
    const argv = ['worker', '--queue', url, '--threads', '1', '--lost-after', '3'];
    this.worker = spawn(
      'ip',
      ['netns', 'exec', name, process.execPath, join('dist', 'server', 'main.js'), ...argv],
      {
        env: { ...process.env, MYODESIS_QUEUE_PASSWORD: PASSWORD },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    for (const stream of [this.worker.stdout, this.worker.stderr])
      stream?.on('data', (chunk: Buffer) => (this.said += chunk.toString()));
  }

  /** Pull the cable, or plug it in again. */
  cable(state: 'up' | 'down'): void {
    ip('link', 'set', `my${this.subnet}`, state);
  }

  /** People whom it has done. */
  get done(): number {
    return this.said.split('is done').length - 1;
  }

  async end(): Promise<number | null> {
    if (this.worker.exitCode === null) {
      this.worker.kill('SIGTERM');
      await once(this.worker, 'exit');
    }
    return this.worker.exitCode;
  }

  remove(): void {
    this.worker.kill('SIGKILL');
    ip('netns', 'del', this.name);
  }
}

const ip = (...args: string[]): Buffer => execFileSync('ip', args);

it.runIf(people > 0)(
  'a study over two hosts, one of which is cut off for a while, is the same bits as on one',
  { timeout: 120_000 + 10_000 * people },
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'myodesis-hosts-'));
    const redis = await TestRedis.start('--bind', '0.0.0.0', '--requirepass', PASSWORD);
    const hosts: Host[] = [];
    onTestFinished(async () => {
      for (const host of hosts) host.remove();
      await redis.stop();
      await rm(folder, { recursive: true });
    });
    for (const n of [1, 2]) hosts.push(new Host(`myodesis${n}`, n, redis.port));
    const [first, second] = hosts;
    const file = join(folder, 'study.json');
    const study = {
      scenario: smallScenario({ intent: { ...smallScenario().intent, repetitions: 1 } }),
      cohort: { count: people },
      conditions: { grid: [{ dial: 'noise', values: [5, 10, 20, 40] }] },
    };
    await writeFile(file, JSON.stringify(study));
    const run = (out: string, ...more: string[]) =>
      runCommand('study', file, '--out', join(folder, out), ...more);
    const filesOf = (out: string): Promise<Buffer[]> =>
      Promise.all(['rows.csv', 'study.json'].map((name) => readFile(join(folder, out, name))));
    const until = async (ready: () => boolean): Promise<void> => {
      while (!ready()) await new Promise((resolve) => setTimeout(resolve, 50));
    };
    const address = `redis://:${PASSWORD}@127.0.0.1:${redis.port}`;
    const running = run('hosts', '--queue', address);
    await until(() => hosts.every(({ done }) => done >= 1));
    first?.cable('down');
    const before = first?.done ?? 0;
    const others = second?.done ?? 0;
    await until(() => (second?.done ?? 0) >= others + people / 4);
    first?.cable('up');
    const { code, err } = await running;
    expect(code, err).toBe(0);
    expect(await Promise.all(hosts.map((host) => host.end()))).toEqual([0, 0]);
    console.log(
      `${people} people: ${hosts.map(({ done }) => done).join(' and ')}; the first had ${before} when it was cut off`,
    );
    expect((await run('here', '--threads', '0')).code).toBe(0);
    expect(await filesOf('hosts')).toEqual(await filesOf('here'));
  },
);
