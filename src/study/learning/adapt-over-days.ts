import type { Classifier } from '../../decoder/classifiers/classifier.js';
import { decisionOf } from '../../decoder/evaluation/tested-decisions.js';
import { AdaptiveClassifier } from '../../decoder/training/adaptive-classifier.js';
import { mean } from '../../ground/math/statistics.js';
import { ConfigError, StreamError } from '../../ground/signal/errors.js';
import type { Scenario } from '../../scenario/scenario.js';
import type { ClassifierLoader } from '../classifier-choice.js';
import { labelsOf, type CellFailure } from '../evaluate-cells.js';
import { requirePeople, type RecordedPerson } from '../evaluate-cohort.js';
import { featureTable, type FeatureTable } from '../feature-table.js';
import type { Job } from '../job.js';
import type { StudyData, StudySegment } from '../study-data.js';
import { recordedDays, simulatedDays, usualDays, type DayPlan, type Sessions } from './days.js';
import { firstSeconds } from './first-seconds.js';
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

/** How a decoder goes on learning after its first day. */
export const adaptWays = ['none', 'supervised', 'self'] as const;
export type AdaptWay = (typeof adaptWays)[number];

export const adaptTitles: Readonly<Record<AdaptWay, string>> = {
  none: 'stays as it was trained on the first day',
  supervised: 'learns the first part of each day, which is labelled',
  self: 'learns the same part without labels: those of its own decisions of which it is confident',
};

/** How a day is divided and how decoders are updated. */
export interface AdaptRule {
  /** Seconds of each class that update the decoder, at the beginning of a day. */
  readonly updateSeconds: number;
  /** Decisions of at least this confidence are learned from without labels, 0 … 1. */
  readonly confidence: number;
  /** How far an LDA is drawn towards the windows of a day, 0 … 1. */
  readonly share: number;
}

export const usualRule: AdaptRule = { updateSeconds: 2, confidence: 0.9, share: 0.5 };

/** What the mean over all days after the first is called. */
export const LATER = 'later';

export interface AdaptOptions extends LearningOptions {
  /** Beside `none`, which is always there; default all. */
  readonly ways?: readonly AdaptWay[];
  readonly rule?: Partial<AdaptRule>;
  /** Days of simulated people; default {@link usualDays}. Those of recorded people are their trials. */
  readonly days?: DayPlan;
}

/** One person's part of the work, as data. */
export interface AdaptTask {
  readonly subject: Scenario | RecordedPerson;
  readonly decoders: LearningDecoders;
  readonly ways: readonly AdaptWay[];
  readonly rule: AdaptRule;
  readonly days: DayPlan;
}

/** How decoders that go on learning do from day to day. */
export interface DaysStudy extends PeopleStudy {
  readonly rule: AdaptRule;
  readonly ways: readonly AdaptWay[];
}

/**
 * Train on a first day; on each later one the first seconds of every class update the decoder, then the repetitions
 * after them score it. The same windows score every way of learning, and none is learned from, before or after: what
 * updated a day stays learned on the next.
 *
 * Sources: `sensinger-2009` (abstract read: supervised adaptation, and by decisions of high confidence); `vidovic-2016` for
 * LDA.
 *
 * @throws ConfigError for a rule out of range; StreamError where a day has nothing left to score, where recordings name
 * one session only, or when told to stop; ModelError where no decoder can learn
 * @example const { points } = await adaptOverDays(cohort(presetByName('transradial-armband'), { size: 10 }));
 */
export async function adaptOverDays(
  people: readonly (Scenario | RecordedPerson)[],
  options: AdaptOptions = {},
): Promise<DaysStudy> {
  requirePeople('adaptOverDays', people);
  const { days = usualDays, loadClassifier, stop, onProgress } = options;
  const rule = { ...usualRule, ...options.rule };
  requireRule(rule);
  const wanted = options.ways ?? adaptWays;
  const ways = adaptWays.filter((way) => way === 'none' || wanted.includes(way));
  const tasks = people.map((subject) => ({ subject, decoders: asData(options), ways, rule, days }));
  const results = await runnerFor(options).run(adaptJob(loadClassifier), tasks, (result) => result, {
    stop,
    onProgress,
  });
  requirePoints(results);
  const study = overPeople(results, ({ day, way }) =>
    way === 'none' || day === 0 ? undefined : { day, way: 'none' },
  );
  return { ...study, rule, ways };
}

function requireRule({ updateSeconds, confidence, share }: AdaptRule): void {
  if (!(updateSeconds > 0 && updateSeconds < Infinity))
    throw new ConfigError(`adapt: got ${updateSeconds} s of update, expected seconds above 0`, {
      field: 'updateSeconds',
      hint: 'For example 2.',
    });
  for (const [field, value] of Object.entries({ confidence, share }))
    if (!(value >= 0 && value <= 1))
      throw new ConfigError(`adapt: got a ${field} of ${value}, expected a number within [0, 1]`, {
        field,
        hint: 'For example 0.9.',
      });
}

/** The job of a person; a host's threads bring their own loader. */
export function adaptJob(load?: ClassifierLoader): Job<AdaptTask, PersonPoints> {
  return { name: 'adaptOverDays', work: (task) => personDays(task, load) };
}

