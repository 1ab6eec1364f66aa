import { mean } from '../../ground/math/statistics.js';
import { MyodesisError } from '../../ground/signal/errors.js';
import { mergeScenario, type Scenario } from '../../scenario/scenario.js';
import { onTheSpot, type Job, type JobRunner, type RunOptions } from '../job.js';
import { matchChannels, type ChannelMatch } from '../likeness/channel-match.js';
import { portraitJob, portraitOf, type Person, type Portrait } from '../likeness/portrait.js';
import { resampled } from '../likeness/same-rate.js';
import { dataOfScenario, type StudyData } from '../study-data.js';
import { crossEntropy } from './cross-entropy.js';
import { fitDrives, probes, withDrives } from './muscle-drives.js';
import { twinDistance, type TwinDistance } from './twin-distance.js';
import { askedPlace, atPlace, twinParameters } from './twin-parameters.js';
import { activeLevels, turned, twinStart } from './twin-start.js';

export interface FitOptions extends Omit<RunOptions, 'onProgress'> {
  /** Whom the twin is made of: a preset that has the recording's limb. */
  readonly base: Scenario;
  readonly seed?: number;
  /** Candidates of one generation, and generations; default 16 and 10. */
  readonly population?: number;
  readonly generations?: number;
  readonly runner?: JobRunner;
  readonly onProgress?: (share: number, what: string) => void;
}

/** A simulated person who is like a recorded one, with how like. */
export interface Twin {
  readonly scenario: Scenario;
  /** The scenario the search began with: the preset with the recording's electrodes and movements. */
  readonly base: Scenario;
  readonly target: Portrait;
  /** The twin in a session that the search has not seen. */
  readonly portrait: Portrait;
  readonly before: TwinDistance;
  readonly after: TwinDistance;
  /** Least loss after each generation. */
  readonly history: readonly number[];
  readonly match?: ChannelMatch;
  readonly candidates: number;
}

/** One candidate: who, and at which rate they are measured. */
export interface TwinTrial {
  readonly scenario: Scenario;
  readonly rateHz: number;
}

/** Record and measure a candidate; nothing where no such person can be. */
export function twinTrial({ scenario, rateHz }: TwinTrial): Portrait | undefined {
  try {
    return portraitOf(resampled({ name: 'candidate', data: dataOfScenario(scenario) }, rateHz));
  } catch (error) {
    if (error instanceof MyodesisError) return undefined;
    throw error;
  }
}

/** {@link twinTrial} as a thread does it. */
export const twinTrialJob: Job<TwinTrial, Portrait | undefined> = { name: 'twinTrial', work: twinTrial };

/** The search is done in so many parts; before each, drives are fitted to the anatomy found so far. */
const PARTS = 2;
/** Before each part habits and noise are moved so often to what single statistics ask for, so far each time. */
const MATCHES = 3;
const MATCHED = 0.8;
/** What is still missing in the levels is added to what is asked for so often, so much of it each time. */
const CORRECTIONS = 2;
const CORRECTED = 0.7;
/** Repetitions of the session by which the twin is judged, at most. */
const MOST_REPETITIONS = 6;

/**
 * The twin of a recorded person: electrodes turned to where they match, drives and strengths of movements from the
 * levels in closed form, person, habits and noise by search. The same recording, base and seed give the same twin.
 *
 * @throws ModelError where the recording has no movements to be matched; StreamError where it cannot be measured
 */
