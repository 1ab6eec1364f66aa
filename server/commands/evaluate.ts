import { basename } from 'node:path';
import { Command, Option } from 'commander';
import { createClassifier } from '../../src/decoding/classifiers/create-classifier.js';
import { argmax } from '../../src/decoding/classifiers/classifier.js';
import { classifierKinds, type ClassifierKind } from '../../src/decoding/model-fields.js';
import { isRest } from '../../src/decoding/training-windows.js';
import {
  classificationMetrics,
  type ClassificationMetrics,
} from '../../src/evaluation/classification-metrics.js';
import { crossValidate } from '../../src/evaluation/cross-validate.js';
import { StreamError } from '../../src/signal/errors.js';
import { channelOf } from '../../src/signal/sample-block.js';
import type { CommandContext } from '../cli/context.js';
import { readLabelledData, standardFiltered, type LabelledData } from '../cli/labelled-data.js';
import { choiceArgument, integerListArgument, nameListArgument, positiveArgument } from '../cli/options.js';
import { createProgress, percent, table } from '../cli/output.js';
import { windowFeatures } from '../cli/window-features.js';
import type { LabelledSegment } from '../recordings/recording.js';

interface Flags {
  readonly data: string;
  readonly features: string[];
  readonly classifier: ClassifierKind;
  readonly window: number;
  readonly step: number;
  readonly rate?: number;
  readonly pattern?: string;
  readonly filter: 'none' | 'standard';
  readonly testTrials?: number[];
  readonly testRepetitions?: number[];
  readonly json?: boolean;
}

/** Feature vectors of every window, with where each came from. */
interface Rows {
  readonly x: Float64Array[];
  readonly segments: LabelledSegment[];
}

interface Evaluation {
  readonly metrics: ClassificationMetrics;
  readonly split: string;
}

/** `myodesis evaluate`: how well a decoder does on a recording. */
export function evaluateCommand({ terminal }: CommandContext): Command {
  return new Command('evaluate')
    .description('How well features and a classifier do on a labelled recording.')
    .requiredOption('--data <path>', 'folder with a file per repetition (LibEMG), or a labelled recording')
    .option(
      '--features <names>',
      'a set such as HTD, TDAR, LS4, or features such as MAV,WL',
      nameListArgument,
      ['HTD'],
    )
    .addOption(
      new Option('--classifier <kind>', `one of ${classifierKinds.join(', ')}`)
        .argParser(choiceArgument(classifierKinds))
        .default('lda'),
    )
    .option('--window <ms>', 'length of a window', positiveArgument, 200)
    .option('--step <ms>', 'time from one window to the next', positiveArgument, 50)
    .option('--rate <hz>', 'samples per second, where the recording does not say', positiveArgument)
    .option(
      '--pattern <text>',
      'where class, repetition and trial stand in the paths, such as "S{trial}/{class}_{rep}.csv"',
    )
    .addOption(
      new Option('--filter <name>', 'filter first: none, or the standard 20–450 Hz with notch')
        .argParser(choiceArgument(['none', 'standard'] as const))
        .default('none'),
    )
    .option(
      '--test-trials <list>',
      'trials to test on, such as 6 or 5-6; the others train',
      integerListArgument,
    )
    .option('--test-repetitions <list>', 'repetitions to test on; the others train', integerListArgument)
    .addHelpText(
      'after',
      `
Without --test-trials and --test-repetitions every trial (or, where there is one only, every repetition) is left
out in turn. Windows of one repetition are never split between training and test.
The rate is the one given, else that of the folder's collection_details.json or of a column of times; eight
channels of whole numbers within ±128 are taken for a Myo armband, 200 Hz.

Examples:
  myodesis evaluate --data one-subject-myo --features HTD --classifier lda --test-trials 6
  myodesis evaluate --data recording --features HTD,AR4 --filter standard --json`,
    )
    .action(async (flags: Flags) => {
      const data = await readLabelledData(flags.data, { rateHz: flags.rate, pattern: flags.pattern });
      const progress = createProgress(terminal, 'features');
      const rows = extract(data, flags, (share) => progress.update(share));
      progress.done();
      const evaluation = evaluate(rows, flags);
      for (const note of data.notes) terminal.err(`note: ${note}\n`);
      if (flags.json) terminal.out(`${JSON.stringify(asJson(evaluation, data, flags))}\n`);
      else terminal.out(asText(evaluation, data, flags));
    });
}

function extract(data: LabelledData, flags: Flags, onProgress: (share: number) => void): Rows {
  const x: Float64Array[] = [];
  const segments: LabelledSegment[] = [];
  const { sampleRateHz, channels } = data;
  const names = Array.from({ length: channels }, (_, c) => `ch${c + 1}`);
  const request = { features: flags.features, windowMs: flags.window, stepMs: flags.step, sampleRateHz };
  data.segments.forEach((segment, s) => {
    const signal = flags.filter === 'standard' ? standardFiltered(segment.signal) : segment.signal;
    for (const row of windowFeatures(
      names.map((_, c) => channelOf(signal, c)),
      names,
      request,
    ).rows) {
      x.push(row);
      segments.push(segment);
    }
    onProgress((s + 1) / data.segments.length);
  });
  if (x.length === 0)
    throw new StreamError(`${flags.data}: no repetition is as long as a window of ${flags.window} ms`, {
      hint: 'Use a shorter --window, or check --rate.',
    });
  return { x, segments };
}

