import { expect, it } from 'vitest';
import { AngleGrid } from '../../../../src/body/conductor/angle-grid.js';
import { depthLevels, nearestLevel } from '../../../../src/body/conductor/depth-levels.js';

it('depth levels are sorted, within the muscles and fine near the electrode', () => {
  for (const electrode of [0.0465, 0.042, 0.034]) {
    const levels = depthLevels(0.015, 0.041, electrode);
    expect(levels[0]).toBeGreaterThanOrEqual(0.015);
    expect(levels[levels.length - 1]).toBeLessThanOrEqual(0.041);
    for (let i = 1; i < levels.length; i++) expect(levels[i]).toBeGreaterThan(levels[i - 1]);
    for (let radius = 0.015; radius <= 0.041; radius += 1e-4) {
      const off = Math.abs(levels[nearestLevel(levels, radius)] - radius);
      expect(off).toBeLessThan(Math.max(0.26e-3, 0.12 * Math.abs(radius - electrode)));
    }
  }
});

it('the angle grid runs from 0 to π, starts fine, and finds every angle', () => {
  const grid = new AngleGrid(40, 0.02);
  expect(grid.angles[0]).toBe(0);
  expect(grid.angles[39]).toBe(Math.PI);
  expect(grid.angles[1]).toBeCloseTo(0.02, 3);
  for (let angle = 0; angle <= Math.PI; angle += 0.01) {
    const i = grid.below(angle);
    const share = grid.share(angle, i);
    const back = grid.angles[i] + share * (grid.angles[i + 1] - grid.angles[i]);
    expect(back).toBeCloseTo(angle, 9);
  }
});
