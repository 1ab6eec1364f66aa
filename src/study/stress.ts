import type { Classifier } from '../decoder/classifiers/classifier.js';
import { controlName, requireTakingPart } from '../decoder/control/train-control.js';
import type { Decoder, TrainingReport } from '../decoder/decoder.js';
import { maybeMaker, type Extensions, type ModelMaker } from '../decoder/extensions.js';
import {
  disturbanceMetrics,
  promptedMetrics,
  type DisturbanceMetrics,
} from '../decoder/evaluation/disturbance-metrics.js';
import { calibrate, recordCalibration, testSession } from '../patient/calibrate.js';
import { mergeScenario, type Scenario } from '../scenario/scenario.js';
import { MyodesisError } from '../ground/signal/errors.js';
import { taskOf, trainingSamples } from '../decoder/outside/sample-of.js';
import type { LatencySummary, OutsideModel } from '../decoder/outside-model.js';
import {
  creatorOf,
  isOutside,
  namedError,
  nameOf,
  type ClassifierChoice,
  type ClassifierLoader,
  type InsideChoice,
} from './classifier-choice.js';
import { decodeSession, decodeSessionOutside, type DecodedSession } from './decode-session.js';
import { dialled, type Dial, type DialLevel } from './dial.js';
import { dialNamed } from './dial-named.js';
import { dials } from './dials.js';
import { adviceOn } from './disturbance-advice.js';
import { disturbanceEffect, type DisturbanceEffect, type Observed } from './disturbance-effect.js';
import { onTheSpot, type Job, type JobRunner, type RunOptions } from './job.js';
import { runSession, type SessionResult, type SessionTask } from './stress-session.js';

/** What is stressed, by what, and who does the work. */
export interface StressOptions extends RunOptions {
  /** Model in place of the scenario's. */
  readonly classifier?: ClassifierChoice;
  /** Parts of one's own of the decoder that is trained; it is then asked where the study was started. */
  readonly extensions?: Extensions;
  /** A trained decoder; without, one is trained on the undisturbed calibration. */
  readonly decoder?: Decoder;
  /** Names of {@link dials}; default all. */
  readonly dials?: readonly string[];
  /** One repetition and the middle level of each dial. */
  readonly quick?: boolean;
  /** Who does the work; default on the spot, one session after the other. */
  readonly runner?: JobRunner;
  /** Loads a module where the classifier is one. */
  readonly loadClassifier?: ClassifierLoader;
  /** Told what a person should know: where a process may connect, who came and went. */
  readonly onNotice?: (text: string) => void;
}

/** One row of the table. */
export interface StressRow extends DialLevel, DisturbanceMetrics {
  /** What became of decisions and features. */
  readonly effect: DisturbanceEffect;
  /** What would mend it, in a sentence; absent where it does not follow from the effect. */
  readonly advice?: string;
}

/** A level at which the classifier failed; the others have their rows all the same. */
export interface StressFailure {
  readonly dial: string;
  readonly level: number;
  readonly message: string;
  readonly hint: string;
}

/** How the classifier did, undisturbed and at every level of every dial. */
export interface StressResult {
  readonly undisturbed: DisturbanceMetrics;
  readonly rows: readonly StressRow[];
  readonly failures: readonly StressFailure[];
  readonly decoder: Decoder;
  /** Held-out accuracy of the calibration; absent where the decoder came trained. */
  readonly training?: TrainingReport;
  readonly scriptSeconds: number;
  readonly restSeconds: number;
  /** How quickly a classifier answered that answers in its own time. */
  readonly latency?: LatencySummary;
  /** What must be said of the numbers, as sentences. */
  readonly notes: readonly string[];
}

interface Trained {
  readonly decoder: Decoder;
  readonly training?: TrainingReport;
  readonly model?: OutsideModel;
  /** What errors call the classifier. */
  readonly name: string;
  /** Whether its JSON is enough to decide elsewhere: the model is one of ours. */
  readonly travels: boolean;
}

