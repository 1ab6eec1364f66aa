import { describe, expect, it } from 'vitest';
import { DialComparison } from '../../../../web/panels/disturbances/dial-comparison.js';

describe('comparison of dials', () => {
  const running = { noiseUv: 20, mainsUv: 100, mainsHz: 50 };
  const quiet = { noiseUv: 0, mainsUv: 0, mainsHz: 50 };

  /** Plays stretches until the end; decisions are wrong while the noise is on. */
  function play(comparison: DialComparison): object[] {
    const seen: object[] = [comparison.settings()];
    for (let t = 0; !comparison.done && t < 500; t += 0.05) {
      const wrong = comparison.dial !== 'noiseUv';
      if (comparison.add('hand-close', wrong ? 'rest' : 'hand-close', t)) seen.push(comparison.settings());
    }
    return seen;
  }

  it('plays all as set, then without each dial in turn, and puts back what was there', () => {
    const comparison = new DialComparison(running, quiet, ['noiseUv', 'mainsUv'], 5);
    expect(play(comparison)).toEqual([
      running,
      { ...running, noiseUv: 0 },
      { ...running, mainsUv: 0 },
      running,
    ]);
    expect(comparison.results.map(({ dial, value, share }) => [dial, value, share])).toEqual([
      [undefined, 0, 0],
      ['noiseUv', 20, 1],
      ['mainsUv', 100, 0],
    ]);
  });

  it('counts for as long as it says, not before the change has arrived', () => {
    const comparison = new DialComparison(running, quiet, [], 5);
    play(comparison);
    // 5 s at 20 decisions a second; the first are dropped while the intent settles.
    const counted = comparison.results[0]?.counted ?? 0;
    expect(counted).toBeGreaterThan(80);
    expect(counted).toBeLessThanOrEqual(101);
  });
});
