import type { FeatureContext } from '../feature-context.js';
import { Analysis } from './analysis.js';

const LEVELS = 65536;
/** Longest window that the work space holds; longer ones take the standard sort. */
const CAPACITY = 8192;

// One work space for all extractors, because they never overlap in time: the compiler then knows its address and
// length, which halves the time.
const values = new Float64Array(CAPACITY);
const order = new Int32Array(CAPACITY);
const levels = new Uint16Array(CAPACITY);
const halfway = new Int32Array(CAPACITY);
const lowCounts = new Int32Array(257);
const highCounts = new Int32Array(257);

/**
 * Samples in ascending order, and where each came from: a radix sort over 16-bit levels between the extremes, two
 * passes of 8 bits, then insertion for the few that share a level. Three to five times faster than the standard sort.
 */
export class SortedSamples extends Analysis {
  /** The first `length` are the sorted samples; valid until another window is looked at. */
  readonly values: Float64Array;
  /** Index in the window of each sorted value. */
  readonly order: Int32Array;

  constructor(context: FeatureContext) {
    super(context);
    const fits = this.length <= CAPACITY;
    this.values = fits ? values : new Float64Array(this.length);
    this.order = fits ? order : new Int32Array(this.length);
  }

  protected compute(): void {
    const { x } = this.view;
    const { length } = this;
    if (length > CAPACITY) return sortAll(x, length, this.values, this.order);
    level(x, length);
    for (let i = 0; i < length; i++) halfway[lowCounts[levels[i] & 255]++] = i;
    for (let i = 0; i < length; i++) {
      const index = halfway[i];
      order[highCounts[levels[index] >>> 8]++] = index;
    }
    for (let i = 0; i < length; i++) values[i] = x[order[i]];
    // One huge outlier leaves the rest on a few levels, where insertion would take the square of their number.
    if (!insert(length)) sortAll(x, length, values, order);
  }
}

/** Level of each sample, and where in the order each half of a level begins. */
function level(x: Float64Array, length: number): void {
  let min = x[0];
  let max = min;
  for (let i = 1; i < length; i++) {
    const value = x[i];
    if (value < min) min = value;
    else if (value > max) max = value;
  }
  const scale = max > min ? (LEVELS - 1) / (max - min) : 0;
  lowCounts.fill(0);
  highCounts.fill(0);
  for (let i = 0; i < length; i++) {
    const at = ((x[i] - min) * scale) | 0;
    levels[i] = at;
    lowCounts[(at & 255) + 1]++;
    highCounts[(at >>> 8) + 1]++;
  }
  for (let k = 1; k < 257; k++) {
    lowCounts[k] += lowCounts[k - 1];
    highCounts[k] += highCounts[k - 1];
  }
}

/** Insertion sort of what is nearly sorted; gives up, and says so, where it is not. */
function insert(length: number): boolean {
  let moves = 0;
  for (let i = 1; i < length; i++) {
    const value = values[i];
    if (values[i - 1] <= value) continue;
    const index = order[i];
    let j = i - 1;
    for (; j >= 0 && values[j] > value; j--) {
      values[j + 1] = values[j];
      order[j + 1] = order[j];
    }
    values[j + 1] = value;
    order[j + 1] = index;
    moves += i - j;
    if (moves > 32 * length) return false;
  }
  return true;
}

function sortAll(x: Float64Array, length: number, sorted: Float64Array, indices: Int32Array): void {
  for (let i = 0; i < length; i++) indices[i] = i;
  indices.subarray(0, length).sort((a, b) => x[a] - x[b]);
  for (let i = 0; i < length; i++) sorted[i] = x[indices[i]];
}
