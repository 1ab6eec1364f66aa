import { ConfigError, ModelError } from '../ground/signal/errors.js';
import type { ClassificationMetrics } from '../decoder/evaluation/classification-metrics.js';
import type { Scenario } from '../scenario/scenario.js';
import { travels, type ClassifierLoader, type InsideChoice } from './classifier-choice.js';
import { bestCell, type Cell, type CellFailure } from './evaluate-cells.js';
import { evaluateAll, type EvaluateOptions } from './evaluate.js';
import { onTheSpot, type Job } from './job.js';
import type { StudyData } from './study-data.js';
import { peopleMean, type PeopleMean } from './people-mean.js';

/** As {@link EvaluateOptions}, with classifiers that are trained anew in each person. */
export interface EvaluateCohortOptions extends Omit<EvaluateOptions, 'classifiers' | 'onNotice'> {
  /** Default the decoder's. */
  readonly classifiers?: readonly InsideChoice[];
}

/** How every combination did in one person. */
export interface PersonEvaluation {
  /** Number of a simulated person, name of a recorded one. */
  readonly person: number | string;
  readonly cells: readonly Cell[];
  readonly failures: readonly CellFailure[];
}

/** Metrics that are told over people. */
export const cohortMetrics = [
  'accuracy',
  'activeErrorRate',
  'instability',
  'rejectionRate',
  'recall',
  'precision',
  'f1',
] as const satisfies readonly (keyof ClassificationMetrics)[];

/** One combination over people. */
export interface CohortCell extends Pick<
  Cell,
  'features' | 'classifier' | 'windowMs' | 'stepMs' | 'featureCount' | 'latencyMs' | 'split'
> {
  readonly metrics: Readonly<Record<(typeof cohortMetrics)[number], PeopleMean>>;
  /** Accuracy by which it lies below the combination that is best on average, in the same people. */
  readonly behind: PeopleMean;
  /** People in whom none was more accurate; equals all count. */
  readonly bestIn: number;
  /** Mean over people of its place by accuracy, 1 for the best; equals share their places. */
  readonly meanRank: number;
}

/** How combinations did in people. */
export interface CohortEvaluation {
  /** By window, then features, then classifier, as they were given. */
  readonly cells: readonly CohortCell[];
  readonly people: readonly PersonEvaluation[];
}

/** Recordings of one person. */
export interface RecordedPerson {
  readonly person: string;
  readonly data: StudyData;
}

/** One person to evaluate; a task that has functions among its options stays where it is. */
export interface EvaluatePersonTask {
  readonly subject: Scenario | RecordedPerson;
  readonly options: EvaluateOptions;
}

/** Every combination in one person. */
export async function evaluatePerson(
  { subject, options }: EvaluatePersonTask,
  load?: ClassifierLoader,
): Promise<PersonEvaluation> {
  const loading = load && { loadClassifier: load };
  const isRecorded = 'data' in subject;
  const { cells, failures } = await evaluateAll(isRecorded ? subject.data : subject, {
    ...options,
    ...loading,
  });
  return { person: isRecorded ? subject.person : subject.person.number, cells, failures };
}

/** The job of {@link evaluatePerson}; a host's threads bring their own loader. */
export function evaluatePersonJob(load?: ClassifierLoader): Job<EvaluatePersonTask, PersonEvaluation> {
  return { name: 'evaluatePerson', work: (task) => evaluatePerson(task, load) };
}

/**
 * Every combination of features, classifiers and windows in each of some people, trained and tested on the person's own
 * recordings or calibration, and what that says of the population they were drawn from.
 *
 * @param people such as `cohort(scenario, { size: 20 })`, or recorded ones (`peopleOf(data)`)
 * @throws ConfigError where there are no people, or on unknown features; ModelError where every combination failed in
 * everybody; StreamError when told to stop
 * @example
 * const people = cohort(presetByName('transradial-armband'), { size: 20 });
 * const { cells } = await evaluateCohort(people, { features: ['HTD', 'LS4'], classifiers: ['lda', 'knn'] });
 * for (const { classifier, metrics, bestIn } of cells) console.log(classifier, metrics.accuracy.mean, bestIn);
 */
