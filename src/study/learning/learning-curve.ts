import type { Classifier } from '../../decoder/classifiers/classifier.js';
import { PreparedClassifier } from '../../decoder/evaluation/prepared-classifier.js';
import { ConfigError } from '../../ground/signal/errors.js';
import type { Scenario } from '../../scenario/scenario.js';
import type { ClassifierLoader } from '../classifier-choice.js';
import { labelsOf, type CellFailure } from '../evaluate-cells.js';
import { requirePeople, type RecordedPerson } from '../evaluate-cohort.js';
import { featureTable, type FeatureTable } from '../feature-table.js';
import type { Job } from '../job.js';
import { splitRows, type Split, type SplitRows } from '../split.js';
import { dataOfScenario, type StudyData, type StudySegment } from '../study-data.js';
import { firstSeconds, secondsOf } from './first-seconds.js';
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
import {
  byDecoder,
  overPeople,
  type PeopleStudy,
  type PersonPoint,
  type PersonPoints,
} from './people-points.js';
import { ScoredWindows, type Score } from './scored-windows.js';

/** What the last point of a curve is called: all that there is to learn from. */
export const ALL = 'all';

/** Seconds of each class that are tried where nobody says otherwise. */
export const usualSeconds: readonly number[] = [1, 2, 5, 10];

/** Accuracy within this of that with all there is counts as reached. */
export const REACHED = 0.01;

export interface LearningCurveOptions extends LearningOptions {
  /** Seconds of each class to learn from; default 1, 2, 5 and 10. All there is comes last in any case. */
  readonly seconds?: readonly number[];
  /** What is tested on, the same for every amount; default every trial or repetition left out in turn. */
  readonly split?: Split;
}

/** One person's part of the work, as data. */
export interface LearningCurveTask {
  readonly subject: Scenario | RecordedPerson;
  readonly decoders: LearningDecoders;
  readonly seconds: readonly number[];
  readonly split: Split;
}

/** How accuracy grows with seconds of calibration, in people. */
export interface LearningCurve extends PeopleStudy {
  /** How training and test were divided, in words. */
  readonly split: string;
  /** Seconds from which on each decoder stays within a point of what it has with all, by its mean over people. */
  readonly enough: readonly Enough[];
}

export interface Enough extends Pick<PersonPoint, 'features' | 'classifier' | 'windowMs'> {
  /** Null where nothing less than all is enough. */
  readonly seconds: number | null;
}

/**
 * Seconds of calibration against accuracy on repetitions that were not learned from, the same for every amount. Seconds
 * are of each class: the first that the training part holds. Thresholds, gain, standardisation and the model see those
 * seconds and nothing else.
 *
 * @param people simulated or recorded ones
 * @throws ConfigError for amounts that are none; ModelError where no decoder can learn; StreamError on a split that
 * leaves nothing, or when told to stop
 * @example
 * const people = cohort(presetByName('transradial-armband'), { size: 10 });
 * const { enough } = await learningCurve(people, { seconds: [1, 2, 5], classifiers: ['lda', 'qda'] });
 */
export async function learningCurve(
  people: readonly (Scenario | RecordedPerson)[],
  options: LearningCurveOptions = {},
): Promise<LearningCurve> {
  requirePeople('learningCurve', people);
  const { seconds = usualSeconds, split = {}, loadClassifier, stop, onProgress } = options;
  const wrong = seconds.find((one) => !(one > 0 && one < Infinity));
  if (wrong !== undefined)
    throw new ConfigError(`learning curve: got ${wrong} s, expected seconds above 0`, {
      field: 'seconds',
      hint: 'For example 1, 2, 5 and 10.',
    });
  const rising = [...new Set(seconds)].sort((a, b) => a - b);
  const tasks = people.map((subject) => ({ subject, decoders: asData(options), seconds: rising, split }));
  const results = await runnerFor(options).run(learningCurveJob(loadClassifier), tasks, (result) => result, {
    stop,
    onProgress,
  });
  requirePoints(results);
  const kept = inEverybody(results);
  const study = overPeople(kept, ({ seconds: at }) => (at === ALL ? undefined : { seconds: ALL }));
  return { ...study, split: results[0]?.split ?? '', enough: byDecoder(study.points).map(enoughOf) };
}

/** The job of a person; a host's threads bring their own loader. */
export function learningCurveJob(
  load?: ClassifierLoader,
): Job<LearningCurveTask, PersonPoints & { readonly split: string }> {
  return { name: 'learningCurve', work: (task) => personCurve(task, load) };
}

