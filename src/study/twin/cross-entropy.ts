import { RandomStream } from '../../ground/signal/random.js';

/** How a minimum is searched. */
export interface SearchOptions {
  /** Where the search begins, and how far it looks at first; one number per dimension. */
  readonly start: readonly number[];
  readonly spread: readonly number[];
  /** Places tried at a time. */
  readonly population?: number;
  readonly generations?: number;
  readonly seed?: number;
  /** Told the best loss of each generation. */
  readonly onGeneration?: (done: number, best: number) => void;
}

/** What a search found. */
export interface Found {
  readonly place: readonly number[];
  readonly loss: number;
  /** Best loss after each generation. */
  readonly history: readonly number[];
}

/** Share of the places tried that the next ones are drawn about. */
const ELITE = 0.3;
/** How much of mean and spread is taken over from them at each step. */
const LEARNING = 0.7;
/** The spread of no dimension falls below this share of the first one, lest the search stops too early. */
const LEAST_SPREAD = 0.05;

/**
 * Minimum of a function that is noisy and has no derivative, by the cross-entropy method (Rubinstein, Methodol Comput
 * Appl Probab 1999;1:127): places are drawn from a normal density, which moves to the best of them. Same seed, same
 * search, whoever evaluates.
 *
 * @param evaluate losses of several places at once; one that is not finite counts as the worst
 */
export async function crossEntropy(
  evaluate: (places: readonly (readonly number[])[]) => Promise<readonly number[]>,
  {
    start,
    spread,
    population = 16,
    generations = 12,
    seed = 1,
    onGeneration = () => undefined,
  }: SearchOptions,
): Promise<Found> {
  const random = new RandomStream(seed, 'study/twin/search');
  let mean = [...start];
  let sd = [...spread];
  let best: { place: readonly number[]; loss: number } = { place: start, loss: Infinity };
  const history: number[] = [];
  for (let generation = 0; generation < generations; generation++) {
    const places = Array.from({ length: population }, (_, n) =>
      // The middle is tried too: where the start is the best, it is found.
      n === 0 ? mean : mean.map((value, d) => value + sd[d] * random.normal()),
    );
    const losses = await evaluate(places);
    const ranked = places
      .map((place, n) => ({ place, loss: Number.isFinite(losses[n]) ? losses[n] : Infinity }))
      .sort((a, b) => a.loss - b.loss);
    if (ranked[0] && ranked[0].loss < best.loss) best = ranked[0];
    const elite = ranked.slice(0, Math.max(2, Math.round(ELITE * population)));
    // About the old middle: where the best lie far from it, the search widens instead of stopping short.
    sd = sd.map((old, d) => {
      const square = elite.reduce((sum, { place }) => sum + (place[d] - mean[d]) * (place[d] - mean[d]), 0);
      const own = Math.sqrt(square / elite.length);
      return Math.max(LEAST_SPREAD * spread[d], old + LEARNING * (own - old));
    });
    mean = mean.map((old, d) => {
      const middle = elite.reduce((sum, { place }) => sum + place[d], 0) / elite.length;
      return old + LEARNING * (middle - old);
    });
    history.push(best.loss);
    onGeneration(generation + 1, best.loss);
  }
  return { ...best, history };
}
