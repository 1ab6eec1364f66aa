import { decoderFields, type DecoderSpec } from '../../decoder/decoder-fields.js';
import { defaultsOf } from '../../ground/signal/parse-fields.js';
import { channelOf, createBlock, type SampleBlock } from '../../ground/signal/sample-block.js';
import type { ClassifierLoader, InsideChoice } from '../classifier-choice.js';
import { onTheSpot, type JobRunner, type RunOptions } from '../job.js';
import { studyData, type StudyData } from '../study-data.js';
import { matchChannels, type ChannelMatch } from './channel-match.js';
import {
  ofSet,
  overPeople,
  statisticRows,
  type SideStatistics,
  type StatisticRow,
} from './compare-statistics.js';
import type { PeopleSet } from './people.js';
import { portraitJob, type Person, type Portrait } from './portrait.js';
import { atSameRate } from './same-rate.js';
import { transferJob, type TransferResult } from './transfer.js';
import { foldJob, foldTasks, twoSampleOf, type TwoSample } from './two-sample.js';

/** One side of a comparison: people with recordings, or numbers that were published. */
export interface Side {
  readonly name: string;
  readonly people: readonly Person[];
  readonly set?: PeopleSet;
}

export interface CompareOptions extends Omit<RunOptions, 'onProgress'> {
  /** Feature sets by which decoders are trained; default HTD. */
  readonly features?: readonly (readonly string[])[];
  /** Default LDA. */
  readonly classifiers?: readonly InsideChoice[];
  /** Window, step and filters of those decoders; default 200 ms every 50 ms, filtered as live. */
  readonly decoder?: Partial<DecoderSpec>;
  /** Turn the simulated ring of electrodes to where it resembles the real one most, before decoders are trained. */
  readonly rotate?: boolean;
  /** Seed of the forest; default 1. */
  readonly seed?: number;
  readonly runner?: JobRunner;
  readonly loadClassifier?: ClassifierLoader;
  /** Told what is being done, and the share of it that is done. */
  readonly onProgress?: (share: number, what: string) => void;
}

/** One side as it was measured. */
export interface ComparedSide {
  readonly name: string;
  readonly set?: PeopleSet;
  readonly portraits: readonly Portrait[];
  readonly statistics: SideStatistics;
}

/** How alike two sides are. */
export interface Comparison {
  readonly real: ComparedSide;
  readonly simulated: ComparedSide;
  readonly rows: readonly StatisticRow[];
  /** Absent where a side has no recordings, or too few. */
  readonly twoSample?: TwoSample;
  readonly transfer?: TransferResult;
  /** The turn of the simulated ring that resembles the real one most. */
  readonly match?: ChannelMatch;
  /** What was done to the recordings, and why something is not there. */
  readonly notes: readonly string[];
}

/**
 * Compare real and simulated EMG: statistics side by side, a forest that tries to tell windows apart, and decoders
 * trained on one and tested on the other. The same sides, options and seed give the same result, whoever runs it.
 *
 * @throws StreamError where the sides differ in channels, recordings cannot be compared, or when told to stop;
 * ConfigError on unknown features
 */
export async function compare(
  real: Side,
  simulated: Side,
  options: CompareOptions = {},
): Promise<Comparison> {
  const { seed = 1, runner = onTheSpot, stop, onProgress = () => undefined } = options;
  const alike = atSameRate(real.people, simulated.people);
  const notes = [...alike.notes];
  const portraits = await runner.run(
    portraitJob,
    [...alike.real, ...alike.simulated],
    (portrait) => {
      for (const note of portrait.likeness.notes) notes.push(`${portrait.name}: ${note}.`);
      return portrait;
    },
    { stop, onProgress: (share) => onProgress(share, 'statistics') },
  );
  const ours = compared(real, portraits.slice(0, alike.real.length));
  const theirs = compared(simulated, portraits.slice(alike.real.length));
  const rows = statisticRows(ours.statistics, theirs.statistics);
  const sides = { real: ours, simulated: theirs, rows };
  const lacking = [ours, theirs].find((side) => side.portraits.length === 0);
  if (lacking) {
    const why = `${lacking.name} are numbers without recordings: no forest, and no decoders trained on one side and tested on the other.`;
    return { ...sides, notes: [...notes, why] };
  }
  const { tasks, splitBy } = foldTasks(ours.portraits, theirs.portraits, seed);
  const results = await runner.run(foldJob, tasks, (result) => result, {
    stop,
    onProgress: (share) => onProgress(share, 'telling apart'),
  });
  if (results.length === 0) notes.push('There are too few recordings to learn from some and test on others.');
  const match = matchChannels(ours.portraits, theirs.portraits);
  const transfer = await transferred(alike.real, alike.simulated, match, options, notes);
  return {
    ...sides,
    ...(results.length > 0 && { twoSample: twoSampleOf(results, splitBy, ours.portraits, theirs.portraits) }),
    ...(transfer && { transfer }),
    ...(match && { match }),
    notes,
  };
}

