import { argmax, type Classifier } from '../../decoder/classifiers/classifier.js';
import { posteriorOf } from '../../decoder/control/classification-control.js';
import { decoderFields, type DecoderSpec } from '../../decoder/decoder-fields.js';
import { PreparedClassifier } from '../../decoder/evaluation/prepared-classifier.js';
import { leaveGroupsOut, type TrainTest } from '../../decoder/evaluation/tested-decisions.js';
import { DecisionSmoother, smoothingDelayMs } from '../../decoder/smoothing/decision-smoother.js';
import { ConfigError, StreamError } from '../../ground/signal/errors.js';
import { defaultsOf } from '../../ground/signal/parse-fields.js';
import type { Scenario } from '../../scenario/scenario.js';
import { creatorOf, namedError, nameOf, type ClassifierLoader } from '../classifier-choice.js';
import type { RecordedPerson } from '../evaluate-cohort.js';
import { featureTable, type FeatureTable } from '../feature-table.js';
import type { Job } from '../job.js';
import { divisionOf, splitRows, type Split } from '../split.js';
import { dataOfScenario, type StudySegment } from '../study-data.js';
import type { Candidate } from './search-grid.js';

/** Parts that the training recordings are divided into while a candidate is chosen. */
const FOLDS = 5;

/** Windows that were decided rightly, of how many. */
export interface Count {
  readonly right: number;
  readonly of: number;
}

/** A candidate in one part of the test. */
export interface PartScore {
  /** On training recordings that were left out in turn: what is chosen by. */
  readonly inner: Count;
  /** On the test, learned from all training recordings. */
  readonly test: Count;
}

/** A candidate in one person. */
export interface CandidateScore {
  readonly candidate: string;
  /** By part of the test; none where its classifier failed. */
  readonly parts: readonly PartScore[];
  /** Half a window, filters and one step, and what steadying adds, in milliseconds. */
  readonly latencyMs: number;
  readonly failure?: string;
}

/** All candidates in one person. */
export interface PersonScores {
  readonly person: number | string;
  readonly split: string;
  /** What each part leaves out, such as `repetition 2`. */
  readonly parts: readonly string[];
  readonly scores: readonly CandidateScore[];
  readonly warnings: readonly string[];
}

/** Candidates to score in one person. */
export interface ScoreTask {
  readonly subject: Scenario | RecordedPerson;
  readonly candidates: readonly Candidate[];
  readonly split: Split;
  /** Whether steadied decisions are scored, each recording anew, or those of the model. */
  readonly steadied: boolean;
}

/** The job of {@link scoreCandidates}; a host's threads bring their own loader. */
export function scoreCandidatesJob(load?: ClassifierLoader): Job<ScoreTask, PersonScores> {
  return { name: 'scoreCandidates', work: (task) => scoreCandidates(task, load) };
}

/**
 * How every candidate does in one person: for each part of the test on training recordings that are left out in turn, and
 * on the test itself. Which recordings are tested does not depend on the candidate.
 * @throws StreamError where training cannot be divided once more
 */
export async function scoreCandidates(task: ScoreTask, load?: ClassifierLoader): Promise<PersonScores> {
  const { subject, candidates, split } = task;
  const recorded = 'data' in subject;
  const data = recorded ? subject.data : dataOfScenario(subject);
  const { segments } = data;
  const outer = splitRows(segments, split);
  const by = divisionOf(segments, split);
  const plans = outer.parts.map((part) => ({ part, inner: dividedOnceMore(part, segments, by) }));
  const scores: CandidateScore[] = [];
  const warnings = new Set<string>();
  for (const group of grouped(candidates, ({ spec }) => tableKey(spec))) {
    const table = featureTable(data, group[0].spec);
    for (const warning of table.warnings) warnings.add(warning);
    for (const alike of grouped(group, ({ spec, classifier }) =>
      JSON.stringify([spec.standardize, spec.modelOptions, nameOf(classifier)]),
    ))
      scores.push(...(await scoresOf(alike, { table, segments, plans, steadied: task.steadied }, load)));
  }
  return {
    person: recorded ? subject.person : subject.person.number,
    split: recordingsText(outer.text),
    parts: outer.parts.map(({ test }) => partName(test, segments, by)),
    scores,
    warnings: [...warnings],
  };
}

interface Plan {
  readonly part: TrainTest;
  readonly inner: readonly TrainTest[];
}

interface Scoring {
  readonly table: FeatureTable;
  readonly segments: readonly StudySegment[];
  readonly plans: readonly Plan[];
  readonly steadied: boolean;
}

