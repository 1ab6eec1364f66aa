import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { studyCommand } from '../../../server/commands/study.js';
import { shardOf } from '../../../server/study/shard.js';
import { parseStudy } from '../../../src/study/plan/plan.js';
import { peopleOfShard } from '../../../src/study/plan/study-tasks.js';

const folder = join('server', 'study', 'examples');
const text = (name: string): string => readFileSync(join(folder, name), 'utf8');

/** What the examples leave to their engines. */
const filled: Readonly<Record<string, string>> = {
  $SLURM_ARRAY_TASK_ID: '7',
  $SLURM_CPUS_PER_TASK: '2',
  $JOB_COMPLETION_INDEX: '6',
  '{input}': 'study.json',
  '{wildcards.i}': '7',
  '{params.of}': '10',
  '{params.folders}': 'results/1 results/2',
  '{threads}': '2',
};

/** Command lines of an example, without the quotes of whatever carries them. */
function commandsOf(name: string): string[][] {
  const lines = [...text(name).matchAll(/(?:myodesis|\.sif) (study .*)$/gm)].map(([, line = '']) => line);
  return lines.map((line) => {
    let whole = line;
    for (const [hole, value] of Object.entries(filled)) whole = whole.replaceAll(hole, value);
    return whole
      .replace(/['"\]]+/g, '')
      .split(/\s+/)
      .slice(1);
  });
}

/** What a command line asks for, by the command's own parser; nothing is run. */
async function asked(argv: readonly string[]) {
  let result: { command: string; operands: unknown; options: Record<string, unknown> } | undefined;
  const command = studyCommand({
    terminal: { out: () => undefined, err: () => undefined, interactive: false },
    stop: new AbortController().signal,
  });
  for (const one of [command, ...command.commands])
    one
      .exitOverride()
      .configureOutput({ outputError: () => undefined })
      .action((operands: unknown, options: Record<string, unknown>) => {
        result = { command: one.name(), operands, options };
      });
  await command.parseAsync([...argv], { from: 'user' });
  return result;
}

describe('examples of studies on many machines', () => {
  it('are of a study that can be run', () => {
    const plan = parseStudy(JSON.parse(text('study.json')));
    expect(plan.people).toHaveLength(1000);
    expect(plan.conditions).toHaveLength(21);
    expect(peopleOfShard(plan, { index: 7, of: 10 })).toHaveLength(100);
  });

  it.each([
    ['slurm.sbatch', 'results/7', undefined],
    ['kubernetes.yaml', 'results/6', undefined],
    ['Snakefile', 'results/7', { index: 7, of: 10 }],
    ['apptainer.def', 'results/1', { index: 1, of: 10 }],
  ])('%s runs a shard', async (name, out, shard) => {
    const [argv = []] = commandsOf(name);
    const told = await asked(argv);
    expect(told).toMatchObject({ command: 'study', operands: 'study.json', options: { out } });
    expect(told?.options['shard']).toEqual(shard);
  });

  it.each([
    ['merge.sh', 0],
    ['Snakefile', 1],
  ])('%s puts them together', async (name, which) => {
    const told = await asked(commandsOf(name)[which] ?? []);
    expect(told).toMatchObject({ command: 'merge', options: { out: 'whole' } });
    expect(told?.operands).toContainEqual(expect.stringMatching(/^results\//));
  });

  it('give Kubernetes as many completions as pods are told', () => {
    const job: unknown = parse(text('kubernetes.yaml'));
    expect(job).toMatchObject({
      kind: 'Job',
      spec: {
        completionMode: 'Indexed',
        completions: 10,
        template: { spec: { containers: [{ env: [{ name: 'JOB_COMPLETIONS', value: '10' }] }] } },
      },
    });
    const pod = { JOB_COMPLETION_INDEX: '6', JOB_COMPLETIONS: '10' };
    expect(shardOf(undefined, pod)).toEqual({ index: 7, of: 10 });
  });

  it('ask Slurm for an array of which it says what a shard needs', () => {
    const [, first, last] = /^#SBATCH --array=(\d+)-(\d+)$/m.exec(text('slurm.sbatch')) ?? [];
    expect([first, last]).toEqual(['1', '10']);
    const node = { SLURM_ARRAY_TASK_ID: '7', SLURM_ARRAY_TASK_COUNT: '10', SLURM_ARRAY_TASK_MIN: '1' };
    expect(shardOf(undefined, node)).toEqual({ index: 7, of: 10 });
  });
});
