import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { presetByName } from '../../src/scenario/presets/index.js';
import { startService } from '../support/service.js';
import { StreamClient } from '../server/stream-client.js';
import { BIN_MS, type CrowdReport, type CrowdTask } from './crowd-task.js';
import { cpuSeconds, residentMb } from './process-books.js';

export interface LoadOptions {
  readonly clients: number;
  /** Clients beside them that subscribe and never read. */
  readonly paused: number;
  readonly seconds: number;
}

/** What a service under load did. */
export interface LoadReport extends LoadOptions {
  readonly frames: number;
  readonly megabytesPerSecond: number;
  readonly missing: number;
  readonly told: number;
  readonly lost: number;
  readonly closed: number;
  readonly delayMs: { readonly median: number; readonly p99: number; readonly max: number };
  /** Of the service, while it was counted: cores, and resident memory in MB at the beginning and at the end. */
  readonly cores: number;
  readonly residentMb: readonly [number, number];
}

const PER_PROCESS = 25;

/** 16 channels at 2 kHz, a decoder that is trained fast. */
function scenario(): object {
  const { electrodes, ...rest } = presetByName('transfemoral-surface');
  const second = electrodes.positions.map(({ name, angleDeg, axialMm }) => ({
    name: `${name} 2`,
    angleDeg: angleDeg + 10,
    axialMm: axialMm + 30,
  }));
  return {
    ...rest,
    electrodes: { ...electrodes, positions: [...electrodes.positions, ...second] },
    calibration: { ...rest.calibration, movements: ['rest', 'knee-flexion'], repetitions: 2 },
  };
}

/** A service and its clients, each in processes of their own, on the loopback interface. */
export async function load({ clients, paused, seconds }: LoadOptions): Promise<LoadReport> {
  const folder = await mkdtemp(join(tmpdir(), 'myodesis-load-'));
  const file = join(folder, 'scenario.json');
  await writeFile(file, JSON.stringify(scenario()));
  const service = await startService(['--scenario', file, '--max-clients', String(clients + paused + 1)]);
  const crowds: ChildProcess[] = [];
  try {
    const first = await StreamClient.connect(service.port);
    await first.message('status', ({ phase }) => phase === 'running');
    first.close();
    const sizes = Array.from({ length: Math.ceil(clients / PER_PROCESS) }, (_, n) =>
      Math.min(PER_PROCESS, clients - n * PER_PROCESS),
    );
    const tasks = sizes.map((size): CrowdTask => ({
      port: service.port,
      clients: size,
      paused: false,
    }));
    if (paused > 0) tasks.push({ port: service.port, clients: paused, paused: true });
    for (const task of tasks) crowds.push(await joined(task));
    const { pid = 0 } = service.process;
    for (const crowd of crowds) crowd.stdin?.write('count\n');
    const [from, begun, before] = [performance.now(), await cpuSeconds(pid), await residentMb(pid)];
    await new Promise((resolve) => setTimeout(resolve, 1000 * seconds));
    const took = (performance.now() - from) / 1000;
    const cores = ((await cpuSeconds(pid)) - begun) / took;
    const residents = [before, await residentMb(pid)] as const;
    const reports = await Promise.all(crowds.slice(0, sizes.length).map((crowd) => reported(crowd)));
    return { clients, paused, seconds, cores, residentMb: residents, ...summary(reports, took) };
  } finally {
    for (const crowd of crowds) crowd.kill('SIGKILL');
    await service.stop();
    await rm(folder, { recursive: true });
  }
}

async function joined(task: CrowdTask): Promise<ChildProcess> {
  const crowd = spawn(
    process.execPath,
    ['--import', 'tsx', join(import.meta.dirname, 'crowd.ts'), JSON.stringify(task)],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const [said] = (await Promise.race([once(crowd.stdout, 'data'), once(crowd, 'exit')])) as [unknown];
  if (String(said) !== 'joined\n') throw new Error(`clients could not join: ${String(said)}`);
  return crowd;
}

async function reported(crowd: ChildProcess): Promise<CrowdReport> {
  let text = '';
  crowd.stdout?.on('data', (piece: Buffer) => (text += piece.toString()));
  crowd.stdin?.write('report\n');
  await once(crowd, 'close');
  return JSON.parse(text) as CrowdReport;
}

function summary(
  reports: readonly CrowdReport[],
  seconds: number,
): Omit<LoadReport, keyof LoadOptions | 'cores' | 'residentMb'> {
  const sum = (of: (report: CrowdReport) => number): number =>
    reports.reduce((total, each) => total + of(each), 0);
  const frames = sum((report) => report.frames);
  const delayed = (share: number): number => {
    let seen = 0;
    const bins = reports[0]?.delays.length ?? 0;
    for (let bin = 0; bin < bins; bin++) {
      seen += sum(({ delays }) => delays[bin] ?? 0);
      if (seen >= share * frames) return Number((bin * BIN_MS).toFixed(1));
    }
    return NaN;
  };
  return {
    frames,
    megabytesPerSecond: sum(({ bytes }) => bytes) / 1e6 / seconds,
    missing: sum(({ missing }) => missing),
    told: sum(({ told }) => told),
    lost: sum(({ lost }) => lost),
    closed: sum(({ closed }) => closed),
    delayMs: { median: delayed(0.5), p99: delayed(0.99), max: delayed(1) },
  };
}
