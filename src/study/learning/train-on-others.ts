import type { Classifier } from '../../decoder/classifiers/classifier.js';
import { PreparedClassifier } from '../../decoder/evaluation/prepared-classifier.js';
import type { TrainTest } from '../../decoder/evaluation/tested-decisions.js';
import { Standardizer } from '../../decoder/training/standardizer.js';
import { isRest } from '../../decoder/training/training-windows.js';
import { ConfigError, ModelError } from '../../ground/signal/errors.js';
import type { Scenario } from '../../scenario/scenario.js';
import type { ClassifierLoader } from '../classifier-choice.js';
import { labelsOf, type CellFailure } from '../evaluate-cells.js';
import type { RecordedPerson } from '../evaluate-cohort.js';
import { featureTable, type FeatureTable } from '../feature-table.js';
import type { Job } from '../job.js';
import { recordPersonJob } from '../likeness/recorded-person.js';
import { splitRows, type Split } from '../split.js';
import type { StudyData, StudySegment } from '../study-data.js';
import {
  asData,
  decodersOf,
  numberOf,
  ofEach,
  requirePoints,
  runnerFor,
  type DecoderGroup,
  type LearningDecoders,
  type LearningOptions,
} from './learning-plan.js';
import { overPeople, type PeopleStudy, type PersonPoint, type PersonPoints } from './people-points.js';
import { ScoredWindows, type Score } from './scored-windows.js';

/** What is known of the person who is decoded, from nothing to everything. */
export const trainedOn = ['own', 'others', 'others-rest', 'others-unlabelled'] as const;
export type TrainedOn = (typeof trainedOn)[number];

/** Exactly what each takes of the person who is decoded; the windows that are scored have no part in any. */
export const trainedOnTitles: Readonly<Record<TrainedOn, string>> = {
  own: 'the person’s other repetitions, labelled; nobody else',
  others: 'all other people; of this person nothing',
  'others-rest':
    'all other people; each feature less its mean at rest in each person, of this one over the rest of the other repetitions',
  'others-unlabelled':
    'all other people; each feature by mean and SD of each person, of this one over the other repetitions without their labels',
};

export interface TrainOnOthersOptions extends LearningOptions {
  /** What of each person is scored; default every trial or repetition in turn. */
  readonly split?: Split;
}

/** One left-out person with everybody's recordings. */
export interface TrainOnOthersTask {
  readonly people: readonly { readonly subject: Scenario | RecordedPerson; readonly data: StudyData }[];
  /** Which of them is decoded. */
  readonly leftOut: number;
  readonly decoders: LearningDecoders;
  readonly split: Split;
}

/** How decoders do in people whom they have not seen. */
export interface OthersStudy extends PeopleStudy {
  /** How each person was divided, in words. */
  readonly split: string;
}

/**
 * Leave one person out: train on all others and score in that one, beside the same decoder trained within the person.
 * All are scored on the same windows.
 *
 * @param people at least two, with the same channels and rate
 * @throws ConfigError for fewer, or for people who differ in channels or rate; ModelError where no decoder can learn;
 * StreamError on a split that leaves nothing, or when told to stop
 * @example const { points } = await trainOnOthers(cohort(presetByName('transradial-armband'), { size: 10 }));
 */
