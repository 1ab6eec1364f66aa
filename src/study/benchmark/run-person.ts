import type { Decoder } from '../../decoder/decoder.js';
import {
  disturbanceMetrics,
  promptedMetrics,
  type DisturbedSeries,
} from '../../decoder/evaluation/disturbance-metrics.js';
import { isRest } from '../../decoder/training/training-windows.js';
import type { MyodesisError } from '../../ground/signal/errors.js';
import { mean } from '../../ground/math/statistics.js';
import { namedError, type ClassifierLoader } from '../classifier-choice.js';
import { decodeSession } from '../decode-session.js';
import type { Job } from '../job.js';
import type { SessionSignal } from '../session-signal.js';
import { briefly, trainerIn, type BenchmarkDecoder, type DecoderPatch } from './benchmark-decoder.js';
import type { Mend } from './mends.js';
import { onlineScore, type OnlineScore } from './online-score.js';
import { PersonSessions } from './person-sessions.js';
import { noStore, type RecordingStore } from './recording-store.js';
import type { SuitePerson } from './suite-people.js';
import type { Suite } from './suite.js';

/** One person with decoders of one kind: everything that is measured of them. */
export interface BenchmarkTask {
  readonly suite: Suite;
  readonly person: SuitePerson;
  readonly decoder: BenchmarkDecoder;
  /** Changes that are tried beside. */
  readonly mends: readonly Mend[];
  /** Whether the simulated user is let try it, which takes longest. */
  readonly online: boolean;
}

/** How a decoder did in one session. */
export interface SessionScore {
  readonly name: string;
  /** Mean over classes of the share of right decisions: rest counts no more than any movement. */
  readonly accuracy: number;
  /** Share of wrong ones among decisions that moved something; null where nothing moved. */
  readonly activeErrorRate: number | null;
  /** Share of intended rest in which something moved. */
  readonly movingAtRest: number;
  /** Share of intended movement in which nothing moved. */
  readonly still: number;
  /** Times the disturbance ended with decisions other than undisturbed, and mean seconds until they were alike again. */
  readonly recovery?: { readonly disturbed: number; readonly seconds: number | null };
}

/** A daily living script, decoded live. */
export interface LivingScore {
  readonly accuracy: number;
  /** Movements out of rest while rest was intended. */
  readonly falseActivations: number;
  /** Seconds in which rest was intended and nothing moved. */
  readonly stillSeconds: number;
  /** Share of intended rest in which something moved. */
  readonly movingAtRest: number;
  /** Median time from an intent to the first right decision; null where none was. */
  readonly onsetSeconds: number | null;
}

/** Everything measured of one person. */
export interface PersonScores {
  readonly person: SuitePerson;
  readonly sessions: readonly SessionScore[];
  readonly living: LivingScore;
  /** Null where no joint can be moved both ways, or the test was not asked for. */
  readonly online: OnlineScore | null;
  /** Sessions and living under every change that was tried. */
  readonly mends: readonly {
    readonly name: string;
    readonly sessions: readonly SessionScore[];
    readonly living: LivingScore;
  }[];
  /** What must be said of the numbers, as sentences. */
  readonly notes: readonly string[];
}

/** What became of a person: scores, or why there are none. */
export type PersonOutcome =
  | { readonly scores: PersonScores }
  | { readonly failure: { readonly person: SuitePerson; readonly message: string; readonly hint: string } };

/** The job of {@link runPerson}; a host's threads bring their own loader. */
export function runPersonJob(load?: ClassifierLoader): Job<BenchmarkTask, PersonOutcome> {
  return { name: 'runPerson', work: (task) => runPerson(task, load) };
}