/** Candidates that differ in their steadying alone: their models are the same, and trained once. */
async function scoresOf(
  alike: readonly Candidate[],
  { table, segments, plans, steadied }: Scoring,
  load?: ClassifierLoader,
): Promise<CandidateScore[]> {
  const [{ classifier, spec }] = alike as [Candidate];
  const latencyOf = (one: Candidate): number =>
    table.latencyMs + (steadied ? smoothingDelayMs(one.spec.smoothing, one.spec.stepMs) : 0);
  const rows = segments.map((): number[] => []);
  const numberOf = new Map(segments.map((segment, s) => [segment, s]));
  table.segments.forEach((segment, row) => rows[numberOf.get(segment) ?? 0].push(row));
  const trained = new Map<string, Classifier>();
  try {
    const create = await creatorOf(classifier, spec.modelOptions, load, table.featureLabels);
    const modelOf = (train: readonly number[]): Classifier => {
      // Left out of one part and then another is the same as the other way round.
      const key = train.join();
      const known = trained.get(key);
      if (known) return known;
      const learned = train.flatMap((s) => rows[s]);
      const model = new PreparedClassifier(create(), spec.standardize).fit(
        learned.map((row) => table.x[row]),
        learned.map((row) => table.segments[row].label),
      );
      trained.set(key, model);
      return model;
    };
    const counts = (parts: readonly TrainTest[]): Count[] => {
      const found = parts.map(({ train, test }) => {
        const model = modelOf(train);
        const posteriors = test.map((s) => rows[s].map((row) => posteriorOf(model, table.x[row])));
        return alike.map((one) =>
          summed(
            test.map((s, t) => ({
              right: rightOf(
                posteriors[t],
                segments[s].label,
                model.classes,
                steadied ? one.spec : undefined,
              ),
              of: rows[s].length,
            })),
          ),
        );
      });
      return alike.map((_, a) => summed(found.map((one) => one[a])));
    };
    const scored = plans.map(({ part, inner }) => ({ inner: counts(inner), test: counts([part]) }));
    return alike.map((one, a) => ({
      candidate: one.name,
      parts: scored.map(({ inner, test }) => ({ inner: inner[a], test: test[a] })),
      latencyMs: latencyOf(one),
    }));
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    const { message } = namedError(nameOf(classifier), error);
    return alike.map((one) => ({
      candidate: one.name,
      parts: [],
      latencyMs: latencyOf(one),
      failure: message,
    }));
  }
}

/** Decisions of one recording that were right. */
function rightOf(
  posteriors: readonly Float64Array[],
  label: string,
  classes: readonly string[],
  steadied: DecoderSpec | undefined,
): number {
  if (!steadied) return posteriors.filter((posterior) => classes[argmax(posterior)] === label).length;
  // Nothing is known here of the amplitude at rest: the onset's threshold stays out of it.
  const smoothing = { ...steadied.smoothing, onsetRestSd: 0 };
  const smoother = new DecisionSmoother({ smoothing, classes, restAmplitude: { mean: 0, sd: 0 }, own: [] });
  return posteriors.filter((posterior) => {
    const { steps } = smoother.push(posterior, 0);
    return classes[steps[steps.length - 1]] === label;
  }).length;
}

export function summed(counts: readonly Count[]): Count {
  return counts.reduce((sum, { right, of }) => ({ right: sum.right + right, of: sum.of + of }), {
    right: 0,
    of: 0,
  });
}

/** @throws StreamError where it cannot be divided */
function dividedOnceMore(
  { train }: TrainTest,
  segments: readonly StudySegment[],
  by: 'trial' | 'repetition' | 'subject',
): TrainTest[] {
  const groups = train.map((s) => segments[s][by] ?? '');
  if (new Set(groups).size < 2)
    throw new StreamError(`search: training holds one ${by} only, expected at least two`, {
      hint: 'Candidates are chosen on training recordings that are left out in turn: test on fewer, or record more.',
    });
  const labels = train.map((s) => segments[s].label);
  return leaveGroupsOut(groups, labels, FOLDS).map((part) => ({
    train: part.train.map((n) => train[n]),
    test: part.test.map((n) => train[n]),
  }));
}

function partName(
  test: readonly number[],
  segments: readonly StudySegment[],
  by: 'trial' | 'repetition' | 'subject',
) {
  const left = [...new Set(test.map((s) => segments[s][by]))];
  if (left.length !== 1) return 'the test';
  return by === 'subject' ? String(left[0]) : `${by} ${String(left[0])}`;
}

/** Recordings are divided here, and not windows, of which a longer window has fewer. */
function recordingsText(text: string): string {
  return text.replace(/ windows/g, ' recordings');
}

/** What decides on a table of features: all but model, standardisation and steadying. */
function tableKey(spec: DecoderSpec): string {
  const { classifier, modelOptions, smoothing, standardize } = defaultsOf(decoderFields);
  return JSON.stringify({ ...spec, classifier, modelOptions, smoothing, standardize });
}

/** Items by a key, in order of appearance. */
export function grouped<T>(items: readonly T[], keyOf: (item: T) => string): [T, ...T[]][] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const item of items) {
    const key = keyOf(item);
    const own = groups.get(key);
    if (own) own.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
}
