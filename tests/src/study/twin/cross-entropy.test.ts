import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../../src/ground/signal/random.js';
import { crossEntropy } from '../../../../src/study/twin/cross-entropy.js';

const start = [0, 0, 0];
const spread = [2, 2, 2];

describe('the search for a minimum', () => {
  it('finds that of a bowl, stretched and noisy', async () => {
    const random = new RandomStream(4, 'tests/noise');
    const bowl = ([x, y, z]: readonly number[]): number =>
      (x - 1) ** 2 + 10 * (y + 2) ** 2 + 0.1 * (z - 3) ** 2 + 0.02 * random.normal();
    const { place, history } = await crossEntropy((places) => Promise.resolve(places.map(bowl)), {
      start,
      spread,
      population: 24,
      generations: 30,
    });
    expect(Math.abs(place[0] - 1)).toBeLessThan(0.3);
    expect(Math.abs(place[1] + 2)).toBeLessThan(0.15);
    expect(Math.abs(place[2] - 3)).toBeLessThan(1);
    history.forEach((loss, n) => expect(loss).toBeLessThanOrEqual(history[n - 1] ?? Infinity));
  });

  it('goes round places without a loss, and is the same again', async () => {
    const fenced = (places: readonly (readonly number[])[]): Promise<number[]> =>
      Promise.resolve(places.map(([x]) => (x < 0.5 ? NaN : x * x)));
    const once = () => crossEntropy(fenced, { start: [3], spread: [1], seed: 2 });
    const { place, loss } = await once();
    expect(place[0]).toBeGreaterThanOrEqual(0.5);
    expect(loss).toBeLessThan(0.4);
    expect(await once()).toEqual(await once());
  });

  it('keeps a start that is the best', async () => {
    const { place } = await crossEntropy((places) => Promise.resolve(places.map(([x]) => Math.abs(x))), {
      start: [0],
      spread: [5],
      generations: 1,
    });
    expect(place).toEqual([0]);
  });
});
