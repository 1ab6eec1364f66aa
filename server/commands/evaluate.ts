import { basename } from 'node:path';
import { Command, Option } from 'commander';
import { decoderFields, type DecoderSpec } from '../../src/decoder/decoder-fields.js';
import type { Scenario } from '../../src/scenario/scenario.js';
import { defaultsOf } from '../../src/ground/signal/parse-fields.js';
import type { CommandContext } from '../cli/context.js';
import { addChoosingOptions, asksToChoose, refuseIdle, type ChoosingFlags } from '../cli/choosing-flags.js';
import { addConventionOptions, conventionOf, type ConventionFlags } from '../cli/convention-flags.js';
import { addDataOptions, addPartOptions, type DataFlags } from '../cli/data-flags.js';
import {
  dataFlagNames,
  decoderOfData,
  refuseBody,
  refuseFlags,
  refuseTwice,
} from '../cli/decoder-of-data.js';
import { filterName, filterText } from '../cli/filter-name.js';
import { addLearningOptions, learningQuestion, type LearningFlags } from '../cli/learning-flags.js';
import { halfOf, readLabelledData } from '../cli/labelled-data.js';
import {
  addPeopleOptions,
  addScenarioOptions,
  choiceArgument,
  integerArgument,
  integerListArgument,
  positiveArgument,
  trialListArgument,
  refuseWithPeople,
  type PeopleFlags,
  type ScenarioFlags,
} from '../cli/options.js';
import { createProgress, type Progress } from '../cli/output.js';
import { resolvePeople, resolveScenario } from '../cli/resolve-scenario.js';
import {
  addOutputOptions,
  classifierHelp,
  classifiersArgument,
  featureSetsArgument,
  shareArgument,
  windowsArgument,
  type OutputFlags,
} from '../cli/study-flags.js';
import { UsageError } from '../errors.js';
import { evaluateHelp } from './evaluate-help.js';
import { writeWhole } from '../cli/write-whole.js';
import { loadDecoder } from '../outside/load-decoder.js';
import { addOnnxOptions } from '../cli/onnx-flags.js';
import type { ClassifierReference } from '../outside/classifier-reference.js';
import { dataSummary, summaryText, type DataSummary } from '../recordings/data-summary.js';
import { packageVersion } from '../package-info.js';
import type { RunCell } from '../../src/study/against.js';
import { cellColumns, cellRows, cellsJson } from '../../src/study/cell-rows.js';
import { csv } from '../../src/study/csv.js';
import { evaluate, type Evaluation } from '../../src/study/evaluate.js';
import {
  peopleOf,
  type EvaluateCohortOptions,
  type RecordedPerson,
} from '../../src/study/evaluate-cohort.js';
import type { Cell } from '../../src/study/evaluate-cells.js';
import { evaluateDecoder, evaluateDecoderLive } from '../../src/study/evaluate-decoder.js';
import { chosenOf } from '../../src/study/report/selection-text.js';
import { matrixReport } from '../../src/study/report/matrix-report.js';
import { recordedDecoder } from '../../src/study/recorded-decoder.js';
import type { Split } from '../../src/study/split.js';
import { dataOfScenario, studyData, untriedData, type StudyData } from '../../src/study/study-data.js';
import { choose } from '../study/choose.js';
import { evaluatePeople } from '../study/evaluate-people.js';
import { learnPeople } from '../study/learn-people.js';
import { against } from '../study/against-text.js';
import { chosenText, latencyText, matrixText } from '../study/matrix-text.js';
import { threadRunner } from '../study/pool.js';
import { choiceOf, insideChoice, loadClassifier } from '../study/study-host.js';

