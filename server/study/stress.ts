import type { Decoder, TrainingReport } from '../../src/decoder/decoder.js';
import {
  disturbanceMetrics,
  type DisturbanceMetrics,
  type DisturbedSeries,
} from '../../src/decoder/evaluation/disturbance-metrics.js';
import { calibrate, CALIBRATION_SESSION, recordCalibration } from '../../src/patient/calibrate.js';
import { mergeScenario, type Scenario } from '../../src/scenario/scenario.js';
import { ConfigError } from '../../src/ground/signal/errors.js';
import { closest } from '../../src/ground/signal/parse-fields.js';
import { loadClassifierModule } from '../outside/classifier-module.js';
import type { ClassifierReference } from '../outside/classifier-reference.js';
import { isOutside, openOutside } from '../outside/open-outside.js';
import type { LatencySummary, OutsideModel } from '../../src/decoder/outside-model.js';
import { taskOf, trainingSamples } from '../../src/decoder/outside/sample-of.js';
import { decodeSession, decodeSessionOutside } from './decode-session.js';
import { dials, type Dial } from './dials.js';
import { runSessionJob } from './jobs.js';
import { runJobs, type PoolOptions } from './pool.js';
import type { SessionResult, SessionTask } from './stress-session.js';

export interface StressPlan {
  readonly scenario: Scenario;
  /** Model in place of the scenario's. */
  readonly classifier?: ClassifierReference;
  /** A trained decoder; without, one is trained on the undisturbed calibration. */
  readonly decoder?: Decoder;
  /** Names of dials; default all. */
  readonly dials?: readonly string[];
  /** One repetition and the middle level of each dial. */
  readonly quick?: boolean;
}

/** One row of the table. */
export interface StressRow extends DisturbanceMetrics {
  readonly dial: string;
  readonly title: string;
  readonly unit: string;
  readonly level: number;
}

export interface StressResult {
  readonly undisturbed: DisturbanceMetrics;
  readonly rows: readonly StressRow[];
  readonly decoder: Decoder;
  /** Held-out accuracy of the calibration; absent where the decoder came trained. */
  readonly training?: TrainingReport;
  readonly scriptSeconds: number;
  readonly restSeconds: number;
  /** How quickly a classifier answered that answers in its own time. */
  readonly latency?: LatencySummary;
}

export interface StressOptions extends PoolOptions {
  readonly onNotice?: (text: string) => void;
}

interface Trained {
  readonly decoder: Decoder;
  readonly training?: TrainingReport;
  readonly model?: OutsideModel;
  /** Whether worker threads can restore the decoder from its JSON. */
  readonly travels: boolean;
}

const REST_SECONDS = { full: 60, quick: 20 };
const RECOVERIES = { full: 6, quick: 2 };

/**
 * Train a decoder on the undisturbed person and use it under each disturbance, level by level. The same plan gives
 * the same table, however many cores there are.
 */
export async function runStress(plan: StressPlan, options: StressOptions = {}): Promise<StressResult> {
  const chosen = chosenDials(plan.dials);
  const scenario = liveScenario(plan);
  const length = plan.quick ? 'quick' : 'full';
  const restSeconds = REST_SECONDS[length];
  const trained = await train(plan, options);
  const common = { restSeconds, recoveries: RECOVERIES[length] };
  const turns = chosen.flatMap((dial) => levelsOf(dial, plan.quick).map((level) => ({ dial, level })));
  const tasks: SessionTask[] = [
    { scenario, undisturbed: scenario, exerciseMin: 0, ...common },
    ...turns.map(({ dial, level }) => taskFor(scenario, dial, level, common)),
  ].map((task) => (trained.travels ? { ...task, decoder: trained.decoder.toJSON() } : task));
  try {
    const series = await runJobs(
      runSessionJob,
      tasks,
      oneAtATime((result) => decided(result, trained)),
      options,
    );
    const [undisturbed, ...disturbed] = series;
    if (!undisturbed) throw new TypeError('runStress: no session was run');
    return {
      undisturbed: disturbanceMetrics(undisturbed),
      rows: disturbed.flatMap((one, n) => {
        const turn = turns[n];
        if (!turn) return [];
        const { name, title, unit } = turn.dial;
        return [{ dial: name, title, unit, level: turn.level, ...disturbanceMetrics(one, undisturbed) }];
      }),
      decoder: trained.decoder,
      ...(trained.training && { training: trained.training }),
      ...(trained.model && { latency: trained.model.latency }),
      scriptSeconds: undisturbed.scriptEndSeconds,
      restSeconds,
    };
  } finally {
    await trained.model?.close();
  }
}