export async function trainOnOthers(
  people: readonly (Scenario | RecordedPerson)[],
  options: TrainOnOthersOptions = {},
): Promise<OthersStudy> {
  const { split = {}, loadClassifier, stop, onProgress } = options;
  if (people.length < 2)
    throw new ConfigError(
      `train on others: got ${people.length === 1 ? 'one person' : 'nobody'}, expected at least two`,
      {
        hint: 'One is decoded, the others train: give --people 10, or recordings of several people.',
      },
    );
  const runner = runnerFor(options);
  const simulated = people.filter((one): one is Scenario => !('data' in one));
  const made = await runner.run(recordPersonJob, simulated, (data) => data, {
    stop,
    onProgress: (share) => onProgress?.(share / 2),
  });
  const all = people.map((subject) => {
    const data = 'data' in subject ? subject.data : made[simulated.indexOf(subject)];
    return { subject, data };
  });
  requireAlike(all.map(({ data }) => data));
  const tasks = people.map((_, leftOut) => ({ people: all, leftOut, decoders: asData(options), split }));
  const results = await runner.run(trainOnOthersJob(loadClassifier), tasks, (result) => result, {
    stop,
    onProgress: (share) => onProgress?.(0.5 + share / 2),
  });
  requirePoints(results);
  const study = overPeople(results, ({ training }) => (training === 'own' ? undefined : { training: 'own' }));
  return { ...study, split: results[0]?.split ?? '' };
}

function requireAlike(all: readonly StudyData[]): void {
  const about = all.map(
    ({ sampleRateHz, channelNames }) => `${channelNames.length} channels at ${sampleRateHz} Hz`,
  );
  const other = about.find((one) => one !== about[0]);
  if (other !== undefined)
    throw new ConfigError(`train on others: got people of ${about[0]} and of ${other}, expected one kind`, {
      hint: 'Choose the channels that all have, such as --channels 1-8, or people of one population.',
    });
}

/** The job of a left-out person; a host's threads bring their own loader. */
export function trainOnOthersJob(
  load?: ClassifierLoader,
): Job<TrainOnOthersTask, PersonPoints & { readonly split: string }> {
  return { name: 'trainOnOthers', work: (task) => leftOutPerson(task, load) };
}

async function leftOutPerson(
  { people, leftOut, decoders, split }: TrainOnOthersTask,
  load?: ClassifierLoader,
): Promise<PersonPoints & { split: string }> {
  const { subject, data } = people[leftOut];
  const others = people.filter((_, p) => p !== leftOut).map((one) => one.data.segments);
  const classes = new Set(others.flat().map(({ label }) => label));
  const known = data.segments.filter(({ label }) => classes.has(label));
  if (known.length === 0)
    throw new ModelError(`train on others: nobody else has a movement of ${String(numberOf(subject))}`, {
      hint: 'Name classes alike in all recordings, such as --classes 1=hand-close,2=hand-open.',
    });
  const unknown = [...new Set(data.segments.map(({ label }) => label))].filter(
    (label) => !classes.has(label),
  );
  const notes = new Set(
    unknown.map((label) => `Only one person has ${label}: it is not scored, for nobody else could teach it.`),
  );
  const own = { ...data, segments: known };
  const { parts, text } = splitRows(known, split, 'recordings');
  const points: PersonPoint[] = [];
  const failures: CellFailure[] = [];
  for (const group of decodersOf(subject, decoders)) {
    const views = viewsOf(own, parts, others, group);
    for (const warning of views.others.warnings) notes.add(warning);
    points.push(
      ...(await ofEach(group, views.others, load, failures, (create, classifier) =>
        trainedOn.flatMap((training): PersonPoint[] => {
          const answer = decided(views, training, create, group);
          if (!answer) return [];
          const { features, windowMs } = group.spec;
          return [{ features, classifier, windowMs, at: { training }, ...answer, more: {} }];
        }),
      )),
    );
    if (!views.hasRest) notes.add('Somebody has no class of rest: nothing is put on the footing of rest.');
  }
  return { person: numberOf(subject), points, failures, notes: [...notes], split: text };
}

type Row = Float64Array;

/** Windows as each way of training sees them. */
interface Views {
  /** Windows of all others together. */
  readonly others: FeatureTable;
  /** By person, for what is put on each one's own footing. */
  readonly each: readonly { readonly x: readonly Row[]; readonly labels: readonly string[] }[];
  readonly parts: readonly {
    /** What may be learned of the person for this part, and what is scored, on the footing of the others. */
    readonly train: FeatureTable;
    readonly test: FeatureTable;
    /** The same on the footing of the person's own training windows. */
    readonly ownTrain: FeatureTable;
    readonly ownTest: FeatureTable;
  }[];
  readonly hasRest: boolean;
}

