import { SosFilter } from '../../decoder/filters/sos-filter.js';
import { groupDelayOf, magnitudeOf, type Section } from '../../decoder/filters/frequency-response.js';
import { StreamError } from '../../ground/signal/errors.js';

/**
 * Filter one channel forwards and backwards, as SciPy's `sosfiltfilt`: no delay, and the ends continued by their own
 * mirror image about the end points. Needs the whole signal; a decoder cannot do it.
 *
 * @throws StreamError where the signal is shorter than what is continued at its ends
 */
export function zeroPhase(
  sections: readonly Section[],
  x: ArrayLike<number>,
  sampleRateHz: number,
): Float64Array {
  const filter = new SosFilter({
    sections: [...sections],
    magnitude: (hz) => magnitudeOf(sections, hz, sampleRateHz),
    groupDelaySamples: (hz) => groupDelayOf(sections, hz, sampleRateHz),
  });
  const pad = 3 * (2 * sections.length + 1);
  const n = x.length;
  if (n <= pad)
    throw new StreamError(`got ${n} samples to filter forwards and backwards, expected more than ${pad}`, {
      hint: 'Record longer.',
    });
  const y = new Float64Array(n + 2 * pad);
  for (let i = 0; i < n; i++) y[pad + i] = x[i];
  for (let i = 1; i <= pad; i++) {
    y[pad - i] = 2 * x[0] - x[i];
    y[pad + n - 1 + i] = 2 * x[n - 1] - x[n - 1 - i];
  }
  filter.run(y, y.length);
  y.reverse();
  filter.reset();
  filter.run(y, y.length);
  y.reverse();
  return y.slice(pad, pad + n);
}