/** Train in one person and measure every ability. A classifier that fails is told; depends on nothing but the task. */
export async function runPerson(
  task: BenchmarkTask,
  load?: ClassifierLoader,
  store?: RecordingStore,
): Promise<PersonOutcome> {
  const sessions = sessionsOf(task, store);
  // What is wrong with person, suite or store is no fault of the classifier.
  sessions.record();
  const { calibration } = sessions;
  try {
    const train = await trainerIn(sessions.scenario, task.decoder, load);
    const notes = new Set<string>();
    const brief = (more?: DecoderPatch): Decoder => train(briefly(calibration, task.suite.briefMs), more);
    const decoder = train(calibration);
    const plain = scoresOf(sessions, decoder, brief(), notes);
    const mends = task.mends.map(({ name, patch }) => ({
      name,
      ...scoresOf(sessions, train(calibration, patch), brief(patch), notes),
    }));
    const online = task.online ? (onlineScore(decoder, sessions.scenario, sessions.templates) ?? null) : null;
    return { scores: { person: task.person, ...plain, online, mends, notes: [...notes] } };
  } catch (error) {
    const { message, hint }: MyodesisError = namedError(task.decoder.name, error);
    return { failure: { person: task.person, message, hint } };
  }
}

function scoresOf(
  person: PersonSessions,
  decoder: Decoder,
  brief: Decoder,
  notes: Set<string>,
): Pick<PersonScores, 'sessions' | 'living'> {
  const { suite } = person;
  let undisturbed: DisturbedSeries | undefined;
  const sessions = suite.conditions.flatMap((condition): SessionScore[] => {
    const session = person.under(condition);
    if (!session) return [];
    const series = decided(session, decoder, notes);
    undisturbed ??= series;
    return [scoreOf(condition.name, series, condition.ability === 'disturbance' ? undisturbed : undefined)];
  });
  const [plain] = suite.conditions;
  const session = person.under(plain);
  if (session) sessions.push(scoreOf('one-second', decided(session, brief, notes)));
  const living = decided(person.living, decoder, notes);
  const { falseActivations, movingAtRest, onsetSeconds } = disturbanceMetrics(living);
  return {
    sessions,
    living: {
      accuracy: balanced(living),
      falseActivations: falseActivations.count,
      stillSeconds: falseActivations.stillSeconds,
      movingAtRest,
      onsetSeconds: orNull(onsetSeconds),
    },
  };
}

function scoreOf(name: string, series: DisturbedSeries, undisturbed?: DisturbedSeries): SessionScore {
  const { activeErrorRate, movingAtRest, recovery } = disturbanceMetrics(series, undisturbed);
  return {
    ...{ name, accuracy: balanced(series), activeErrorRate: orNull(activeErrorRate) },
    ...{ movingAtRest, still: stillShare(series) },
    ...(undisturbed && {
      recovery: {
        disturbed: recovery.disturbed,
        // Who never was right again while it was off is counted with all of that time.
        seconds: recovery.disturbed > 0 ? Math.min(recovery.seconds, series.offForSeconds) : null,
      },
    }),
  };
}

function decided(session: SessionSignal, decoder: Decoder, notes: Set<string>): DisturbedSeries {
  const series = decodeSession(session, decoder);
  for (const note of series.notes) notes.add(note);
  return series;
}

/** Mean recall over the classes that were intended. */
function balanced(series: DisturbedSeries): number {
  return mean(promptedMetrics(series).perClass.flatMap(({ recall, count }) => (count > 0 ? [recall] : [])));
}

/** Share of the windows of intended movements that were taken for rest. */
function stillShare(series: DisturbedSeries): number {
  const { classes, confusion } = promptedMetrics(series);
  const rest = classes.findIndex(isRest);
  const moving = confusion.filter((_, k) => k !== rest);
  const all = moving.flat().reduce((sum, count) => sum + count, 0);
  return moving.reduce((sum, row) => sum + (row[rest] ?? 0), 0) / all;
}

function orNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

/** The person whose recordings are at hand: decoders of one person come one after the other. */
let kept: { readonly key: string; readonly sessions: PersonSessions } | undefined;

function sessionsOf({ suite, person }: BenchmarkTask, store: RecordingStore = noStore): PersonSessions {
  const key = JSON.stringify([suite, person]);
  if (kept?.key !== key) kept = { key, sessions: new PersonSessions(suite, person, store) };
  return kept.sessions;
}