function compared({ name, set }: Side, portraits: readonly Portrait[]): ComparedSide {
  const statistics = set ? ofSet(set) : overPeople(portraits.map(({ likeness }) => likeness));
  return { name, portraits, statistics, ...(set && { set }) };
}

async function transferred(
  real: readonly Person[],
  simulated: readonly Person[],
  match: ChannelMatch | undefined,
  { features = [['HTD']], classifiers = ['lda'], decoder, rotate, ...options }: CompareOptions,
  notes: string[],
): Promise<TransferResult | undefined> {
  const everyone = [...real, ...simulated];
  const common = commonLabels(everyone);
  const left = [...new Set(everyone.flatMap(({ data }) => data.segments.map(({ label }) => label)))].filter(
    (label) => !common.includes(label),
  );
  if (common.length < 2) {
    notes.push(
      `The sides share ${common.length === 0 ? 'no movement' : common.join()}: no decoders were trained. ` +
        `Real: ${labelsOf(real).join(', ')}; simulated: ${labelsOf(simulated).join(', ')}.`,
    );
    return undefined;
  }
  if (left.length > 0) notes.push(`Decoders leave out what not everybody has: ${left.join(', ')}.`);
  if (match) notes.push(matchNote(match, rotate === true));
  const order = rotate === true ? match?.order : undefined;
  const people = everyone.map((person, p) => commonData(person, common, p < real.length ? undefined : order));
  const spec: DecoderSpec = { ...defaultsOf(decoderFields), trimStartMs: 0, trimEndMs: 0, ...decoder };
  const tasks = features.flatMap((names) =>
    classifiers.map((classifier) => ({
      people,
      realPeople: real.length,
      spec: { ...spec, features: [...names] },
      classifiers: [classifier],
    })),
  );
  const { runner = onTheSpot, stop, onProgress = () => undefined, loadClassifier } = options;
  const results = await runner.run(transferJob(loadClassifier), tasks, (result) => result, {
    stop,
    onProgress: (share) => onProgress(share, 'training and testing'),
  });
  const failures = results.flatMap((result) => result.failures);
  const rows = results.flatMap((result) => result.rows);
  for (const warning of new Set(results.flatMap(({ warnings }) => warnings))) notes.push(warning);
  return { rows, failures, warnings: [] };
}

function labelsOf(people: readonly Person[]): string[] {
  return [...new Set(people.flatMap(({ data }) => data.segments.map(({ label }) => label)))];
}

/** Movements that everybody has. */
function commonLabels(people: readonly Person[]): string[] {
  return labelsOf(people).filter((label) =>
    people.every(({ data }) => data.segments.some((segment) => segment.label === label)),
  );
}

function matchNote({ turn, mirrored, before, after }: ChannelMatch, rotate: boolean): string {
  const how = `turned by ${turn} places${mirrored ? ', the other way round' : ''}`;
  const gain = `levels by class and channel correlate ${after.toFixed(2)} instead of ${before.toFixed(2)}`;
  if (turn === 0 && !mirrored) return `Channels match as they are (levels correlate ${before.toFixed(2)}).`;
  return rotate
    ? `The simulated ring of electrodes was ${how}: ${gain}.`
    : `The simulated ring of electrodes would match better ${how}: ${gain}; --rotate does so before decoders are trained.`;
}

/** A person's recordings of common movements, channels in another order where one is given. */
function commonData(
  { data }: Person,
  common: readonly string[],
  order: readonly number[] | undefined,
): StudyData {
  const segments = data.segments.filter(({ label }) => common.includes(label));
  if (!order) return { ...data, segments };
  return studyData(
    segments.map((segment) => ({ ...segment, signal: reordered(segment.signal, order) })),
    data.channelNames,
  );
}

function reordered(signal: SampleBlock, order: readonly number[]): SampleBlock {
  const copy = createBlock(0, signal.sampleRateHz, signal.channels, signal.length);
  order.forEach((from, to) => copy.data.set(channelOf(signal, from), to * signal.length));
  return copy;
}
