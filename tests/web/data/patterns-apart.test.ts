import { expect, it } from 'vitest';
import { patternsApart } from '../../../web/data/patterns-apart.js';

it('patterns are apart by their shape, not by their size', () => {
  expect(patternsApart({ c0: 1, c1: 2, most: 9 }, { c0: 2, c1: 4, most: 1 })).toBeCloseTo(0);
  expect(patternsApart({ c0: 1, c1: 0 }, { c0: 0, c1: 5 })).toBeCloseTo(1);
});
