import { Command, Option } from 'commander';
import { decoderFields } from '../../src/decoder/decoder-fields.js';
import { defaultsOf } from '../../src/ground/signal/parse-fields.js';
import type { InsideChoice } from '../../src/study/classifier-choice.js';
import { csv } from '../../src/study/csv.js';
import { compare, type Comparison, type Side } from '../../src/study/likeness/compare.js';
import { comparisonJson, statisticColumns, statisticTable } from '../../src/study/likeness/summaries.js';
import { likenessReport } from '../../src/study/report/likeness-report.js';
import type { CommandContext } from '../cli/context.js';
import {
  addPeopleOptions,
  choiceArgument,
  collectArgument,
  numberArgument,
  positiveArgument,
  type PeopleFlags,
} from '../cli/options.js';
import { addDataOptions, type DataFlags } from '../cli/data-flags.js';
import { createProgress } from '../cli/output.js';
import {
  addOutputOptions,
  classifierHelp,
  classifiersArgument,
  featureSetsArgument,
  type OutputFlags,
} from '../cli/study-flags.js';
import { writeWhole } from '../cli/write-whole.js';
import type { ClassifierReference } from '../outside/classifier-reference.js';
import { packageVersion } from '../package-info.js';
import { comparedSide, sideKind, type ReadSide, type SideOptions } from '../study/compared-side.js';
import { likenessText } from '../study/likeness-text.js';
import { refuseIdle } from '../study/side-options.js';
import { threadRunner } from '../study/pool.js';
import { insideChoice, loadClassifier } from '../study/study-host.js';

interface Flags extends OutputFlags, PeopleFlags, DataFlags {
  readonly seed?: number;
  readonly set?: readonly string[];
  readonly features?: string[][];
  readonly classifier?: ClassifierReference[];
  readonly window?: number;
  readonly step?: number;
  readonly filter: 'none' | 'standard';
  readonly rotate?: boolean;
  readonly json?: boolean;
}

/** `myodesis compare`: how alike real and simulated EMG are. */
export function compareCommand(context: CommandContext): Command {
  const command = new Command('compare')
    .description(
      'How alike real and simulated EMG are: statistics, a forest, training on one and testing on the other.',
    )
    .argument('<real>', 'a recording, a folder, a folder of people, or people:NAME')
    .argument('<simulated>', 'a preset, a scenario file, or any of those')
    .option('--seed <n>', 'luck of the sessions of simulated people, and of the forest', numberArgument)
    .option(
      '--set <field=value>',
      'change one field of the simulated people; may be repeated',
      collectArgument,
    )
    .option(
      '--features <names...>',
      'sets to train decoders with, such as HTD or MAV,WL',
      featureSetsArgument,
    )
    .option(
      '--classifier <names...>',
      `${classifierHelp.split(';')[0]}; several are compared`,
      classifiersArgument,
    )
    .option('--window <ms>', 'length of a decoder’s window', positiveArgument)
    .option('--step <ms>', 'time from one window to the next', positiveArgument)
    .addOption(
      new Option('--filter <name>', 'filter before decoders: none, or the standard 20–450 Hz with notch')
        .argParser(choiceArgument(['none', 'standard'] as const))
        .default('standard'),
    )
    .option('--rotate', 'turn the simulated ring of electrodes to where it matches best, before decoders');
  return addOutputOptions(addPeopleOptions(addDataOptions(command)))
    .addHelpText('after', help)
    .action((real: string, simulated: string, flags: Flags, self: Command) => {
      const classifiers = flags.classifier?.map((reference) => insideChoice(reference, 'compare'));
      refuseIdle(
        self,
        flags,
        [real, simulated].map((text) => ({ text, kind: sideKind(text) })),
      );
      return run([real, simulated], classifiers, flags, context);
    });
}

