import { channelNames } from '../../body/anatomy/channel-names.js';
import { templateKey } from '../../body/synthesis/template-shop.js';
import { Decoder } from '../../decoder/decoder.js';
import { disturbanceMetrics } from '../../decoder/evaluation/disturbance-metrics.js';
import type { MyodesisError } from '../../ground/signal/errors.js';
import { tellable } from '../../ground/signal/tellable.js';
import { recordCalibration, testSession } from '../../patient/calibrate.js';
import { mergeScenario, type Scenario } from '../../scenario/scenario.js';
import { creatorOf, namedError, type ClassifierLoader } from '../classifier-choice.js';
import { decodeSession } from '../decode-session.js';
import type { Job } from '../job.js';
import { sessionTemplates, synthesizeSession } from '../stress-session.js';
import { underCondition, type Condition, type UnderCondition } from './condition.js';
import type { DecoderVariant } from './decoder-variant.js';
import { metricValues, type StudyMetric } from './metrics.js';

/** One person of a study with all that is asked of them, as data. */
export interface StudyPersonTask {
  readonly scenario: Scenario;
  readonly conditions: readonly Condition[];
  readonly decoders: readonly DecoderVariant[];
  readonly restSeconds: number;
}

/** How one decoder did under one condition. */
export interface StudyCell {
  readonly condition: string;
  readonly decoder: string;
  readonly values: Readonly<Record<StudyMetric, number>>;
}

/** What could not be done; the others have their cells all the same. */
export interface StudyFailure {
  readonly condition: string;
  /** Absent where no decoder was to blame. */
  readonly decoder?: string;
  readonly message: string;
  readonly hint: string;
}

/** What a study found in one person. */
export interface StudyPersonResult {
  readonly person: number;
  readonly cells: readonly StudyCell[];
  readonly failures: readonly StudyFailure[];
  /** What must be said of the numbers, as sentences. */
  readonly notes: readonly string[];
}

/** A decoder that learned this person; or why there is none. */
type Learned =
  | { readonly name: string; readonly decoder: Decoder; readonly heldOut: number }
  | { readonly name: string; readonly failure: MyodesisError };

/** What became of one condition. */
interface Outcome extends Omit<StudyPersonResult, 'person'> {
  readonly condition: string;
}

/**
 * Train every decoder on a person and use it under every condition. Bodies and calibrations are made once for all
 * conditions that share them; what fails is told among the `failures` and ends nothing else. Depends on nothing but
 * the task.
 */
export async function studyPerson(
  task: StudyPersonTask,
  load?: ClassifierLoader,
): Promise<StudyPersonResult> {
  const outcomes = new Map<string, Outcome>();
  for (const group of sharingCalibration(task.conditions))
    for (const outcome of await groupOutcomes(group, task, load)) outcomes.set(outcome.condition, outcome);
  const inOrder = task.conditions.flatMap(({ name }) => outcomes.get(name) ?? []);
  return {
    person: task.scenario.person.number,
    cells: inOrder.flatMap(({ cells }) => cells),
    failures: inOrder.flatMap(({ failures }) => failures),
    notes: [...new Set(inOrder.flatMap(({ notes }) => notes))],
  };
}

/** The job of {@link studyPerson}; a host's threads bring their own loader. */
export function studyPersonJob(load?: ClassifierLoader): Job<StudyPersonTask, StudyPersonResult> {
  return { name: 'studyPerson', work: (task) => studyPerson(task, load) };
}

/** Conditions under which the calibration is the same, together. */
function sharingCalibration(conditions: readonly Condition[]): Condition[][] {
  const groups = new Map<string, Condition[]>();
  for (const condition of conditions) {
    const key = JSON.stringify(condition.throughout);
    const group = groups.get(key);
    if (group) group.push(condition);
    else groups.set(key, [condition]);
  }
  return [...groups.values()];
}

