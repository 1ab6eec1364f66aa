import { describe, expect, it } from 'vitest';
import { fitDrives } from '../../../../src/study/twin/muscle-drives.js';

/** Levels of three muscles on six electrodes: each loudest on its own, 20 dB less far away. */
const alone = [0, 2, 4].map((place) => Array.from({ length: 6 }, (_, c) => -30 - 5 * Math.abs(c - place)));

const silence = Array.from({ length: 6 }, () => -200);

/** What electrodes get where muscles are driven so: powers add up. */
function levelsOf(drives: readonly number[]): number[] {
  return Array.from(
    { length: 6 },
    (_, c) =>
      10 *
      Math.log10(drives.reduce((sum, drive, m) => sum + drive * drive * 10 ** (alone[m][c] / 10), 0) + 1e-20),
  );
}

describe('drives from levels', () => {
  it('are those that made them, and strengths with them', () => {
    const wanted = new Map([
      ['hand-close', levelsOf([1, 0.5, 0.1])],
      ['hand-open', levelsOf([0.05, 0.1, 0.5])],
    ]);
    const { drives, strengthsDb, squares } = fitDrives({ active: wanted, rest: silence }, alone);
    expect(squares).toBeLessThan(0.01);
    const shares = (movement: string): number[] => drives.map((own) => own[movement] ?? 0);
    [1, 0.5, 0.1].forEach((share, m) => expect(shares('hand-close')[m]).toBeCloseTo(share, 2));
    [0.1, 0.2, 1].forEach((share, m) => expect(shares('hand-open')[m]).toBeCloseTo(share, 2));
    expect(strengthsDb['hand-close'] - strengthsDb['hand-open']).toBeCloseTo(6.02, 1);
  });

  it('leave to rest what rest has', () => {
    const rest = Array.from({ length: 6 }, () => -35);
    const noisy = levelsOf([1, 0, 0]).map((db, c) => 10 * Math.log10(10 ** (db / 10) + 10 ** (rest[c] / 10)));
    const { drives } = fitDrives({ active: new Map([['hand-close', noisy]]), rest }, alone);
    expect(drives[0]['hand-close']).toBe(1);
    expect(drives[2]['hand-close'] ?? 0).toBeLessThan(0.05);
  });

  it('come as near as muscles allow where levels are impossible', () => {
    const flat = new Map([
      ['hand-close', [-30, -30, -30, -30, -30, -30]],
      ['hand-open', [-20, -60, -20, -60, -20, -60]],
    ]);
    const { drives } = fitDrives({ active: flat, rest: silence }, alone);
    for (const own of drives) for (const share of Object.values(own)) expect(share).toBeLessThanOrEqual(1);
    expect(Math.max(...drives.map((own) => own['hand-open'] ?? 0))).toBe(1);
  });
});