const help = `
A side is the name of a preset, a scenario file (.json), a recording or folder as myodesis evaluate --data reads it, a folder
with a folder for each person (person-01, S2 …), or numbers measured on people: people:thigh, people:hand,
people:hand-plateau, people:forearm-force-feedback, people:thigh-amputee. Channels are taken in the order of a ring.
Statistics are of held contractions of at least 2 s, within 20–400 Hz. Different rates are brought to the lower one.
A preset or scenario is one person, who has no spread, unless --people draws more of its population.

Examples:
  myodesis compare people:thigh transfemoral-surface --people 20
  myodesis compare recording transradial-armband --features HTD LS4 --classifier lda knn --report likeness.html
  myodesis compare people twins --json`;

async function run(
  [realText, simulatedText]: readonly [string, string],
  classifiers: InsideChoice[] | undefined,
  flags: Flags,
  { terminal, stop }: CommandContext,
): Promise<void> {
  const runner = threadRunner(flags.threads);
  const read = async (text: string): Promise<ReadSide> => {
    const progress = createProgress(terminal, `reading ${text}`);
    try {
      const { seed, set, people, cohort } = flags;
      const onProgress = (share: number): void => progress.update(share);
      return await comparedSide(text, {
        reading: flags,
        seed,
        set,
        people,
        cohort,
        runner,
        stop,
        onProgress,
      } satisfies SideOptions);
    } finally {
      progress.done();
    }
  };
  const real = await read(realText);
  const simulated = await read(simulatedText);
  const comparison = await compared(real, simulated, classifiers, flags, { terminal, stop });
  const notes = [
    ...real.notes,
    ...simulated.notes,
    ...comparison.notes,
    ...(comparison.transfer?.failures ?? []),
  ];
  for (const note of notes) terminal.err(`note: ${note}\n`);
  const whole = { ...comparison, notes };
  if (flags.csv !== undefined) await writeWhole(flags.csv, csv(statisticColumns, statisticTable(whole)));
  if (flags.report !== undefined) await writeWhole(flags.report, reportOf(whole));
  if (flags.json) terminal.out(`${JSON.stringify(comparisonJson(whole))}\n`);
  else terminal.out(`${heading(whole)}\n${likenessText(whole)}`);
}

async function compared(
  real: Side,
  simulated: Side,
  classifiers: InsideChoice[] | undefined,
  flags: Flags,
  { terminal, stop }: CommandContext,
): Promise<Comparison> {
  const progress = createProgress(terminal, 'comparing');
  try {
    return await compare(real, simulated, {
      ...(flags.features && { features: flags.features }),
      ...(classifiers && { classifiers }),
      decoder: {
        filters: flags.filter === 'none' ? [] : defaultsOf(decoderFields).filters,
        ...(flags.window !== undefined && { windowMs: flags.window }),
        ...(flags.step !== undefined && { stepMs: flags.step }),
      },
      rotate: flags.rotate === true,
      ...(flags.seed !== undefined && { seed: flags.seed }),
      runner: threadRunner(flags.threads),
      loadClassifier,
      stop,
      onProgress: (share, what) => progress.update(share, what),
    });
  } finally {
    progress.done();
  }
}

function factsOf({ real, simulated }: Comparison): [string, string][] {
  return [real, simulated].map((side) => {
    const kind = side === real ? 'real' : 'simulated';
    if (side.set) return [kind, `${side.name}: ${side.set.who}; ${side.set.conditions}`];
    const { portraits } = side;
    const likeness = portraits[0]?.likeness;
    const people = portraits.length === 1 ? '1 person' : `${portraits.length} people`;
    return [
      kind,
      `${side.name}: ${people}, ${likeness?.movements.length ?? 0} movements, ${likeness?.channels ?? 0} channels, ${likeness?.sampleRateHz ?? 0} Hz`,
    ];
  });
}

function heading(comparison: Comparison): string {
  return factsOf(comparison)
    .map(([name, value]) => `${name.padEnd(11)}${value}\n`)
    .join('');
}

function reportOf(comparison: Comparison): string {
  return likenessReport(comparison, {
    title: 'How alike real and simulated EMG are',
    facts: factsOf(comparison),
    footer: `Made by myodesis ${packageVersion()} compare.`,
  });
}