async function groupOutcomes(
  group: readonly Condition[],
  { scenario, decoders, restSeconds }: StudyPersonTask,
  load?: ClassifierLoader,
): Promise<Outcome[]> {
  const notes = new Set<string>();
  try {
    const calibrated = mergeScenario(scenario, group[0]?.throughout ?? {});
    const learned = await learnedBy(calibrated, decoders, notes, load);
    // A session that no decoder can have learned from.
    const live = mergeScenario(calibrated, { intent: { session: testSession(calibrated) } });
    const all = group.map((condition) => ({
      condition,
      turn: attempt(() => underCondition(live, condition)),
    }));
    // Templates of the last body are kept: those who share one come together, that of the calibration first.
    const bodies = new Map<string, typeof all>([[templateKey(live), []]]);
    for (const one of all) {
      const body = 'value' in one.turn ? templateKey(one.turn.value.scenario) : '';
      const known = bodies.get(body);
      if (known) known.push(one);
      else bodies.set(body, [one]);
    }
    return [...bodies.values()].flat().map(({ condition, turn }) => {
      if ('failure' in turn) return failed(condition, turn.failure);
      const outcome = sessionOutcome(condition, turn.value, learned, restSeconds);
      return { ...outcome, notes: [...notes, ...outcome.notes] };
    });
  } catch (error) {
    const failure = tellable(error);
    return group.map((condition) => failed(condition, failure));
  }
}

/** Every decoder trained on one recording of the calibration. */
async function learnedBy(
  calibrated: Scenario,
  decoders: readonly DecoderVariant[],
  notes: Set<string>,
  load?: ClassifierLoader,
): Promise<Learned[]> {
  const recordings = recordCalibration(calibrated, { templates: sessionTemplates(calibrated) });
  const { electrodes, sampleRateHz, movements } = calibrated;
  const learned: Learned[] = [];
  for (const { name, patch, module } of decoders)
    try {
      const spec = mergeScenario(calibrated, { decoder: patch }).decoder;
      const create = module && (await creatorOf(module, spec.modelOptions, load));
      const extensions = create && { classifier: { name: module.name, create } };
      const context = { sampleRateHz, channelNames: channelNames(electrodes), movements, extensions };
      const { decoder, report } = Decoder.train(spec, recordings, context);
      for (const warning of report.warnings) notes.add(warning);
      learned.push({ name, decoder, heldOut: report.accuracy });
    } catch (error) {
      learned.push({ name, failure: namedError(name, error) });
    }
  return learned;
}

/** One session under a condition, as every decoder sees it. */
function sessionOutcome(
  condition: Condition,
  { scenario, exerciseMin, idle }: UnderCondition,
  learned: readonly Learned[],
  restSeconds: number,
): Outcome {
  const outcome = { condition: condition.name, cells: [], failures: [], notes: [] };
  if (idle.length > 0) {
    const had = `person ${scenario.person.number} had as much of ${idle.join(' and ')} in the calibration`;
    return { ...outcome, notes: [`${condition.name}: ${had}, so that it is left out.`] };
  }
  const made = attempt(() => synthesizeSession({ scenario, exerciseMin, restSeconds, recoveries: 0 }));
  if ('failure' in made) return failed(condition, made.failure);
  const cells: StudyCell[] = [];
  const failures: StudyFailure[] = [];
  const notes: string[] = [];
  for (const one of learned)
    try {
      if ('failure' in one) throw one.failure;
      const series = decodeSession(made.value, one.decoder);
      const values = metricValues(disturbanceMetrics(series), one.heldOut);
      cells.push({ condition: condition.name, decoder: one.name, values });
      notes.push(...series.notes);
    } catch (error) {
      failures.push(failureOf(condition, namedError(one.name, error), one.name));
    }
  return { ...outcome, cells, failures, notes };
}

function failed(condition: Condition, failure: MyodesisError): Outcome {
  return { condition: condition.name, cells: [], failures: [failureOf(condition, failure)], notes: [] };
}

function failureOf({ name }: Condition, { message, hint }: MyodesisError, decoder?: string): StudyFailure {
  return { condition: name, ...(decoder !== undefined && { decoder }), message, hint };
}

function attempt<T>(make: () => T): { readonly value: T } | { readonly failure: MyodesisError } {
  try {
    return { value: make() };
  } catch (error) {
    return { failure: tellable(error) };
  }
}
