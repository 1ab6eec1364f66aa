import { expect, it } from 'vitest';
import { elapsed } from '../../../web/data/elapsed.js';

it.each([
  [-5, '0:00'],
  [9999, '0:09'],
  [60_000, '1:00'],
  [3_599_999, '59:59'],
  [3_750_000, '1:02:30'],
])('%i ms is %s', (ms, text) => expect(elapsed(ms)).toBe(text));
