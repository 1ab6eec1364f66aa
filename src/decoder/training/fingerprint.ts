import type { SampleBlock } from '../../ground/signal/sample-block.js';

/** Samples of all channels that make one mark. */
const RUN = 8;
/** Marks kept of each recording: enough that one survives when its ends are cut off. */
const KEPT = 8;

/**
 * What tells a recording from others when it is met again: marks of runs of eight samples of all channels, of which
 * the smallest are kept. They do not depend on where the recording begins or ends, so that a recording is known again
 * when it was trimmed, but not when it was filtered, scaled or resampled.
 * @returns whole numbers below 2^53; none of a signal that never changes
 */
export function marksOf(signal: SampleBlock): number[] {
  const smallest: number[] = [];
  eachMark(signal, (mark) => {
    if (smallest.length === KEPT && mark >= smallest[KEPT - 1]) return false;
    if (smallest.includes(mark)) return false;
    smallest.push(mark);
    smallest.sort((a, b) => a - b);
    if (smallest.length > KEPT) smallest.pop();
    return false;
  });
  return smallest;
}

/** Whether any part of a recording has one of the marks. */
export function isMarked(signal: SampleBlock, marks: ReadonlySet<number>): boolean {
  return marks.size > 0 && eachMark(signal, (mark) => marks.has(mark));
}

/** Every mark of a recording, until somebody has seen enough. */
function eachMark({ data, channels, length }: SampleBlock, enough: (mark: number) => boolean): boolean {
  const bits = new Uint32Array(data.buffer, data.byteOffset, data.length);
  const upper = new Uint32Array(RUN);
  const lower = new Uint32Array(RUN);
  /** Samples in a row that were all alike. */
  let still = 0;
  for (let i = 0; i < length; i++) {
    let a = 0x9e3779b9;
    let b = 0x85ebca6b;
    for (let c = 0; c < channels; c++) {
      const sample = bits[c * length + i];
      a = Math.imul(a ^ sample, 0x01000193);
      a ^= a >>> 15;
      b = Math.imul(b + sample, 0xcc9e2d51);
      b ^= b >>> 13;
    }
    const at = i % RUN;
    const before = (i + RUN - 1) % RUN;
    still = i > 0 && upper[before] === a >>> 0 && lower[before] === b >>> 0 ? still + 1 : 0;
    upper[at] = a;
    lower[at] = b;
    if (i < RUN - 1 || still >= RUN - 1) continue;
    let high = 0;
    let low = 0;
    for (let n = 1; n <= RUN; n++) {
      high = Math.imul(high ^ upper[(i + n) % RUN], 0x85ebca6b);
      high ^= high >>> 13;
      low = Math.imul(low ^ lower[(i + n) % RUN], 0xc2b2ae35);
      low ^= low >>> 16;
    }
    if (enough((high >>> 0) * 0x200000 + (low >>> 11))) return true;
  }
  return false;
}