export async function evaluateCohort(
  people: readonly (Scenario | RecordedPerson)[],
  { runner = onTheSpot, loadClassifier, stop, onProgress, ...options }: EvaluateCohortOptions = {},
): Promise<CohortEvaluation> {
  requirePeople('evaluateCohort', people);
  const results = await (isData(options) ? runner : onTheSpot).run(
    evaluatePersonJob(loadClassifier),
    people.map((subject) => ({ subject, options })),
    (result) => result,
    { stop, onProgress },
  );
  const cells = overPeople(results);
  const first = results[0]?.failures[0];
  if (first && cells.length === 0) throw new ModelError(first.message, { hint: first.hint });
  return { cells, people: results };
}

/** @throws ConfigError where there are none */
export function requirePeople(study: string, people: readonly unknown[]): void {
  if (people.length > 0) return;
  throw new ConfigError(`${study}: got no people, expected one scenario for each`, {
    hint: 'Draw some, such as cohort(scenario, { size: 20 }).',
  });
}

/** The people of labelled recordings, in order of appearance; those that name nobody are one person of no name. */
export function peopleOf(data: StudyData): RecordedPerson[] {
  const names = [...new Set(data.segments.map(({ subject = '' }) => subject))];
  return names.map((person) => ({
    person,
    data: { ...data, segments: data.segments.filter(({ subject = '' }) => subject === person) },
  }));
}

/** What a person is called: `person 3` of a population, a recorded one by their own name. */
export function personName(person: number | string): string {
  return typeof person === 'number' ? `person ${person}` : person;
}

/** Whether a thread can be told of the options: nothing among them is a function. */
function isData({ features = [], classifiers = [], extensions }: EvaluateCohortOptions): boolean {
  return (
    extensions === undefined &&
    classifiers.every(travels) &&
    features.every((list) => typeof list === 'string' || list.every((part) => typeof part === 'string'))
  );
}

/** Combinations that at least one person has, in the order in which they were tried. */
function overPeople(people: readonly PersonEvaluation[]): CohortCell[] {
  const most = [...people].sort((a, b) => b.cells.length - a.cells.length)[0];
  const keys = [...new Set([...(most?.cells ?? []), ...people.flatMap(({ cells }) => cells)].map(keyOf))];
  const best = people.map(({ cells }) => bestCell(cells));
  const columns = keys.map((key) => people.map(({ cells }) => cells.find((cell) => keyOf(cell) === key)));
  const means = columns.map((own) => peopleMean(own.map(accuracyOf)).mean);
  const leader = columns[means.indexOf(Math.max(...means))];
  return columns.flatMap((own) => {
    const known = own.find((cell) => cell !== undefined);
    if (!known) return [];
    const { features, classifier, windowMs, stepMs, featureCount, latencyMs, split } = known;
    const places = own.flatMap((cell, p) => (cell ? [placeOf(cell, people[p]?.cells ?? [])] : []));
    return {
      ...{ features, classifier, windowMs, stepMs, featureCount, latencyMs, split },
      metrics: {
        accuracy: peopleMean(own.map(accuracyOf)),
        activeErrorRate: metric(own, 'activeErrorRate'),
        instability: metric(own, 'instability'),
        rejectionRate: metric(own, 'rejectionRate'),
        recall: metric(own, 'recall'),
        precision: metric(own, 'precision'),
        f1: metric(own, 'f1'),
      },
      behind: peopleMean(own.map((cell, p) => accuracyOf(leader?.[p]) - accuracyOf(cell))),
      bestIn: own.filter((cell, p) => cell !== undefined && accuracyOf(cell) === accuracyOf(best[p])).length,
      meanRank: peopleMean(places).mean,
    };
  });
}

/** What tells a combination from the others. */
export function keyOf({
  features,
  classifier,
  windowMs,
}: Pick<Cell, 'features' | 'classifier' | 'windowMs'>): string {
  return JSON.stringify([features, classifier, windowMs]);
}

function metric(cells: readonly (Cell | undefined)[], name: (typeof cohortMetrics)[number]): PeopleMean {
  return peopleMean(cells.map((cell) => cell?.metrics[name] ?? NaN));
}

function accuracyOf(cell: Cell | undefined): number {
  return cell?.metrics.accuracy ?? NaN;
}

function placeOf(cell: Cell, all: readonly Cell[]): number {
  const better = all.filter((other) => accuracyOf(other) > accuracyOf(cell)).length;
  const equal = all.filter((other) => accuracyOf(other) === accuracyOf(cell)).length;
  return better + (equal + 1) / 2;
}
