import type { EdfHeader } from './edf-header.js';

/** Where the data records lie on the sample index, and so where seconds do. */
export interface EdfTimeline {
  /** Record of the file at each place of time. */
  readonly order: Int32Array;
  /** Sample index of the first sample at each place; rises by more than a record's samples where there is a pause. */
  readonly index: Float64Array;
  /** Seconds since the file's start time at which the first sample was taken. */
  readonly start: number;
  /** Index after the last sample. */
  readonly length: number;
  /** Sample index of a time in seconds since the file's start: below 0 before the first sample. */
  indexAt(seconds: number): number;
}

/** Deviations from the regular time that rounding in annotations explains: this many samples, and seconds. */
const roundedSamples = 1.5;
const roundedSeconds = 1e-3;

/**
 * Lay out data records by the times that they keep. Those of an interrupted file (`+D`) are sorted, and a pause becomes
 * a jump of the index; of a continuous one only a pause that no rounding explains is believed. Records that overlap in
 * time follow one another with a jump of one sample, so that nothing is taken as going on across them. All of this
 * goes to `notes`.
 *
 * @param times start of each record in seconds, in order of the file; NaN where a record keeps none
 * @param samples per channel and record
 * @param rateHz by which times become samples
 */
export function edfTimeline(
  { plus, recordSeconds }: Pick<EdfHeader, 'plus' | 'recordSeconds'>,
  times: Float64Array,
  samples: number,
  rateHz: number,
  notes: string[],
): EdfTimeline {
  const seconds = recordSeconds > 0 ? recordSeconds : samples / rateHz;
  const at = filledIn(times, seconds);
  const order = Int32Array.from(at, (_, r) => r);
  if (plus === 'D' && at.some((time, r) => r > 0 && time < (at[r - 1] as number))) {
    order.sort((a, b) => (at[a] as number) - (at[b] as number) || a - b);
    notes.push('The data records are not in order of time; they were sorted.');
  }
  const starts = Float64Array.from(order, (r) => at[r] as number);
  const index = new Float64Array(order.length);
  const tolerance = Math.max(roundedSamples / rateHz, roundedSeconds, plus === 'D' ? 0 : seconds / 10);
  const pauses: string[] = [];
  let overlaps = 0;
  for (let k = 1; k < order.length; k++) {
    const late = (starts[k] as number) - (starts[k - 1] as number) - seconds;
    let jump = 0;
    if (late > tolerance) {
      jump = Math.max(1, Math.round(late * rateHz));
      pauses.push(`${Number(late.toFixed(3))} s after sample ${k * samples - 1}`);
    } else if (late < -tolerance) {
      overlaps++;
      if (plus === 'D') jump = 1;
    }
    index[k] = (index[k - 1] as number) + samples + jump;
  }
  if (pauses.length > 0)
    notes.push(
      `The recording pauses ${pauses.length === 1 ? 'once' : `${pauses.length} times`} (${pauses.slice(0, 3).join(', ')}${pauses.length > 3 ? ' …' : ''}); the sample index jumps there.`,
    );
  if (overlaps > 0)
    notes.push(
      `${overlaps} data record${overlaps === 1 ? ' begins' : 's begin'} before the one before has ended; ` +
        (plus === 'D'
          ? 'the sample index jumps there by one.'
          : 'they were taken as continuous, as the header says.'),
    );
  // Only believed times tell where a label is: a continuous file's own count of samples is better than its clock.
  const clock = Float64Array.from(index, (i, k) =>
    plus === 'D' ? (starts[k] as number) : (starts[0] as number) + i / rateHz,
  );
  const length = (index.at(-1) ?? 0) + samples;
  return {
    order,
    index,
    start: clock[0] ?? 0,
    length,
    indexAt: (time) => indexAt(time, clock, index, rateHz),
  };
}

/** A record that keeps no time follows the one before it. */
function filledIn(times: Float64Array, seconds: number): Float64Array {
  const known = times.findIndex((time) => !Number.isNaN(time));
  let next = known < 0 ? 0 : (times[known] as number) - known * seconds;
  return times.map((time) => {
    const start = Number.isNaN(time) ? next : time;
    next = start + seconds;
    return start;
  });
}

function indexAt(time: number, clock: Float64Array, index: Float64Array, rateHz: number): number {
  let low = 0;
  let high = clock.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((clock[middle] as number) <= time) low = middle;
    else high = middle;
  }
  const found = (index[low] as number) + Math.round((time - (clock[low] as number)) * rateHz);
  // Within a pause a label stands where it was given, and never beyond what comes after.
  return Math.min(found, index[low + 1] ?? Infinity);
}
