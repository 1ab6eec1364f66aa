import type { LiveWindow } from '../../data/live-windows.js';

/** Mean amplitude of each channel in a class, however it is known. */
export interface ClassAmplitudes {
  readonly label: string;
  readonly amplitudes: ArrayLike<number>;
}

/** How strongly each channel takes part in a movement. */
export interface ClassPattern {
  readonly label: string;
  /** Mean amplitude over rest per channel; the largest is 1. */
  readonly shape: Float64Array;
  /** Mean amplitude over rest, summed over channels. */
  readonly size: number;
}

/** Windows of a class that make a mean. */
const ENOUGH = 5;

/**
 * What was seen live of each class of which enough windows came, where no calibration is known.
 * @param rows row of each channel's amplitude
 */
export function seenAmplitudes(windows: readonly LiveWindow[], rows: readonly number[]): ClassAmplitudes[] {
  const steady = windows.filter((window) => window.steady);
  return [...new Set(steady.map(({ label }) => label))].flatMap((label) => {
    const own = steady.filter((window) => window.label === label);
    if (own.length < ENOUGH) return [];
    const mean = (row: number): number => own.reduce((sum, w) => sum + (w.values[row] ?? 0), 0) / own.length;
    return [{ label, amplitudes: Float64Array.from(rows, mean) }];
  });
}

/** Rest's amplitude per channel, or the least of any class where nobody rested. */
export function restLevel(known: readonly ClassAmplitudes[]): Float64Array {
  const rest = known.find(({ label }) => label === 'rest');
  if (rest) return Float64Array.from(rest.amplitudes);
  const least = (c: number): number => Math.min(...known.map(({ amplitudes }) => amplitudes[c] ?? 0));
  return Float64Array.from({ length: known[0]?.amplitudes.length ?? 0 }, (_, c) => least(c));
}

/** Pattern of every movement that is more than rest. */
export function classPatterns(known: readonly ClassAmplitudes[]): ClassPattern[] {
  const rest = restLevel(known);
  return known.flatMap(({ label, amplitudes }) => {
    if (label === 'rest') return [];
    const over = Float64Array.from(amplitudes, (value, c) => Math.max(0, value - (rest[c] ?? 0)));
    const largest = Math.max(...over);
    if (!(largest > 0)) return [];
    const shape = over.map((value) => value / largest);
    return [{ label, shape, size: over.reduce((a, b) => a + b, 0) }];
  });
}

/** What is felt now, in the terms of a pattern. */
export interface PatternMatch {
  /** Cosine between the live amplitudes and the pattern, 0 to 1. */
  readonly likeness: number;
  /** Live amplitude relative to the class's mean: the contraction bar. 0 at rest. */
  readonly contraction: number;
  /** Live amplitude per channel on the pattern's scale. */
  readonly live: Float64Array;
}

/** Compare a window with a pattern. */
export function matchPattern(
  pattern: ClassPattern,
  rest: Float64Array,
  values: ArrayLike<number>,
  rows: readonly number[],
): PatternMatch {
  const over = Float64Array.from(rows, (row, i) => Math.max(0, (values[row] ?? 0) - (rest[i] ?? 0)));
  let [dot, own, other, sum, shapeSum] = [0, 0, 0, 0, 0];
  over.forEach((value, i) => {
    const shape = pattern.shape[i] ?? 0;
    dot += value * shape;
    own += value * value;
    other += shape * shape;
    sum += value;
    shapeSum += shape;
  });
  const scale = pattern.size / (shapeSum || 1);
  return {
    likeness: own > 0 ? dot / Math.sqrt(own * other) : 0,
    contraction: sum / pattern.size,
    live: over.map((value) => value / scale),
  };
}
