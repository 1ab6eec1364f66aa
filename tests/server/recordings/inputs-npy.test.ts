import { describe, it } from 'vitest';
import { expectInput, expectRefusal, assumed, type ExpectedInput } from './inputs.js';

const options = { sampleRateHz: 100 };

const read: readonly (readonly [string, ExpectedInput])[] = [
  ['npy-1d.npy', { names: ['ch1'] }],
  ['npy-big-endian.npy', {}],
  ['npy-bool.npy', { numbers: (n) => [n > 0 ? 1 : 0, 0] }],
  ['npy-c.npy', {}],
  ['npy-float16.npy', {}],
  ['npy-fortran.npy', {}],
  ['npy-int16.npy', {}],
  ['npy-transposed.npy', {}],
  ['npy-truncated.npy', { samples: 36, notes: [/ends after 36 of the 40 samples/, assumed] }],
  ['npy-version-2.npy', {}],
  ['npy-version-3.npy', {}],
  ['npy-uint64-big-endian.npy', { names: ['ch1'] }],
  ['npy-float16-big-endian-fortran.npy', {}],
];

const refused: readonly (readonly [string, RegExp])[] = [
  ['npy-3d.npy', /is 2 × 20 × 2, expected samples × channels/],
  ['npy-complex.npy', /holds complex numbers/],
  ['npy-longdouble.npy', /holds long doubles/],
  ['npy-object.npy', /holds Python objects/],
  ['npy-structured.npy', /holds records of several fields/],
  ['npy-dates.npy', /holds dates or durations/],
  ['npy-empty.npy', /is empty \(0 × 2\)/],
  ['npy-one-value.npy', /is one value/],
  ['npy-cut-short.npy', /its header says 118 bytes, 58 are there/],
  ['npy-nan-shape.npy', /says the shape \(<, 60\)/],
  // Its channels follow one another: the last of them are not there, not the last samples.
  ['trunc_fortran.npy', /is cut short: its header says 1000 × 3/],
];

describe('NPY inputs', () => {
  it.each(read)('reads %s', (name, expected) => expectInput(name, { options, ...expected }));
  it.each(refused)('refuses %s', (name, message) => expectRefusal(name, message, options));

  it('asks for the rate, which no array says', () =>
    expectRefusal('npy-c.npy', /does not say its sampling rate/));
});