async function personCurve(
  { subject, decoders, seconds, split }: LearningCurveTask,
  load?: ClassifierLoader,
): Promise<PersonPoints & { split: string }> {
  const data = 'data' in subject ? subject.data : dataOfScenario(subject);
  const divided = splitRows(data.segments, split, 'recordings');
  const points: PersonPoint[] = [];
  const failures: CellFailure[] = [];
  const notes = new Set<string>();
  for (const group of decodersOf(subject, decoders)) {
    const parts = partsOf(data, divided, group);
    const there = Math.min(...parts.map(({ least }) => least));
    const possible = seconds.filter((one) => one < there && 1000 * one >= group.spec.windowMs);
    for (const one of seconds.filter((amount) => !possible.includes(amount)))
      notes.add(
        one < there
          ? `${one} s are less than a window of ${group.spec.windowMs} ms and are left out.`
          : `${one} s are left out: some class has only ${rounded(there)} s to learn from.`,
      );
    const [first] = parts;
    if (!first) continue;
    const amounts = [...possible, ALL];
    points.push(
      ...(await ofEach(group, first.table(ALL).train, load, failures, (create, classifier) =>
        amounts.map((amount): PersonPoint => {
          const score = tested(parts, amount, create, group);
          const { features, windowMs } = group.spec;
          const used = typeof amount === 'number' ? amount : there;
          return {
            features,
            classifier,
            windowMs,
            at: { seconds: amount },
            ...score,
            more: { used },
          };
        }),
      )),
    );
    for (const part of parts) for (const text of part.table(ALL).train.warnings) notes.add(text);
  }
  return { person: numberOf(subject), points, failures, notes: [...notes], split: divided.text };
}

/** A part of the test with what can be learned for it. */
interface Part {
  /** Seconds of the class that has least. */
  readonly least: number;
  /** Windows of an amount of training, and those of the test on the same footing. */
  readonly table: (amount: number | string) => { readonly train: FeatureTable; readonly test: FeatureTable };
}

function partsOf(data: StudyData, { parts }: SplitRows, { spec }: DecoderGroup): Part[] {
  const pick = (rows: readonly number[]): StudySegment[] => rows.flatMap((row) => data.segments[row] ?? []);
  return parts.map(({ train, test }) => {
    const learned = pick(train);
    const made = new Map<number | string, { train: FeatureTable; test: FeatureTable }>();
    return {
      least: Math.min(...secondsOf(learned, spec).values()),
      table: (amount) => {
        const known = made.get(amount);
        if (known) return known;
        const segments = typeof amount === 'number' ? firstSeconds(learned, amount, spec) : learned;
        const own = featureTable({ ...data, segments }, spec);
        const tables = {
          train: own,
          test: featureTable({ ...data, segments: pick(test) }, spec, {}, own.footing),
        };
        made.set(amount, tables);
        return tables;
      },
    };
  });
}

function tested(
  parts: readonly Part[],
  amount: number | string,
  create: () => Classifier,
  { spec }: DecoderGroup,
): Score {
  const scored = new ScoredWindows();
  for (const part of parts) {
    const { train, test } = part.table(amount);
    const model = new PreparedClassifier(create(), spec.standardize).fit(train.x, labelsOf(train));
    scored.add(model, test.x, labelsOf(test));
  }
  return scored.score;
}

/** Amounts that everybody has: a mean over other people would be another curve. */
function inEverybody(people: readonly PersonPoints[]): PersonPoints[] {
  const amountsOf = ({ points }: PersonPoints): Set<unknown> => new Set(points.map(({ at }) => at.seconds));
  const all = people.filter(({ points }) => points.length > 0).map(amountsOf);
  return people.map((one) => ({
    ...one,
    points: one.points.filter(({ at }) => all.every((amounts) => amounts.has(at.seconds))),
  }));
}

function enoughOf(points: PeopleStudy['points']): Enough {
  const [first] = points;
  const end = points.find(({ at }) => at.seconds === ALL)?.accuracy.mean ?? NaN;
  const near = points.map(({ accuracy }) => accuracy.mean >= end - REACHED);
  const from = near.lastIndexOf(false) + 1;
  const at = points[from]?.at.seconds;
  const { features = [], classifier = '', windowMs = NaN } = first ?? {};
  return { features, classifier, windowMs, seconds: typeof at === 'number' ? at : null };
}

function rounded(seconds: number): string {
  return String(Number(seconds.toPrecision(3)));
}
