import { peopleMean, type PeopleMean } from '../people-mean.js';
import type { DecoderRun } from './benchmark.js';
import { scoreOf, valuesOf } from './person-values.js';
import type { PersonScores, SessionScore } from './person-scores.js';
import type { SuitePerson } from './suite-people.js';
import type { DecoderSummary } from './summary.js';
import type { Condition, Suite } from './suite.js';

/** What a change to the decoder does, in the same people. */
export interface MendEffect {
  readonly name: string;
  /** Share of right decisions that it gives back under the condition. */
  readonly gain: PeopleMean;
  /** What it does to the score over all abilities. */
  readonly score: PeopleMean;
}

/** A share without a condition and under it. */
export interface BeforeAndUnder {
  readonly plain: PeopleMean;
  readonly under: PeopleMean;
}

/** A condition that costs a decoder much. */
export interface Weakness {
  readonly condition: Condition;
  readonly accuracy: PeopleMean;
  /** Share of right decisions lost against the session without the condition. */
  readonly loss: PeopleMean;
  /** Share of intended rest in which something moved, without the condition and under it. */
  readonly movingAtRest: BeforeAndUnder;
  /** Share of intended movement in which nothing moved, likewise. */
  readonly still: BeforeAndUnder;
  /** Who lost most. */
  readonly person: SuitePerson;
  /** The change that gives most back on average; absent where none gives anything. */
  readonly mend?: MendEffect;
  /** The baseline that is best under the condition; absent without baselines. */
  readonly bestBaseline?: { readonly name: string; readonly plain: number; readonly under: number };
}

/** Conditions that are told. */
const TOLD = 3;

/** The conditions that cost a decoder most on average, the worst first. */
export function weaknessesOf(
  suite: Suite,
  { people }: Pick<DecoderRun, 'people'>,
  baselines: readonly DecoderSummary[],
): Weakness[] {
  const [plain, ...others] = suite.conditions;
  return others
    .flatMap((condition) => {
      const losses = people.flatMap((scores) => {
        const before = sessionOf(scores, plain);
        const under = sessionOf(scores, condition);
        return before && under ? [{ scores, before, under, loss: before.accuracy - under.accuracy }] : [];
      });
      const [most] = [...losses].sort((a, b) => b.loss - a.loss);
      if (!most) return [];
      const bestBaseline = bestBaselineUnder(plain, condition, baselines);
      const mend = bestMend(suite, condition, people);
      const both = (of: (session: SessionScore) => number): BeforeAndUnder => ({
        plain: peopleMean(losses.map(({ before }) => of(before))),
        under: peopleMean(losses.map(({ under }) => of(under))),
      });
      return {
        condition,
        accuracy: peopleMean(losses.map(({ under }) => under.accuracy)),
        loss: peopleMean(losses.map(({ loss }) => loss)),
        movingAtRest: both(({ movingAtRest }) => movingAtRest),
        still: both(({ still }) => still),
        person: most.scores.person,
        ...(mend && { mend }),
        ...(bestBaseline && { bestBaseline }),
      };
    })
    .filter(({ loss }) => loss.mean > 0)
    .sort((a, b) => b.loss.mean - a.loss.mean)
    .slice(0, TOLD);
}

/** What a change to the decoder does to everything that is measured. */
export interface MendOverall {
  readonly name: string;
  /** What it does to the score. */
  readonly score: PeopleMean;
  /** False activations that are left, as a share of those without the change; NaN where there were none. */
  readonly falseActivations: number;
}

/** Every change that was tried, the one that does most for the score first. */
export function mendsOverall(suite: Suite, { people }: Pick<DecoderRun, 'people'>): MendOverall[] {
  const sum = (of: (scores: PersonScores) => number): number => people.reduce((all, one) => all + of(one), 0);
  const now = sum(({ living }) => living.falseActivations);
  return (people[0]?.mends ?? [])
    .map(({ name }, m) => ({
      name,
      score: scoreChange(suite, people, m),
      falseActivations: sum(({ mends }) => mends[m]?.living.falseActivations ?? 0) / now,
    }))
    .sort((a, b) => b.score.mean - a.score.mean);
}

function scoreChange(suite: Suite, people: readonly PersonScores[], m: number): PeopleMean {
  return changeOver(
    people,
    m,
    (mended, before) => scoreOf(suite, valuesOf(mended)) - scoreOf(suite, valuesOf(before)),
  );
}

/** A difference between people with and without the change of a number. */
function changeOver(
  people: readonly PersonScores[],
  m: number,
  difference: (mended: PersonScores, before: PersonScores) => number,
): PeopleMean {
  return peopleMean(
    people.flatMap((before) => {
      const mended = before.mends[m];
      return mended ? [difference({ ...before, ...mended }, before)] : [];
    }),
  );
}

function bestMend(
  suite: Suite,
  condition: Condition,
  people: readonly PersonScores[],
): MendEffect | undefined {
  const names = people[0]?.mends.map(({ name }) => name) ?? [];
  const effects = names.map((name, m): MendEffect => ({
    name,
    gain: changeOver(
      people,
      m,
      (mended, before) => accuracyIn(mended, condition) - accuracyIn(before, condition),
    ),
    score: scoreChange(suite, people, m),
  }));
  const [best] = effects.sort((a, b) => b.gain.mean - a.gain.mean);
  return best && best.gain.mean > 0 ? best : undefined;
}

function bestBaselineUnder(
  plain: Condition,
  condition: Condition,
  baselines: readonly DecoderSummary[],
): Weakness['bestBaseline'] {
  const of = ({ name, conditions }: DecoderSummary) => ({
    name,
    plain: conditions[plain.name]?.mean ?? NaN,
    under: conditions[condition.name]?.mean ?? NaN,
  });
  const [first] = baselines.map(of).sort((a, b) => b.under - a.under);
  return first && Number.isFinite(first.under) ? first : undefined;
}

function accuracyIn(scores: PersonScores, condition: Condition): number {
  return sessionOf(scores, condition)?.accuracy ?? NaN;
}

function sessionOf({ sessions }: PersonScores, { name }: Condition) {
  return sessions.find((one) => one.name === name);
}