export async function fitTwin(recording: StudyData, options: FitOptions): Promise<Twin> {
  const { base, seed = 1, population = 16, generations = 10, runner = onTheSpot, stop } = options;
  const { onProgress = () => undefined } = options;
  const rateHz = recording.sampleRateHz;
  const measure = (scenarios: readonly Scenario[]): Promise<(Portrait | undefined)[]> =>
    runner.run(
      twinTrialJob,
      scenarios.map((scenario) => ({ scenario, rateHz })),
      (portrait) => portrait,
      { stop },
    );
  const one = async (scenario: Scenario): Promise<Portrait> => {
    const [portrait] = await measure([scenario]);
    return portrait ?? twinOrThrow(scenario, rateHz);
  };

  const start = twinStart(base, recording);
  const [target] = await runner.run(
    portraitJob,
    [known('recording', recording, start)],
    (portrait) => portrait,
    { stop },
  );
  const typical = await one(start);
  const match = matchChannels([target], [typical]);
  const placed = match ? turned(start, match) : start;

  let current = await drivesFitted(placed, target, one);
  let place: readonly number[] = twinParameters.map(() => 0);
  const history: number[] = [];
  for (let part = 0; part < PARTS; part++) {
    for (let round = 0; round < MATCHES; round++) current = matched(current, target, await one(current));
    const from = current;
    const rounds = Math.ceil(generations / PARTS);
    const found = await crossEntropy(
      async (places) => {
        const portraits = await measure(places.map((candidate) => atPlace(from, candidate)));
        return portraits.map((portrait) => (portrait ? twinDistance(target, portrait).loss : NaN));
      },
      {
        start: place.map(() => 0),
        spread: place.map(() => 1 / (1 + part)),
        population,
        generations: rounds,
        seed: seed + part,
        onGeneration: (done, best) => {
          history.push(best);
          onProgress((part * rounds + done) / (PARTS * rounds + 1), `distance ${best.toFixed(1)}`);
        },
      },
    );
    place = found.place;
    current = await drivesFitted(atPlace(from, place), target, one);
  }

  const judged = (scenario: Scenario): Scenario =>
    mergeScenario(scenario, { seed: seed + 1000, calibration: { repetitions: repetitionsOf(recording) } });
  const portrait = await one(judged(current));
  const before = twinDistance(target, await one(judged(placed)));
  onProgress(1, 'done');
  return {
    scenario: mergeScenario(current, { calibration: { repetitions: repetitionsOf(recording) } }),
    base: placed,
    target,
    portrait,
    before,
    after: twinDistance(target, portrait),
    history,
    ...(match && { match }),
    candidates: population * Math.ceil(generations / PARTS) * PARTS,
  };
}

/** The error that a candidate met, which the search would have gone round. */
function twinOrThrow(scenario: Scenario, rateHz: number): Portrait {
  return portraitOf(resampled({ name: 'candidate', data: dataOfScenario(scenario) }, rateHz));
}

/** A recording without what its twin is not asked for. */
function known(name: string, data: StudyData, { calibration }: Scenario): Person {
  const movements: readonly string[] = calibration.movements;
  return {
    name,
    data: { ...data, segments: data.segments.filter(({ label }) => movements.includes(label)) },
  };
}

/** Habits and noise moved towards what single statistics ask of them. */
function matched(scenario: Scenario, target: Portrait, candidate: Portrait): Scenario {
  const asked = askedPlace(target.likeness.statistics, candidate.likeness.statistics);
  return atPlace(
    scenario,
    asked.map((step) => MATCHED * step),
  );
}

/** Drives from levels; what co-contraction, tone and noise then add to them is taken off what is asked for. */
async function drivesFitted(
  scenario: Scenario,
  target: Portrait,
  one: (scenario: Scenario) => Promise<Portrait>,
): Promise<Scenario> {
  const alone: (readonly number[])[] = [];
  for (const probe of probes(scenario)) {
    const { pattern } = await one(probe.scenario);
    alone.push(
      ...probe.movements.map((movement) => pattern.find(({ label }) => label === movement)?.levels ?? []),
    );
  }
  const wanted = centred(activeLevels(target));
  let asked = wanted;
  let fitted = withDrives(scenario, fitDrives(asked, alone));
  for (let round = 0; round < CORRECTIONS; round++) {
    const got = centred(activeLevels(await one(fitted)));
    asked = new Map(
      [...asked].map(([movement, levels]) => [
        movement,
        levels.map(
          (db, c) => db + CORRECTED * ((wanted.get(movement)?.[c] ?? 0) - (got.get(movement)?.[c] ?? 0)),
        ),
      ]),
    );
    fitted = withDrives(scenario, fitDrives(asked, alone));
  }
  return fitted;
}

/** Levels over their mean: the recording’s gain is not known. */
function centred(levels: ReadonlyMap<string, readonly number[]>): Map<string, readonly number[]> {
  const middle = mean([...levels.values()].flat());
  return new Map([...levels].map(([movement, own]) => [movement, own.map((db) => db - middle)]));
}

/** How often the recording has each movement, within what is bearable. */
function repetitionsOf({ segments }: StudyData): number {
  const counts = new Map<string, number>();
  for (const { label } of segments) counts.set(label, (counts.get(label) ?? 0) + 1);
  return Math.min(MOST_REPETITIONS, Math.max(2, ...counts.values()));
}
