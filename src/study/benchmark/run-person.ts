import type { Decoder } from '../../decoder/decoder.js';
import type { MyodesisError } from '../../ground/signal/errors.js';
import { namedError, type ClassifierLoader } from '../classifier-choice.js';
import { decodeSession } from '../decode-session.js';
import type { Job } from '../job.js';
import { briefly, trainerIn } from './benchmark-decoder.js';
import { onlineScore } from './online-score.js';
import type { OutsideOpener } from './outside-part.js';
import type { BenchmarkTask, PersonOutcome, PersonScores } from './person-scores.js';
import { PersonSessions } from './person-sessions.js';
import { noStore, type RecordingStore } from './recording-store.js';
import { runOutside } from './run-outside.js';
import { briefScores, scoresOf, type Decide } from './session-scores.js';

/** What a host lends: whoever loads modules, and whoever opens models outside. */
export interface BenchmarkHost {
  readonly loadClassifier?: ClassifierLoader;
  readonly openOutside?: OutsideOpener;
}

/** The job of {@link runPerson}; a host's threads bring what they lend. */
export function runPersonJob(host: BenchmarkHost = {}): Job<BenchmarkTask, PersonOutcome> {
  return { name: 'runPerson', work: (task) => runPerson(task, host) };
}

/** Train in one person and measure every ability. A classifier that fails is told; depends on nothing but the task. */
export async function runPerson(
  task: BenchmarkTask,
  host: BenchmarkHost = {},
  store?: RecordingStore,
): Promise<PersonOutcome> {
  const sessions = sessionsOf(task, store);
  // What is wrong with person, suite or store is no fault of the classifier.
  sessions.record();
  try {
    const { outside } = task.decoder;
    const scores = outside
      ? await runOutside(task, sessions, outside, host.openOutside)
      : await runInside(task, sessions, host.loadClassifier);
    return { scores: { person: task.person, ...scores } };
  } catch (error) {
    const { message, hint }: MyodesisError = namedError(task.decoder.name, error);
    return { failure: { person: task.person, message, hint } };
  }
}

async function runInside(
  { suite, decoder: described, mends, online }: BenchmarkTask,
  sessions: PersonSessions,
  load?: ClassifierLoader,
): Promise<Omit<PersonScores, 'person'>> {
  const { calibration, scenario } = sessions;
  const train = await trainerIn(scenario, described, load);
  const notes = new Set<string>();
  const by =
    (decoder: Decoder): Decide =>
    (session) => {
      const series = decodeSession(session, decoder);
      for (const note of series.notes) notes.add(note);
      return series;
    };
  const second = briefly(calibration, suite.briefMs);
  const measured = async (
    decoder: Decoder,
    brief: Decoder,
  ): Promise<Pick<PersonScores, 'sessions' | 'living'>> => {
    const { sessions: whole, living } = await scoresOf(sessions, by(decoder));
    return { sessions: [...whole, ...(await briefScores(sessions, by(brief)))], living };
  };
  const decoder = train(calibration);
  const plain = await measured(decoder, train(second));
  const mended = [];
  for (const { name, patch } of mends)
    mended.push({ name, ...(await measured(train(calibration, patch), train(second, patch))) });
  const reached = online ? await onlineScore(decoder, scenario, sessions.templates) : undefined;
  return { ...plain, online: reached ?? null, mends: mended, notes: [...notes] };
}

/** The person whose recordings are at hand: decoders of one person come one after the other. */
let kept: { readonly key: string; readonly sessions: PersonSessions } | undefined;

function sessionsOf({ suite, person }: BenchmarkTask, store: RecordingStore = noStore): PersonSessions {
  const key = JSON.stringify([suite, person]);
  if (kept?.key !== key) kept = { key, sessions: new PersonSessions(suite, person, store) };
  return kept.sessions;
}