function viewsOf(
  own: StudyData,
  parts: readonly TrainTest[],
  others: readonly (readonly StudySegment[])[],
  { spec }: DecoderGroup,
): Views {
  const table = featureTable({ ...own, segments: others.flat() }, spec);
  const pick = (rows: readonly number[]): StudyData => ({
    ...own,
    segments: rows.flatMap((row) => own.segments[row] ?? []),
  });
  const each = others.map((segments) => {
    const mine = new Set(segments);
    const rows = table.segments.flatMap((segment, r) => (mine.has(segment) ? [r] : []));
    return {
      x: rows.map((r) => table.x[r]),
      labels: rows.map((r) => table.segments[r]?.label ?? ''),
    };
  });
  const divided = parts.map(({ train, test }) => {
    const ownTrain = featureTable(pick(train), spec);
    return {
      train: featureTable(pick(train), spec, {}, table.footing),
      test: featureTable(pick(test), spec, {}, table.footing),
      ownTrain,
      ownTest: featureTable(pick(test), spec, {}, ownTrain.footing),
    };
  });
  const hasRest =
    each.every(({ labels }) => labels.some(isRest)) &&
    divided.every(({ train }) => train.segments.some(({ label }) => isRest(label)));
  return { others: table, each, parts: divided, hasRest };
}

/** Decisions on all that is scored; undefined where a way of training cannot be had. */
function decided(
  { others, each, parts, hasRest }: Views,
  training: TrainedOn,
  create: () => Classifier,
  { spec }: DecoderGroup,
): Score | undefined {
  if (training === 'others-rest' && !hasRest) return undefined;
  const scored = new ScoredWindows();
  const score = (model: Classifier, x: readonly Row[], table: FeatureTable): void =>
    void scored.add(model, x, labelsOf(table));
  const fitted = (x: readonly ArrayLike<number>[], labels: readonly string[]): Classifier =>
    new PreparedClassifier(create(), spec.standardize).fit(x, labels);
  if (training === 'own') {
    for (const { ownTrain, ownTest } of parts)
      score(fitted(ownTrain.x, labelsOf(ownTrain)), ownTest.x, ownTest);
  } else if (training === 'others') {
    const model = fitted(others.x, labelsOf(others));
    for (const { test } of parts) score(model, test.x, test);
  } else {
    const footing = training === 'others-rest' ? footingOfRest : footingOfAll;
    const model = fitted(
      each.flatMap(({ x, labels }) => placed(x, footing(x, labels))),
      each.flatMap(({ labels }) => labels),
    );
    for (const { train, test } of parts)
      score(model, placed(test.x, footing(train.x, labelsOf(train))), test);
  }
  return scored.score;
}

/** Mean and SD of a person's features over all windows, whatever they are of. */
function footingOfAll(x: readonly Row[]): Standardizer {
  return Standardizer.of(...flat(x));
}

/** Mean of a person's features over the windows of rest; their spread stays what it is. */
function footingOfRest(x: readonly Row[], labels: readonly string[]): Standardizer {
  const { mean } = Standardizer.of(...flat(x.filter((_, r) => isRest(labels[r] ?? ''))));
  return new Standardizer(
    mean,
    mean.map(() => 1),
  );
}

function placed(x: readonly Row[], standardizer: Standardizer): Row[] {
  return x.map((row) => {
    const copy = row.slice();
    standardizer.apply(copy);
    return copy;
  });
}

/** Windows of which every feature is finite, row by row. */
function flat(x: readonly Row[]): [x: Float64Array, rows: number, columns: number] {
  const finite = x.filter((row) => row.every((value) => value - value === 0));
  const columns = x[0]?.length ?? 0;
  const data = new Float64Array(finite.length * columns);
  finite.forEach((row, r) => data.set(row, r * columns));
  return [data, finite.length, columns];
}