interface Flags
  extends
    ScenarioFlags,
    PeopleFlags,
    OutputFlags,
    DataFlags,
    ConventionFlags,
    ChoosingFlags,
    LearningFlags,
    Split {
  readonly data?: string;
  readonly features?: string[][];
  readonly classifier?: ClassifierReference[];
  readonly window?: number[];
  readonly step?: number;
  readonly filter?: 'none' | 'standard';
  readonly reject?: number;
  readonly selectFeatures?: number;
  readonly decoder?: string;
  readonly unseen?: boolean;
  readonly against?: string;
  readonly keep?: string;
  readonly json?: boolean;
}

/** What is evaluated on, with how it is said. */
interface Subject {
  readonly name: string;
  readonly data: StudyData;
  readonly decoder: Partial<DecoderSpec>;
  /** The simulated person, where it is one. */
  readonly scenario?: Scenario;
  readonly filter: string;
  readonly notes: readonly string[];
  /** What was found, where it is a recording. */
  readonly summary?: DataSummary;
}

/** `myodesis evaluate`: how well decoders do on a recording, or on a simulated person. */
export function evaluateCommand(context: CommandContext): Command {
  const command = new Command('evaluate')
    .description('How well features and classifiers do on a labelled recording, or on a simulated person.')
    .option('--data <path>', 'folder with a file per repetition (LibEMG), or a labelled recording')
    .option(
      '--features <names...>',
      'a set such as HTD, TDAR, LS4, or MAV,WL; several sets, each a value of its own, are compared',
      featureSetsArgument,
    )
    .option('--classifier <names...>', `${classifierHelp}; several are compared`, classifiersArgument)
    .option('--window <ms...>', 'length of a window; several are compared', windowsArgument)
    .option('--step <ms>', 'time from one window to the next', positiveArgument)
    .addOption(
      new Option('--filter <name>', 'filter first: none, or the standard 20–450 Hz with notch').argParser(
        choiceArgument(['none', 'standard'] as const),
      ),
    )
    .option('--reject <share>', 'reject decisions of less confidence, such as 0.8', shareArgument)
    .option(
      '--select-features <count>',
      'choose so many of the features given, inside the training windows of each part of the test',
      integerArgument(1, 64),
    )
    .addOption(
      new Option('--by <what>', 'leave out trials, repetitions or people (subject) in turn').argParser(
        choiceArgument(['trial', 'repetition', 'subject'] as const),
      ),
    )
    .option(
      '--test-trials <list>',
      'trials to test on, such as 6 or 5-6; the others train',
      trialListArgument,
    )
    .option('--test-repetitions <list>', 'repetitions to test on; the others train', integerListArgument)
    .addOption(
      new Option(
        '--decoder <file>',
        'test this decoder, as train wrote it, instead of training one',
      ).conflicts([
        ...['features', 'selectFeatures', 'window', 'step', 'filter', 'reject', 'by', 'unseen'],
        ...['thresholds', 'standardize'],
      ]),
    )
    .option(
      '--unseen',
      'a model that came trained (ONNX, or a process that does not learn) has seen none of these recordings',
    )
    .option('--against <file>', 'beside an earlier run: what evaluate --json wrote')
    .option('--keep <folder>', 'of several people: keep who is done there, and go on from who is kept');
  const asking = addLearningOptions(addChoosingOptions(command));
  const described = addConventionOptions(addPartOptions(addDataOptions(addOnnxOptions(asking))));
  return addOutputOptions(addPeopleOptions(addScenarioOptions(described)))
    .addHelpText('after', evaluateHelp)
    .action((flags: Flags, self: Command) => run(flags, self, context));
}