const REST_SECONDS = { full: 60, quick: 20 };
const RECOVERIES = { full: 6, quick: 2 };

export const runSessionJob: Job<SessionTask, SessionResult> = { name: 'runSession', work: runSession };

/**
 * Train a decoder on the undisturbed person and use it under each disturbance, level by level. The same options give
 * the same table, whoever runs the sessions. A classifier that fails at one level is named among the `failures`.
 *
 * @throws ConfigError on an unknown dial; ModelError where the calibration cannot be learned from, or where the
 * undisturbed session cannot be decided; StreamError when told to stop
 * @example
 * const { undisturbed, rows } = await stress(presetByName('transhumeral-tmr'), { dials: ['noise'], quick: true });
 * for (const { dial, level, unit, accuracy } of rows) console.log(dial, level, unit, accuracy);
 */
export async function stress(scenario: Scenario, options: StressOptions = {}): Promise<StressResult> {
  const { quick = false, runner = onTheSpot, stop, onProgress } = options;
  const { classifier } = options;
  if (!options.decoder)
    requireTakingPart(scenario.decoder.control, { classifiers: classifier && [nameOf(classifier)] });
  const chosen = chosenDials(options.dials);
  const live = liveScenario(scenario, quick);
  const length = quick ? 'quick' : 'full';
  const restSeconds = REST_SECONDS[length];
  const trained = await train(scenario, options);
  const common = { restSeconds, recoveries: RECOVERIES[length] };
  const asked = chosen.flatMap((dial) =>
    levelsOf(dial, quick).map((level) => ({ dial, level, turned: dialled(dial, level, live) })),
  );
  const turns = asked.flatMap(({ dial, turned }) => (turned ? [{ dial, turned }] : []));
  const idle = asked.filter(({ turned }) => !turned);
  // Where the work is done on the spot the decoder itself is asked.
  const decoder = trained.travels && runner !== onTheSpot ? trained.decoder.toJSON() : undefined;
  const tasks: SessionTask[] = [
    { scenario: live, undisturbed: live, exerciseMin: 0, ...common },
    ...turns.map(({ dial: { switchable = true, exercise = false }, turned }) => ({
      scenario: turned.scenario,
      ...(switchable && { undisturbed: live }),
      exerciseMin: exercise ? turned.level : 0,
      ...common,
    })),
  ].map((task) => (decoder ? { ...task, decoder } : task));
  try {
    const series = await runner.run(
      runSessionJob,
      tasks,
      oneAtATime((result) => decided(result, trained)),
      { stop, onProgress },
    );
    const [undisturbed, ...disturbed] = series;
    if (!undisturbed) throw new TypeError('stress: no session was run');
    if (undisturbed instanceof MyodesisError) throw undisturbed;
    const before = observed(undisturbed);
    const rows: StressRow[] = [];
    const failures: StressFailure[] = [];
    turns.forEach(({ turned: { dial, title, unit, level, added, calibrated, value } }, n) => {
      const one = disturbed[n];
      const at = { dial, title, unit, level, added, calibrated, value };
      if (one instanceof MyodesisError) failures.push({ dial, level, message: one.message, hint: one.hint });
      else if (one) {
        const effect = disturbanceEffect(observed(one), before);
        const advice = adviceOn(effect, trained.decoder.spec);
        const metrics = disturbanceMetrics(one, undisturbed);
        rows.push({ ...at, ...metrics, effect, ...(advice !== undefined && { advice }) });
      }
    });
    return {
      undisturbed: disturbanceMetrics(undisturbed),
      rows,
      failures,
      decoder: trained.decoder,
      ...(trained.training && { training: trained.training }),
      ...(trained.model && { latency: trained.model.latency }),
      scriptSeconds: undisturbed.scriptEndSeconds,
      restSeconds,
      notes: [
        ...new Set([...(trained.training?.warnings ?? []), ...undisturbed.notes]),
        ...idle.map(
          ({ dial: { title, unit }, level }) =>
            `${title}, ${level} ${unit}: the calibration had as much of it, so the level is left out.`,
        ),
      ],
    };
  } finally {
    await trained.model?.close();
  }
}

