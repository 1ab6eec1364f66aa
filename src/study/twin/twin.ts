import { mergeScenario, type Scenario } from '../../scenario/scenario.js';
import { onTheSpot, type JobRunner, type RunOptions } from '../job.js';
import { matchChannels, type ChannelMatch } from '../likeness/channel-match.js';
import type { Measured, Portrait } from '../likeness/portrait.js';
import type { StudyData } from '../study-data.js';
import { crossEntropy } from './cross-entropy.js';
import { Laboratory } from './laboratory.js';
import { fitDrives, withDrives } from './muscle-drives.js';
import { choosePlaces, placedVariants, withPlaces } from './muscle-places.js';
import { probes, withoutLuck } from './probes.js';
import { twinDistance, type TwinDistance } from './twin-distance.js';
import { corrected, levelsOf } from './twin-levels.js';
import { atPlace, searchedParameters, towards } from './twin-parameters.js';
import { matchable, turned, twinStart } from './twin-start.js';

export interface FitOptions extends Omit<RunOptions, 'onProgress'> {
  /** Whom the twin is made of: a person who has the recording's limb. */
  readonly base: Scenario;
  readonly seed?: number;
  /** Candidates of one generation, and generations; default 16 and 10. */
  readonly population?: number;
  readonly generations?: number;
  readonly runner?: JobRunner;
  /** Told the share that is done, 0 to 1, and of what. */
  readonly onProgress?: (share: number, what: string) => void;
}

/** A simulated person who is like a recorded one, with how like. */
export interface Twin {
  readonly scenario: Scenario;
  /** The scenario the search began with: the person it is made of, with the recording's electrodes and movements. */
  readonly base: Scenario;
  readonly target: Portrait;
  /** The twin in a session that the search has not seen. */
  readonly portrait: Portrait;
  readonly before: TwinDistance;
  readonly after: TwinDistance;
  /** Least distance after each generation. */
  readonly history: readonly number[];
  readonly match?: ChannelMatch;
  readonly candidates: number;
  /** Classes of the recording that the twin is not asked for. */
  readonly leftOut: readonly string[];
}

/**
 * Shares of the way that habits and noise go to where single statistics ask them to, before the search and after it:
 * smaller and smaller, each in another session, so that the luck of none decides.
 */
const EARLY_SHARES = [0.8, 0.5, 0.4];
const LATE_SHARES = [0.4, 0.3];
/** What is still missing in the levels is added to what is asked for so often, so much of it each time. */
const CORRECTIONS = 2;
const CORRECTED = 0.7;
/** Repetitions of the session by which the twin is judged, at most. */
const MOST_REPETITIONS = 6;
/** Shares of the time that are over when limb and habits have been found, and when the search has. */
const FOUND = 0.2;
const SEARCHED = 0.95;

/**
 * The twin of a recorded person. Electrodes are turned to where they match; places of the muscles, their drives and the
 * strengths of movements follow from levels in closed form; habits and noise go to where single statistics ask them to,
 * and are then searched together with what shapes the spectrum. The same recording, base and seed give the same twin.
 *
 * @throws ModelError where the recording has less than rest and two movements of the base on two channels; StreamError
 * where it cannot be measured, or when told to stop
 * @example fitTwin(dataOfScenario(person), { base: presetByName('transradial-armband') })
 */