async function run(flags: Flags, command: Command, { terminal, stop }: CommandContext): Promise<void> {
  refuseWithPeople(flags, { data: flags.data, decoder: flags.decoder });
  refuseDropped(flags, command);
  refuseIdle(command, flags);
  const choosing = asksToChoose(flags);
  const question = learningQuestion(flags, command);
  const people = flags.data === undefined ? await simulatedPeople(flags) : undefined;
  if (question && flags.data === undefined) {
    const asked = people ?? [await resolveScenario(flags, decoderPatch(flags))];
    const telling = { ...flags, filter: flags.filter ?? 'scenario' };
    return learnPeople(question, asked, cohortOptions(flags, {}), telling, { terminal, stop });
  }
  if (people) {
    const telling = { ...flags, filter: flags.filter ?? 'scenario' };
    if (choosing) return choose(people, flags, cohortOptions(flags, {}), telling, { terminal, stop });
    return evaluatePeople(people, cohortOptions(flags, {}), telling, { terminal, stop });
  }
  if (flags.data === undefined) refuseKeep(command);
  const progress = createProgress(terminal, flags.data === undefined ? 'calibration' : 'reading');
  const subject = await subjectOf(flags, progress);
  progress.done();
  if (question) {
    const asked = peopleOf(subject.data);
    const telling = { ...flags, filter: subject.filter, recorded: recordedOf(subject, asked) };
    return learnPeople(question, asked, cohortOptions(flags, subject.decoder), telling, { terminal, stop });
  }
  const recorded = flags.decoder === undefined ? recordedPeople(subject, flags) : undefined;
  if (recorded) {
    const telling = { ...flags, filter: subject.filter, recorded: recordedOf(subject, recorded) };
    const options = cohortOptions(flags, subject.decoder);
    if (choosing) return choose(recorded, flags, options, telling, { terminal, stop });
    return evaluatePeople(recorded, options, telling, { terminal, stop });
  }
  refuseKeep(command);
  const result =
    flags.decoder === undefined
      ? await matrixOf(subject, flags, { terminal, stop })
      : { cells: [await tested(subject, flags.decoder, flags)], failures: [], latency: {} };
  const { cells, failures, latency } = result;
  const warnings = new Set(cells.flatMap((cell) => cell.warnings));
  const failed = failures.map(
    ({ features, classifier, windowMs, message }) =>
      `${classifier} failed on ${features.join('+')}, windows of ${windowMs} ms: ${message}`,
  );
  const compared =
    flags.against === undefined ? undefined : await against(flags.against, subject.name, cells.map(runCell));
  const notes = [...subject.notes, ...warnings, ...failed, ...(compared?.notes ?? [])];
  for (const note of notes) terminal.err(`note: ${note}\n`);
  if (flags.csv !== undefined) await writeWhole(flags.csv, csv(cellColumns, cellRows(cells)));
  if (flags.report !== undefined) await writeWhole(flags.report, reportOf(subject, cells));
  if (flags.json)
    terminal.out(
      `${JSON.stringify({ ...asJson(subject, result, notes), ...(compared && { against: compared.json }) })}\n`,
    );
  else
    terminal.out(
      `${heading(subject, cells)}\n${matrixText(cells)}${chosenText(cells)}${latencyText(latency)}${compared?.text ?? ''}`,
    );
}

function refuseKeep(command: Command): void {
  refuseFlags(
    command,
    ['keep'],
    'this is not an evaluation of several people',
    'Leave it out, or give --people 20 or a folder of several people.',
  );
}

function runCell({ features, classifier, windowMs, metrics, folds }: Cell): RunCell {
  return { features, classifier, windowMs, accuracy: metrics.accuracy, folds };
}

/** Simulated people; one alone only where something is chosen. */
async function simulatedPeople(flags: Flags): Promise<Scenario[] | undefined> {
  const scenario = await resolveScenario(flags, decoderPatch(flags));
  return resolvePeople(scenario, flags) ?? (asksToChoose(flags) ? [scenario] : undefined);
}

/** Several recorded people, each on their own unless they are left out in turn; where something is chosen, one, too. */
function recordedPeople({ data, scenario }: Subject, flags: Flags): RecordedPerson[] | undefined {
  const choosing = asksToChoose(flags);
  if (scenario) return undefined;
  if (flags.by === 'subject') return choosing ? [{ person: 'everybody', data }] : undefined;
  const people = peopleOf(data);
  return people.length > 1 || choosing ? people : undefined;
}

