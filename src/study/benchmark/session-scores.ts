import {
  disturbanceMetrics,
  promptedMetrics,
  type DisturbedSeries,
} from '../../decoder/evaluation/disturbance-metrics.js';
import { isRest } from '../../decoder/training/training-windows.js';
import { mean } from '../../ground/math/statistics.js';
import type { SessionSignal } from '../session-signal.js';
import type { PersonScores, SessionScore } from './person-scores.js';
import type { PersonSessions } from './person-sessions.js';

/** Decides on a session of a person. */
export type Decide = (session: SessionSignal) => DisturbedSeries | Promise<DisturbedSeries>;

/** Everything that a person does with a decoder that has all of their calibration. */
export async function scoresOf(
  person: PersonSessions,
  decide: Decide,
): Promise<Pick<PersonScores, 'sessions' | 'living'>> {
  let undisturbed: DisturbedSeries | undefined;
  const sessions: SessionScore[] = [];
  for (const condition of person.suite.conditions) {
    const session = person.under(condition);
    if (!session) continue;
    const series = await decide(session);
    undisturbed ??= series;
    const { name, ability } = condition;
    sessions.push(scoreOf(name, series, ability === 'disturbance' ? undisturbed : undefined));
  }
  const living = await decide(person.living);
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

/** What they do with one that has a second of it. */
export async function briefScores(person: PersonSessions, decide: Decide): Promise<SessionScore[]> {
  const [plain] = person.suite.conditions;
  const session = person.under(plain);
  return session ? [scoreOf('one-second', await decide(session))] : [];
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
