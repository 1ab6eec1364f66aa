import { mean, median, sampleDeviation } from '../../ground/math/statistics.js';
import { RandomStream } from '../../ground/signal/random.js';
import type { Job } from '../job.js';
import { areaUnderRoc, Forest } from './forest.js';
import type { Portrait } from './portrait.js';
import { traitNames } from './window-traits.js';

/** A window of one kind, with whom or what it must not be parted from. */
interface KindWindow {
  readonly traits: Float64Array;
  readonly simulated: boolean;
  readonly fold: number;
}

/** One part of the test: learned from all folds but one, tested on that. */
export interface FoldTask {
  readonly train: readonly Float64Array[];
  readonly trainSimulated: readonly boolean[];
  readonly test: readonly Float64Array[];
  readonly testSimulated: readonly boolean[];
  readonly seed: number;
}

export interface FoldResult {
  readonly auc: number;
  readonly importance: readonly number[];
}

/** A trait by which windows are told apart. */
export interface TellingTrait {
  readonly name: string;
  /** Share of what all traits tell, 0 to 1. */
  readonly importance: number;
  /** Medians over windows. */
  readonly real: number;
  readonly simulated: number;
}

/** How well a forest tells simulated windows from real ones. */
export interface TwoSample {
  /** Area under the ROC on windows of people, or recordings, that were not learned from; 0.5 is chance. */
  readonly auc: number;
  /** SD over the parts. */
  readonly sd: number;
  readonly parts: number;
  /** What is never on both sides of a part. */
  readonly splitBy: string;
  readonly windows: { readonly real: number; readonly simulated: number };
  /** Most telling first. */
  readonly telling: readonly TellingTrait[];
}

const MOST_FOLDS = 5;

/**
 * Windows of both sides in parts of people, where both have several, else of repetitions: then every part has every
 * movement, and none is taken for a kind.
 */
export function foldTasks(
  real: readonly Portrait[],
  simulated: readonly Portrait[],
  seed: number,
): { tasks: FoldTask[]; splitBy: string } {
  const random = new RandomStream(seed, 'study/likeness/two-sample');
  const byPerson = real.length > 1 && simulated.length > 1;
  const sides = [real, simulated].map((side) => groupsOf(side, byPerson));
  const folds = Math.min(MOST_FOLDS, ...sides.map(({ length }) => length));
  const most = Math.min(...sides.map((side) => side.flat().length));
  const windows = sides.flatMap((groups, kind) => {
    const dealt = shuffled(groups, random).flatMap((group, g) =>
      group.map((traits): KindWindow => ({ traits, simulated: kind === 1, fold: g % folds })),
    );
    // As many of one kind as of the other, so that neither is the safer guess.
    return thinned(dealt, most);
  });
  const tasks = Array.from({ length: folds < 2 ? 0 : folds }, (_, fold) => {
    const train = windows.filter((window) => window.fold !== fold);
    const test = windows.filter((window) => window.fold === fold);
    return {
      train: train.map(({ traits }) => traits),
      trainSimulated: train.map((window) => window.simulated),
      test: test.map(({ traits }) => traits),
      testSimulated: test.map((window) => window.simulated),
      seed,
    };
  });
  return { tasks, splitBy: byPerson ? 'person' : 'repetition' };
}

/** Windows that stay together: those of a person, or those of a repetition of all movements. */
function groupsOf(side: readonly Portrait[], byPerson: boolean): Float64Array[][] {
  const numbers = side.flatMap(({ windows }, person) =>
    windows.map(({ traits, repetition }) => ({ traits, group: byPerson ? person : repetition })),
  );
  const groups = [...new Set(numbers.map(({ group }) => group))];
  return groups.map((wanted) => numbers.filter(({ group }) => group === wanted).map(({ traits }) => traits));
}

/** Grow a forest on the training windows of a part, and see how it ranks the others. */
export function twoSampleFold({ train, trainSimulated, test, testSimulated, seed }: FoldTask): FoldResult {
  const forest = new Forest(train, trainSimulated, { seed });
  const scores = test.map((traits) => forest.score(traits));
  return { auc: areaUnderRoc(scores, testSimulated), importance: [...forest.importance] };
}

/** {@link twoSampleFold} as a thread does it. */
export const foldJob: Job<FoldTask, FoldResult> = { name: 'twoSampleFold', work: twoSampleFold };

/** What the parts say together. */
export function twoSampleOf(
  results: readonly FoldResult[],
  splitBy: string,
  real: readonly Portrait[],
  simulated: readonly Portrait[],
): TwoSample {
  const aucs = results.map(({ auc }) => auc);
  const values = (side: readonly Portrait[], t: number): number[] =>
    side.flatMap(({ windows }) => windows.map(({ traits }) => traits[t]));
  const count = (side: readonly Portrait[]): number =>
    side.reduce((sum, { windows }) => sum + windows.length, 0);
  return {
    auc: mean(aucs),
    sd: sampleDeviation(aucs),
    parts: results.length,
    splitBy,
    windows: { real: count(real), simulated: count(simulated) },
    telling: traitNames
      .map((name, t) => ({
        name,
        importance: mean(results.map(({ importance }) => importance[t])),
        real: median(values(real, t)),
        simulated: median(values(simulated, t)),
      }))
      .sort((a, b) => b.importance - a.importance),
  };
}

function shuffled<T>(items: readonly T[], random: RandomStream): T[] {
  const order = [...items];
  for (let i = order.length - 1; i > 0; i--) {
    const j = random.integer(i + 1);
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}

function thinned<T>(items: readonly T[], most: number): T[] {
  const stride = Math.max(1, items.length / most);
  return Array.from({ length: Math.floor(items.length / stride) }, (_, i) => items[Math.floor(i * stride)]);
}
