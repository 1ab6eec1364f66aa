import { describe, expect, it } from 'vitest';
import { IntervalTable } from '../../../../src/body/physiology/interval-table.js';
import { RandomStream } from '../../../../src/ground/signal/random.js';

describe('IntervalTable', () => {
  it.each([
    ['normal', 0.1],
    ['normal', 0.2],
    ['normal', 0.3],
    ['gamma', 0.2],
    ['gamma', 0.3],
  ] as const)('%s intervals have unit mean and a coefficient of variation of %f', (distribution, cv) => {
    const table = new IntervalTable(distribution, cv);
    const random = new RandomStream(3, 'test');
    const n = 200_000;
    let sum = 0;
    let square = 0;
    let cube = 0;
    for (let k = 0; k < n; k++) {
      const z = table.at(random.uint32());
      sum += z;
      square += z * z;
      cube += ((z - 1) / cv) ** 3;
    }
    const mean = sum / n;
    expect(mean).toBeCloseTo(1, 2);
    expect(Math.sqrt(square / n - mean * mean) / cv).toBeCloseTo(1, 1.7);
    // A gamma's skewness is twice its coefficient of variation (less the tails that are cut).
    const skewness = cube / n;
    if (distribution === 'normal') expect(Math.abs(skewness)).toBeLessThan(0.04);
    else expect(skewness).toBeGreaterThan(1.4 * cv);
  });

  it('rises with the random bits and stays positive', () => {
    const table = new IntervalTable('normal', 0.3);
    let before = 0;
    for (let k = 0; k < 2 ** 32; k += 2 ** 22) {
      const z = table.at(k);
      expect(z).toBeGreaterThan(before);
      before = z;
    }
    expect(table.at(2 ** 32 - 1)).toBeLessThan(2.3);
  });
});