function chosenDials(names: readonly string[] | undefined): readonly Dial[] {
  return names?.map((name) => dialNamed(name)) ?? dials;
}

function levelsOf({ levels }: Dial, quick: boolean): readonly number[] {
  return quick ? levels.slice(levels.length >> 1, (levels.length >> 1) + 1) : levels;
}

/** The person as they come to the test: a session that no decoder can have learned from. */
function liveScenario(scenario: Scenario, quick: boolean): Scenario {
  return mergeScenario(scenario, {
    intent: {
      session: testSession(scenario),
      ...(quick && { repetitions: 1 }),
    },
  });
}

async function train(scenario: Scenario, options: StressOptions): Promise<Trained> {
  const { classifier, onNotice = () => undefined, stop } = options;
  if (classifier === undefined || !isOutside(classifier)) return trainInside(scenario, options, classifier);
  // The door is opened first, so that a process may come while the calibration runs.
  const model = await classifier.open(onNotice, stop);
  try {
    const { decoder } = await trainInside(scenario, options);
    await model.prepare(taskOf(decoder), (kind) =>
      trainingSamples(decoder, recordCalibration(scenario), kind),
    );
    return { decoder, travels: false, model, name: classifier.name };
  } catch (error) {
    await model.close();
    throw namedError(classifier.name, error);
  }
}

/** A decoder with a model that is asked by function call: the one given, or one that is trained. */
async function trainInside(
  scenario: Scenario,
  { decoder, extensions = {}, loadClassifier }: StressOptions,
  choice?: InsideChoice,
): Promise<Trained> {
  if (decoder) return { decoder, ...originOf(decoder) };
  const kind = typeof choice === 'string' ? { classifier: choice } : {};
  const own =
    choice === undefined
      ? extensions
      : { ...extensions, classifier: await makerOf(choice, scenario, loadClassifier) };
  try {
    const person = mergeScenario(scenario, { decoder: kind });
    const { decoder: made, report } = calibrate(person, { extensions: own });
    return { decoder: made, training: report, ...originOf(made) };
  } catch (error) {
    throw own.classifier ? namedError(maybeMaker(own.classifier)?.name ?? '', error) : error;
  }
}

async function makerOf(
  choice: InsideChoice,
  { decoder }: Scenario,
  load?: ClassifierLoader,
): Promise<ModelMaker<Classifier> | undefined> {
  if (typeof choice === 'string') return undefined;
  return { name: choice.name, create: await creatorOf(choice, decoder.modelOptions, load) };
}

/** What errors call a decoder's model, and whether its JSON is enough to decide elsewhere. */
function originOf({ spec, extensions }: Decoder): Pick<Trained, 'name' | 'travels'> {
  const maker = maybeMaker(extensions.classifier);
  const own = [extensions.features, extensions.filters, extensions.smoothing].some((parts) => parts?.length);
  return { name: controlName(spec, extensions), travels: !maker && !extensions.regressor && !own };
}

/** The decisions of a session, or the error of the classifier. */
async function decided(
  result: SessionResult,
  { decoder, model, name }: Trained,
): Promise<DecodedSession | MyodesisError> {
  if ('series' in result) return result.series;
  try {
    if (!model) return decodeSession(result.session, decoder);
    const series = await decodeSessionOutside(result.session, decoder, model);
    if (model.failure) throw model.failure;
    return series;
  } catch (error) {
    return namedError(name, error);
  }
}

function observed(series: DecodedSession): Observed {
  return { prompted: promptedMetrics(series), seen: series.seen };
}

/** A decoder keeps its past: sessions must not mingle in it. */
function oneAtATime<In, Out>(work: (value: In) => Promise<Out>): (value: In) => Promise<Out> {
  let tail: Promise<unknown> = Promise.resolve();
  return (value) => {
    const turn = tail.then(() => work(value));
    tail = turn.catch(() => undefined);
    return turn;
  };
}