async function personDays(task: AdaptTask, load?: ClassifierLoader): Promise<PersonPoints> {
  const { subject, decoders, days } = task;
  const sessions = 'data' in subject ? recordedDays(subject) : simulatedDays(subject, days);
  const points: PersonPoint[] = [];
  const failures: CellFailure[] = [];
  const notes = new Set<string>();
  for (const group of decodersOf(subject, decoders)) {
    const windows = windowsOf(sessions, group, task.rule);
    for (const warning of windows.training.warnings) notes.add(warning);
    points.push(
      ...(await ofEach(group, windows.training, load, failures, (create, classifier) => {
        const rule = { ...task.rule, classifier };
        const all = task.ways.map((way) => wayPoints(windows, way, create, group, rule));
        // Day by day, so that ways stand beside each other.
        return (all[0] ?? []).flatMap((_, day) => all.flatMap((own) => own[day] ?? []));
      })),
    );
  }
  return { person: numberOf(subject), points, failures, notes: [...notes] };
}

/** Windows of all sessions, counted as the first day found the signal. */
interface DayWindows {
  readonly training: FeatureTable;
  readonly sameDay?: FeatureTable;
  readonly later: readonly {
    readonly day: number | string;
    readonly update: FeatureTable;
    readonly scored: FeatureTable;
  }[];
}

function windowsOf(
  { training, sameDay, later }: Sessions,
  { spec }: DecoderGroup,
  rule: AdaptRule,
): DayWindows {
  const learned = featureTable(training, spec);
  const counted = (data: StudyData): FeatureTable => featureTable(data, spec, {}, learned.footing);
  return {
    training: learned,
    ...(sameDay && { sameDay: counted(sameDay) }),
    later: later.map(({ day, data }) => {
      const update = firstSeconds(data.segments, rule.updateSeconds, spec);
      return {
        day,
        update: counted({ ...data, segments: update }),
        scored: counted({ ...data, segments: afterUpdate(day, data.segments, update) }),
      };
    }),
  };
}

/** Repetitions of which nothing updated the decoder, of any class: they come after those that did. */
function afterUpdate(
  day: number | string,
  segments: readonly StudySegment[],
  update: readonly StudySegment[],
): StudySegment[] {
  const used = new Set(update.map(({ repetition }) => repetition));
  const scored = segments.filter(({ repetition }) => !used.has(repetition));
  if (scored.length === 0)
    throw new StreamError(
      `adapt: the session of day ${day} has ${used.size} repetition${used.size > 1 ? 's' : ''}, all of which update the decoder`,
      {
        hint: 'Nothing is left to score: update with fewer seconds (--adapt-seconds 1), or record more repetitions.',
      },
    );
  return scored;
}

function wayPoints(
  { training, sameDay, later }: DayWindows,
  way: AdaptWay,
  create: () => Classifier,
  { spec }: DecoderGroup,
  { confidence, share, classifier }: AdaptRule & { readonly classifier: string },
): PersonPoint[] {
  const { features, windowMs, standardize } = spec;
  const model = new AdaptiveClassifier(create, { standardize, share });
  model.fit(training.x, labelsOf(training));
  const point = (day: number | string, score: Score, more: Record<string, number>): PersonPoint => ({
    ...{ features, classifier, windowMs, at: { day, way }, ...score, more },
  });
  const points = sameDay ? [point(0, scoreOf(model, sameDay), nothingLearned)] : [];
  const after = later.map(({ day, update, scored }) => {
    const learned = way === 'none' ? nothingLearned : learn(model, update, way, confidence);
    return point(day, scoreOf(model, scored), learned);
  });
  const all = after.map(({ accuracy, decisions }) => ({ accuracy, decisions }));
  const over = {
    accuracy: mean(all.map(({ accuracy }) => accuracy)),
    decisions: all.reduce((sum, { decisions }) => sum + decisions, 0),
  };
  const means = Object.fromEntries(
    ['learned', 'rightly'].map((name) => [
      name,
      mean(after.flatMap(({ more }) => (Number.isFinite(more[name]) ? [more[name] ?? NaN] : []))),
    ]),
  );
  return [...points, ...after, ...(after.length > 1 ? [point(LATER, over, means)] : [])];
}

const nothingLearned = { learned: NaN, rightly: NaN };

function scoreOf(model: AdaptiveClassifier, table: FeatureTable): Score {
  return new ScoredWindows().add(model, table.x, labelsOf(table)).score;
}

/** Learn the first part of a day; how much of it, and how much of that under the label that was meant. */
function learn(
  model: AdaptiveClassifier,
  { x, segments }: FeatureTable,
  way: 'supervised' | 'self',
  confidence: number,
): { learned: number; rightly: number } {
  const rows = x.flatMap((row, r) => (row.every((value) => value - value === 0) ? [r] : []));
  const truth = (r: number): string => segments[r]?.label ?? '';
  const taken = rows.flatMap((r) => {
    if (way === 'supervised') return [{ r, label: truth(r) }];
    const { label, confidence: sure } = decisionOf(r, model.posterior(x[r]), model.classes);
    return sure >= confidence ? [{ r, label }] : [];
  });
  model.update(
    taken.map(({ r }) => x[r]),
    taken.map(({ label }) => label),
  );
  const right = taken.filter(({ r, label }) => label === truth(r));
  return {
    learned: x.length > 0 ? taken.length / x.length : NaN,
    rightly: way === 'self' && taken.length > 0 ? right.length / taken.length : NaN,
  };
}