function evaluate({ x, segments }: Rows, flags: Flags): Evaluation {
  const labels = segments.map(({ label }) => label);
  const rest = labels.find(isRest);
  const options = rest === undefined ? {} : { rest };
  const create = () => createClassifier(flags.classifier);
  const tested = testSelection(segments, flags);
  if (!tested) {
    const by = new Set(segments.map(({ trial }) => trial)).size > 1 ? 'trial' : 'repetition';
    const groups = segments.map((segment) => segment[by]);
    const metrics = crossValidate(create, x, labels, groups, options);
    return { metrics, split: `each of ${new Set(groups).size} ${by}s left out in turn` };
  }
  const train = indices(tested, false);
  const test = indices(tested, true);
  const model = create().fit(
    train.map((row) => x[row] ?? new Float64Array()),
    train.map((row) => labels[row] ?? ''),
  );
  const truth = test.map((row) => labels[row] ?? '');
  const decided = test.map((row) => model.classes[argmax(model.posterior(x[row] ?? []))] ?? '');
  const metrics = classificationMetrics(truth, decided, options);
  return {
    metrics,
    split: `trained on ${train.length} windows, tested on ${test.length} of ${selected(flags)}`,
  };
}

/** Which rows are tested on, or undefined where nothing was selected. */
function testSelection(segments: readonly LabelledSegment[], flags: Flags): boolean[] | undefined {
  const { testTrials, testRepetitions } = flags;
  if (!testTrials && !testRepetitions) return undefined;
  requireKnown('trial', testTrials, segments);
  requireKnown('repetition', testRepetitions, segments);
  const tested = segments.map(
    ({ trial, repetition }) =>
      (testTrials?.includes(trial) ?? true) && (testRepetitions?.includes(repetition) ?? true),
  );
  const message = tested.every(Boolean) ? 'nothing is left to train on' : 'there is nothing to test on';
  if (tested.every(Boolean) || !tested.some(Boolean))
    throw new StreamError(`${selected(flags)}: ${message}`, { hint: 'Select fewer, or others.' });
  return tested;
}

function requireKnown(
  what: 'trial' | 'repetition',
  wanted: readonly number[] | undefined,
  segments: readonly LabelledSegment[],
): void {
  const known = [...new Set(segments.map((segment) => segment[what]))].sort((a, b) => a - b);
  const missing = wanted?.find((number) => !known.includes(number));
  if (missing !== undefined)
    throw new StreamError(`there is no ${what} ${missing} in the data`, {
      hint: `The ${what}s are ${known.join(', ')}.`,
    });
}

function selected({ testTrials, testRepetitions }: Flags): string {
  const parts = [];
  if (testTrials) parts.push(`trial ${testTrials.join(', ')}`);
  if (testRepetitions) parts.push(`repetition ${testRepetitions.join(', ')}`);
  return parts.join(', ');
}

function indices(tested: readonly boolean[], wanted: boolean): number[] {
  return tested.flatMap((is, row) => (is === wanted ? [row] : []));
}

function asJson({ metrics, split }: Evaluation, data: LabelledData, flags: Flags): unknown {
  const { features, classifier, window, step, filter } = flags;
  return {
    data: flags.data,
    sampleRateHz: data.sampleRateHz,
    channels: data.channels,
    recordings: data.segments.length,
    features,
    classifier,
    windowMs: window,
    stepMs: step,
    filter,
    split,
    ...metrics,
    notes: data.notes,
  };
}

function asText({ metrics, split }: Evaluation, data: LabelledData, flags: Flags): string {
  const { segments, channels, sampleRateHz } = data;
  const { classes, confusion } = metrics;
  const filter = flags.filter === 'none' ? 'no filter' : 'standard filters';
  return [
    `data      ${basename(flags.data)}: ${segments.length} recordings, ${channels} channels, ${sampleRateHz} Hz`,
    `decoder   ${flags.features.join(', ')}, ${flags.classifier}, windows of ${flags.window} ms every ${flags.step} ms, ${filter}`,
    `split     ${split}`,
    '',
    table([
      ['accuracy', percent(metrics.accuracy)],
      ['active error', percent(metrics.activeErrorRate)],
      ['instability', percent(metrics.instability)],
    ]),
    'Confusion: rows are the truth, columns the decision, in windows.',
    table([['', ...classes], ...classes.map((label, k) => [label, ...(confusion[k] ?? [])])]),
  ].join('\n');
}