export async function fitTwin(recording: StudyData, options: FitOptions): Promise<Twin> {
  const { base, seed = 1, population = 16, generations = 10, runner = onTheSpot, stop } = options;
  const { onProgress = () => undefined } = options;
  const { data, leftOut } = matchable(base, recording);
  const laboratory = new Laboratory(data, runner, stop);
  const { one, trials, portrait } = laboratory;

  const target = await laboratory.recorded();
  const start = twinStart(base, data);
  onProgress(0, 'the limb');
  const match = matchChannels([target], [await one(start)]);
  const placed = match ? turned(start, match) : start;
  const limb = await withLimb(placed, target, laboratory);
  let current = await withOwnDrives(limb, target, laboratory);
  onProgress(FOUND / 2, 'habits and noise');
  current = await withOwnHabits(current, target, EARLY_SHARES, laboratory);
  const { place, history } = await crossEntropy(
    async (places) => {
      const outcomes = await trials(places.map((candidate) => atPlace(current, candidate)));
      return outcomes.map((outcome) => ('value' in outcome ? twinDistance(target, outcome.value).loss : NaN));
    },
    {
      start: searchedParameters.map(() => 0),
      spread: searchedParameters.map(() => 1),
      population,
      generations,
      seed,
      onGeneration: (done, best) =>
        onProgress(FOUND + ((SEARCHED - FOUND) * done) / generations, `distance ${best.toFixed(1)}`),
    },
  );
  const searched = await withOwnDrives(atPlace(current, place), target, laboratory);
  const found = await withOwnHabits(searched, target, LATE_SHARES, laboratory);

  // In another session, lest the luck of the one searched is taken for likeness.
  const repetitions = repetitionsOf(data);
  const judged = (scenario: Scenario): Scenario =>
    mergeScenario(scenario, { seed: scenario.seed + 1000, calibration: { repetitions } });
  const own = await portrait(judged(found));
  const before = twinDistance(target, await one(judged(placed)));
  onProgress(1, 'done');
  return {
    scenario: mergeScenario(found, { calibration: { repetitions } }),
    base: placed,
    target,
    portrait: own,
    before,
    after: twinDistance(target, own),
    history,
    ...(match && { match }),
    candidates: population * generations,
    leftOut,
  };
}

/** Habits and noise moved towards what single statistics ask of them. */
async function withOwnHabits(
  scenario: Scenario,
  target: Measured,
  shares: readonly number[],
  laboratory: Laboratory,
): Promise<Scenario> {
  let moved = scenario;
  for (const [round, share] of shares.entries()) {
    const session = mergeScenario(moved, { seed: scenario.seed + 1 + round });
    const got = (await laboratory.one(session)).likeness.statistics;
    moved = towards(moved, target.likeness.statistics, got, share);
  }
  return moved;
}

/** Muscles and fat as the levels ask for them. */
async function withLimb(scenario: Scenario, target: Measured, laboratory: Laboratory): Promise<Scenario> {
  const alone = await levelsAlone(placedVariants(scenario), laboratory);
  return withPlaces(scenario, choosePlaces(levelsOf(target), alone));
}

/** Drives from levels; what tone, noise and the recruitment of units then add to them is taken off what is asked for. */
async function withOwnDrives(
  scenario: Scenario,
  target: Measured,
  laboratory: Laboratory,
): Promise<Scenario> {
  const [alone] = await levelsAlone([scenario], laboratory);
  const wanted = levelsOf(target);
  let asked = wanted;
  let fitted = withDrives(scenario, fitDrives(asked, alone));
  for (let round = 0; round < CORRECTIONS; round++) {
    const got = levelsOf(await laboratory.one(withoutLuck(fitted)));
    asked = corrected(asked, wanted, got, CORRECTED);
    fitted = withDrives(scenario, fitDrives(asked, alone));
  }
  return fitted;
}

/** Levels by channel of each muscle alone, dB: scenarios × muscles × channels. */
async function levelsAlone(scenarios: readonly Scenario[], laboratory: Laboratory): Promise<number[][][]> {
  const all = scenarios.map(probes);
  const measured = await laboratory.all(all.flatMap((own) => own.map(({ scenario }) => scenario)));
  let next = 0;
  return all.map((own) =>
    own.flatMap(({ movements }) => {
      const { pattern } = measured[next++];
      return movements.map((movement) => [
        ...(pattern.find(({ label }) => label === movement)?.levels ?? []),
      ]);
    }),
  );
}

/** How often the recording has each movement, within what is bearable. */
function repetitionsOf({ segments }: StudyData): number {
  const counts = new Map<string, number>();
  for (const { label } of segments) counts.set(label, (counts.get(label) ?? 0) + 1);
  return Math.min(MOST_REPETITIONS, Math.max(2, ...counts.values()));
}