/** What is told of the recordings of several people. */
function recordedOf({ name, data, notes, summary }: Subject, people: readonly RecordedPerson[]) {
  const segments = people.flatMap((person) => person.data.segments);
  return {
    ...{ name, notes },
    summary: summary ?? dataSummary(segments),
    sampleRateHz: data.sampleRateHz,
    channels: data.channelNames.length,
  };
}

/** No option is taken and dropped: those that another one makes idle are refused by name. */
function refuseDropped(flags: Flags, command: Command): void {
  refuseTwice(flags.set, flags);
  if (flags.data === undefined)
    refuseFlags(
      command,
      dataFlagNames,
      'got no --data',
      'It says how a recording is read: give --data PATH too.',
    );
  if (flags.decoder === undefined) return;
  const trained = flags.set?.find((assignment) => assignment.trim().startsWith('decoder.'));
  if (trained !== undefined)
    throw new UsageError(`--set ${trained} cannot be used with --decoder: that one is trained already`, {
      hint: 'Train one that has it, such as myodesis train --set decoder.windowMs=150 --out decoder.json.',
    });
  if (flags.data !== undefined)
    refuseFlags(
      command,
      ['preset', 'scenario'],
      'cannot be used with --decoder and --data',
      'The decoder is that of --decoder, the signal that of --data: leave it out.',
    );
  if ((flags.classifier ?? []).length > 1)
    throw new UsageError('--decoder takes the place of one classifier at a time', {
      hint: 'Give one --classifier, such as --classifier ./mine.js, or none for the decoder’s own.',
    });
}

/**
 * What the flags change of a decoder.
 * @param unitVolts volts per number of the recording
 */
function decoderPatch(flags: Flags, unitVolts?: number): Partial<DecoderSpec> {
  const { filter, step } = flags;
  return {
    ...conventionOf(flags, unitVolts),
    ...(filter && { filters: filter === 'none' ? [] : [...defaultsOf(decoderFields).filters] }),
    ...(step !== undefined && { stepMs: step }),
  };
}

function cohortOptions(flags: Flags, decoder: Partial<DecoderSpec>): EvaluateCohortOptions {
  const { features, classifier, window, by, testTrials, testRepetitions, reject = 0 } = flags;
  return {
    decoder,
    ...(features && { features }),
    ...(classifier && {
      classifiers: classifier.map((one) => insideChoice(one, 'evaluate of several people')),
    }),
    ...(window && { windowsMs: window }),
    ...(flags.selectFeatures !== undefined && { selectFeatures: flags.selectFeatures }),
    split: {
      ...(by && { by }),
      ...(testTrials && { testTrials }),
      ...(testRepetitions && { testRepetitions }),
    },
    rejectBelow: reject,
  };
}

async function subjectOf(flags: Flags, progress: Progress): Promise<Subject> {
  if (flags.data === undefined) {
    const scenario = await resolveScenario(flags, decoderPatch(flags));
    const data = dataOfScenario(scenario, { onProgress: (share) => progress.update(share) });
    const name = `${scenario.name}, seed ${scenario.seed}`;
    return { name, data, decoder: scenario.decoder, scenario, filter: flags.filter ?? 'scenario', notes: [] };
  }
  refuseBody(flags, '--data');
  const read = await readLabelledData(flags.data, flags);
  const labelled = flags.decoder === undefined ? read : halfOf(read, 'test');
  const patch = decoderPatch(flags, labelled.unitVolts);
  const { decoder, notes } = await decoderOfData(flags, recordedDecoder, patch);
  return {
    name: flags.data,
    data: studyData(labelled.segments, labelled.channelNames, { unitVolts: labelled.unitVolts }),
    decoder,
    filter: filterName(decoder.filters),
    notes: [...notes, ...labelled.notes],
    summary: labelled.summary,
  };
}

