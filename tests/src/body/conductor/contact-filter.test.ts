import { describe, expect, it } from 'vitest';
import { contactFilter, jinc } from '../../../../src/body/conductor/contact-filter.js';

const disc = { contactShape: 'disc', contactDiameter: 0.01, contactWidth: 0.01 } as const;
const bar = { contactShape: 'rectangle', contactDiameter: 0.002, contactWidth: 0.01 } as const;

describe('contactFilter', () => {
  it('is 2 J1(x)/x for a disc', () => {
    // J1 from SciPy.
    for (const [x, j1] of [
      [0.5, 0.2422684576748739],
      [2.999, 0.33943414393],
      [3.001, 0.33868404093],
      [10, 0.04347274616886144],
    ])
      expect(jinc(x)).toBeCloseTo((2 * j1) / x, 5);
    expect(jinc(3.8317059702)).toBeCloseTo(0, 6);
  });

  it('passes what is constant over the contact and lowers what is finer', () => {
    for (const shape of [disc, bar]) {
      expect(contactFilter(shape, 0.05, 0, 0)).toBeCloseTo(1, 12);
      expect(contactFilter(shape, 0.05, 400, 0)).toBeLessThan(1);
      expect(contactFilter(shape, 0.05, 0, 15)).toBeLessThan(0.9);
    }
  });

  it('lets a bar across the fibres keep detail along them', () => {
    expect(contactFilter(bar, 0.05, 500, 0)).toBeGreaterThan(contactFilter(disc, 0.05, 500, 0));
  });
});
