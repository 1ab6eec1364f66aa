import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { runCommand } from '../server/commands/run-command.js';
import { smallScenario } from '../support/small-scenario.js';

const main = resolve('dist', 'server', 'main.js');
/** Only where it is asked for: it needs a Slurm that takes jobs, one node will do. */
const people = Number(process.env.SLURM_PEOPLE ?? 0);

it.runIf(people >= 3)(
  'the example for Slurm, one shard of which is begun again, gives the same bits as one process',
  // A job that is begun again waits for two minutes first.
  { timeout: 300_000 + 10_000 * people },
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'myodesis-slurm-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const at = (...path: string[]): string => join(folder, ...path);
    await mkdir(at('node_modules', '.bin'), { recursive: true });
    await writeFile(
      at('node_modules', '.bin', 'myodesis'),
      `#!/bin/sh\nexec ${process.execPath} ${main} "$@"\n`,
      {
        mode: 0o755,
      },
    );
    for (const name of ['slurm.sbatch', 'merge.sh'])
      await cp(join('server', 'study', 'examples', name), at(name));
    const study = {
      scenario: smallScenario({ intent: { ...smallScenario().intent, repetitions: 1 } }),
      cohort: { count: people },
      conditions: { grid: [{ dial: 'noise', values: [5, 40] }] },
    };
    await writeFile(at('study.json'), JSON.stringify(study));
    const slurm = (program: string, ...args: string[]): string =>
      execFileSync(program, args, { cwd: folder, encoding: 'utf8' }).trim();
    const small = ['--parsable', '--mem=1G'];
    const job = slurm('sbatch', ...small, '--array=1-3', 'slurm.sbatch');
    while (!/R/.test(slurm('squeue', '-h', '-j', `${job}_1`, '-o', '%t')))
      await new Promise((done) => setTimeout(done, 500));
    slurm('scontrol', 'requeue', `${job}_1`);
    slurm('sbatch', ...small, `--dependency=afterok:${job}`, '--wait', 'merge.sh');
    expect((await runCommand('study', at('study.json'), '--out', at('here'), '--threads', '0')).code).toBe(0);
    for (const name of ['rows.csv', 'rows.parquet', 'report.html', 'study.json'])
      expect(await readFile(at('whole', name)), name).toEqual(await readFile(at('here', name)));
  },
);