async function matrixOf(
  { data, decoder, scenario }: Subject,
  flags: Flags,
  { terminal, stop }: CommandContext,
): Promise<Evaluation> {
  const progress = createProgress(terminal, 'evaluating');
  try {
    return await evaluate(data, {
      decoder,
      ...(flags.features && { features: flags.features }),
      ...(flags.classifier && { classifiers: flags.classifier.map(choiceOf) }),
      ...(flags.window && { windowsMs: flags.window }),
      split: flags,
      unseen: scenario ? () => untriedData(scenario) : flags.unseen === true,
      rejectBelow: flags.reject ?? 0,
      ...(flags.selectFeatures !== undefined && { selectFeatures: flags.selectFeatures }),
      runner: threadRunner(flags.threads),
      loadClassifier,
      stop,
      onProgress: (share) => progress.update(share),
      onNotice: (text) => terminal.err(`note: ${text}\n`),
    });
  } finally {
    progress.done();
  }
}

async function tested({ data, scenario }: Subject, path: string, flags: Flags): Promise<Cell> {
  const { classifier: classifiers = [] } = flags;
  const { sampleRateHz, channelNames } = data;
  const decoder = await loadDecoder(path, { sampleRateHz, channelNames }, classifiers[0]);
  return scenario
    ? evaluateDecoderLive(decoder, scenario, basename(path))
    : evaluateDecoder(decoder, data, basename(path), flags);
}

function heading({ name, data, filter, summary }: Subject, cells: readonly Cell[]): string {
  const { segments, channelNames, sampleRateHz } = data;
  const filters = filterText(filter);
  const [one] = cells;
  const lines = [
    `data      ${basename(name)}: ${segments.length} recordings, ${channelNames.length} channels, ${sampleRateHz} Hz`,
  ];
  if (summary) lines.push(`found     ${summaryText(summary)}`);
  if (cells.length === 1 && one)
    lines.push(
      `decoder   ${[...one.features, one.classifier].join(', ')}, windows of ${one.windowMs} ms every ${one.stepMs} ms, ${filters}`,
    );
  else lines.push(`decoders  ${cells.length}, a window every ${one?.stepMs ?? 0} ms, ${filters}`);
  if (one) lines.push(`counts    ${one.convention}`, `split     ${one.split}`);
  return `${lines.join('\n')}\n`;
}

function asJson(
  { name, data, filter, summary }: Subject,
  { cells, failures, latency }: Evaluation,
  notes: readonly string[],
) {
  const subject = {
    data: name,
    sampleRateHz: data.sampleRateHz,
    channels: data.channelNames.length,
    recordings: data.segments.length,
    filter,
    ...(summary && { found: summary }),
  };
  const results = cellsJson(cells);
  const measured = {
    ...(failures.length > 0 && { failures }),
    ...(Object.keys(latency).length > 0 && { latency }),
  };
  // One combination is told at the top, as it would be without the others.
  return results.length === 1
    ? { ...subject, ...results[0], ...measured, notes }
    : { ...subject, results, ...measured, notes };
}

function reportOf({ name, data, filter, summary, notes }: Subject, cells: readonly Cell[]): string {
  const { segments, channelNames, sampleRateHz } = data;
  return matrixReport(cells, {
    title: 'How well decoders do',
    facts: [
      ['data', name],
      ['recordings', `${segments.length}, ${channelNames.length} channels, ${sampleRateHz} Hz`],
      ...(summary ? [['found', summaryText(summary)] satisfies [string, string]] : []),
      ['filter', filter],
      ['counts', cells[0]?.convention ?? ''],
      ['split', cells[0]?.split ?? ''],
      ...chosenOf(cells).map((text): [string, string] => ['chosen', text]),
      ...notes.map((note): [string, string] => ['note', note]),
    ],
    footer: `Made by myodesis ${packageVersion()} evaluate.`,
  });
}