/** The names of all dials with what they turn, for help texts. */
export const dialNames: readonly string[] = dials.map(({ name }) => name);

function chosenDials(names: readonly string[] | undefined): readonly Dial[] {
  return (
    names?.map((name) => {
      const dial = dials.find((candidate) => candidate.name === name);
      if (dial) return dial;
      const guess = closest(name, dialNames);
      throw new ConfigError(`unknown dial ${name}`, {
        field: 'dials',
        hint: guess ? `Did you mean ${guess}?` : `Dials: ${dialNames.join(', ')}.`,
      });
    }) ?? dials
  );
}

function levelsOf({ levels }: Dial, quick = false): readonly number[] {
  return quick ? levels.slice(levels.length >> 1, (levels.length >> 1) + 1) : levels;
}

/** The person as they come to the test: a session of its own, not that of the calibration. */
function liveScenario({ scenario, quick }: StressPlan): Scenario {
  const { intent } = scenario;
  return mergeScenario(scenario, {
    intent: {
      session: intent.session === CALIBRATION_SESSION ? 0 : intent.session,
      ...(quick && { repetitions: 1 }),
    },
  });
}

function taskFor(
  scenario: Scenario,
  dial: Dial,
  level: number,
  common: Pick<SessionTask, 'restSeconds' | 'recoveries'>,
): SessionTask {
  const base = { ...scenario.limb, ...scenario.electrodes, mainsHz: scenario.disturbances.mainsHz };
  const { switchable = true, exercise = false } = dial;
  return {
    scenario: mergeScenario(scenario, dial.patch(level, base)),
    ...(switchable && { undisturbed: scenario }),
    exerciseMin: exercise ? level : 0,
    ...common,
  };
}

async function train(plan: StressPlan, { onNotice }: StressOptions): Promise<Trained> {
  const { classifier } = plan;
  if (!classifier || !isOutside(classifier)) return trainOwn(plan);
  // The door is opened first, so that a process may come while the calibration runs.
  const model = await openOutside(classifier, onNotice ? { onNotice } : {});
  try {
    const { decoder } = await trainOwn(plan);
    await model.prepare(taskOf(decoder), (kind) =>
      trainingSamples(decoder, recordCalibration(plan.scenario), kind),
    );
    return { decoder, travels: false, model };
  } catch (error) {
    await model.close();
    throw error;
  }
}

/** A decoder with a model that is asked here: the one given, a module's, or one of ours. */
async function trainOwn({ scenario, classifier, decoder }: StressPlan): Promise<Trained> {
  const travels = classifier?.type !== 'module';
  if (decoder) return { decoder, travels };
  const create =
    classifier?.type === 'module' ? (await loadClassifierModule(classifier.path)).create : undefined;
  const kind = classifier?.type === 'own' ? { classifier: classifier.kind } : {};
  const made = calibrate(mergeScenario(scenario, { decoder: kind }), {
    ...(create && { classifier: create }),
  });
  return { decoder: made.decoder, training: made.report, travels };
}

async function decided(result: SessionResult, { decoder, model }: Trained): Promise<DisturbedSeries> {
  if ('series' in result) return result.series;
  return model
    ? decodeSessionOutside(result.session, decoder, model)
    : decodeSession(result.session, decoder);
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
