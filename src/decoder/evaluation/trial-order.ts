import { RandomStream } from '../../ground/signal/random.js';

/** Every item as often as wanted, each repetition in an order of its own drawn from the seed. */
export function trialOrder<T>(items: readonly T[], repetitions: number, seed: number, test: string): T[] {
  const random = new RandomStream(seed, `evaluation/${test}`);
  return Array.from({ length: repetitions }, () => {
    const round = [...items];
    for (let n = round.length - 1; n > 0; n--) {
      const pick = random.integer(n + 1);
      [round[n], round[pick]] = [round[pick], round[n]];
    }
    return round;
  }).flat();
}

/** Mean of numbers; NaN of none. */
export function mean(values: readonly number[]): number {
  return values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : NaN;
}
