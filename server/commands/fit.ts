import { basename, join } from 'node:path';
import { Command } from 'commander';
import { studyData } from '../../src/study/study-data.js';
import { fitTwin, type Twin } from '../../src/study/twin/twin.js';
import { twinJson } from '../../src/study/twin/twin-summaries.js';
import { twinReport } from '../../src/study/report/twin-report.js';
import type { CommandContext } from '../cli/context.js';
import { addDataOptions, type DataFlags } from '../cli/data-flags.js';
import { halvesNote, readLabelledData } from '../cli/labelled-data.js';
import { addScenarioOptions, integerArgument, type ScenarioFlags } from '../cli/options.js';
import { createProgress } from '../cli/output.js';
import { resolveScenario } from '../cli/resolve-scenario.js';
import { writeWhole } from '../cli/write-whole.js';
import { UsageError } from '../errors.js';
import { packageVersion } from '../package-info.js';
import { summaryText } from '../recordings/data-summary.js';
import { personFolders } from '../study/person-folders.js';
import { threadRunner } from '../study/pool.js';
import { twinText } from '../study/twin-text.js';

interface Flags extends ScenarioFlags, DataFlags {
  readonly out: string;
  readonly candidates: number;
  readonly generations: number;
  readonly report?: string;
  readonly threads?: number;
  readonly json?: boolean;
}

/** `myodesis fit`: a simulated person who is like a recorded one. */
export function fitCommand(context: CommandContext): Command {
  const command = new Command('fit')
    .description('A twin: the simulated person whose signals are most like a recorded person’s.')
    .argument('<recording>', 'folder with a file per repetition (LibEMG), or a labelled recording')
    .requiredOption('--out <file>', 'write the twin here, as a scenario')
    .option('--candidates <n>', 'people tried in one generation', integerArgument(4, 200), 16)
    .option('--generations <n>', 'generations of the search', integerArgument(1, 200), 10)
    .option('--report <file>', 'write a report too: one HTML file with plots')
    .option('--threads <n>', 'worker threads; one per core if not said, 0 for none', integerArgument(0, 256));
  return addScenarioOptions(addDataOptions(command))
    .addHelpText('after', help)
    .action((recording: string, flags: Flags) => run(recording, flags, context));
}

const help = `
Begin with a person of the same limb (--preset or --scenario) who wears electrodes on the skin. The recording needs rest,
two movements of that person or more, and held contractions of 1 s or longer; its channels are taken for a ring around
the limb, in order. The ring is turned to where it matches. Places of muscles, fat, drives and strengths of movements
follow from levels by class and channel; spread, wander, decay and noise from the statistic that tells each; velocity,
spikes, place along the limb, effort, overshoot and tone by a seeded search (--seed) for the least distance in all
statistics. Minutes on two cores; --candidates and --generations make it shorter or longer.

The twin is person 0 of its scenario: all that is known of them stands in its fields. Many people make much the same
signals, and the twin is one of them: its anatomy is no measurement. Not matched are the gain of the recording, its
onsets, its artefacts, movements that the person it begins with does not make (they are named and left out), and whatever
the report lists as far off.

Examples:
  myodesis fit recording --preset transradial-armband --out twin.json --report twin.html
  myodesis compare recording twin.json
  myodesis stress --scenario twin.json
  myodesis simulate --scenario twin.json --set intent.day=3 --format libemg --out next-days`;

async function run(path: string, flags: Flags, { terminal, stop }: CommandContext): Promise<void> {
  if (flags.preset === undefined && flags.scenario === undefined)
    throw new UsageError('fit: got neither --preset nor --scenario', {
      hint: 'Say whose limb it is, such as --preset transradial-armband for a forearm.',
    });
  const people = (await personFolders(path)) ?? [];
  if (people.length > 0)
    throw new UsageError(`${path} has folders of ${people.length} people, a twin is that of one`, {
      hint: `Give one of them, such as ${join(path, people[0])}.`,
    });
  const base = await resolveScenario(flags);
  const { segments, channelNames, summary, ...read } = await readLabelledData(path, flags);
  if (summary.people.length > 1)
    throw new UsageError(`${path} has recordings of ${summary.people.length} people, a twin is that of one`, {
      hint: 'Give the folder of one of them, or a --pattern that names one of them in place of {subject}.',
    });
  const halves = halvesNote(basename(path), segments);
  const notes = [...read.notes, ...(halves === undefined ? [] : [halves])];
  terminal.err(`found: ${summaryText(summary)}\n`);
  for (const note of notes) terminal.err(`note: ${note}\n`);
  const twin = await fitted(studyData(segments, channelNames), base, flags, { terminal, stop });
  await writeWhole(
    flags.out,
    `${JSON.stringify({ ...twin.scenario, ...described(path, flags) }, null, 2)}\n`,
  );
  if (flags.report !== undefined) await writeWhole(flags.report, reportOf(twin, path, flags));
  if (flags.json) terminal.out(`${JSON.stringify({ ...twinJson(twin), found: summary, notes })}\n`);
  else terminal.out(`${twinText(twin)}\nThe twin is in ${flags.out}.\n`);
}

async function fitted(
  recording: ReturnType<typeof studyData>,
  base: Awaited<ReturnType<typeof resolveScenario>>,
  flags: Flags,
  { terminal, stop }: CommandContext,
): Promise<Twin> {
  const progress = createProgress(terminal, 'fitting');
  try {
    return await fitTwin(recording, {
      base,
      ...(flags.seed !== undefined && { seed: flags.seed }),
      population: flags.candidates,
      generations: flags.generations,
      runner: threadRunner(flags.threads),
      stop,
      onProgress: (share, what) => progress.update(share, what),
    });
  } finally {
    progress.done();
  }
}

function described(path: string, { preset, scenario }: Flags): { name: string; description: string } {
  return {
    name: `Twin of ${basename(path)}`.slice(0, 80),
    description:
      `Fitted to ${basename(path)} by its statistics and levels, from ${preset ?? scenario ?? ''}.`.slice(
        0,
        600,
      ),
  };
}

function reportOf(twin: Twin, path: string, { preset, scenario }: Flags): string {
  const { likeness } = twin.target;
  return twinReport(twin, {
    title: 'A twin',
    facts: [
      ['recording', path],
      [
        'signal',
        `${likeness.channels} channels, ${likeness.sampleRateHz} Hz, ${likeness.movements.length} movements`,
      ],
      ['made of', preset ?? scenario ?? ''],
      ['people tried', twin.candidates],
    ],
    footer: `Made by myodesis ${packageVersion()} fit.`,
  });
}
