import type { LiveWindow } from '../../data/live-windows.js';

/** Amplitude features that make a pattern, in order of preference. */
const AMPLITUDES = ['MAV', 'RMS', 'IAV', 'WL'] as const;

/** Rows of one amplitude feature, one per channel, in the channels' order; empty when there is none. */
export function amplitudeRows(rows: readonly string[], channels: readonly string[]): number[] {
  for (const feature of AMPLITUDES) {
    const found = channels.map((channel) => rows.indexOf(`${channel}.${feature}`));
    if (found.length > 0 && found.every((row) => row >= 0)) return found;
  }
  return [];
}

/** How strongly each channel takes part in a movement. */
export interface ClassPattern {
  readonly label: string;
  /** Mean amplitude over rest per channel; the largest is 1. */
  readonly shape: Float64Array;
  /** Mean amplitude over rest, summed over channels. */
  readonly size: number;
  readonly windows: number;
}

const mean = (windows: readonly LiveWindow[], rows: readonly number[]): Float64Array =>
  Float64Array.from(
    rows,
    (row) => windows.reduce((sum, w) => sum + (w.values[row] ?? 0), 0) / windows.length,
  );

/** Rest's amplitude per channel: its mean, or the least seen where nobody rested. */
export function restLevel(windows: readonly LiveWindow[], rows: readonly number[]): Float64Array {
  const resting = windows.filter((window) => window.steady && window.label === 'rest');
  if (resting.length > 0) return mean(resting, rows);
  return Float64Array.from(rows, (row) =>
    windows.reduce((least, w) => Math.min(least, w.values[row] ?? 0), Infinity),
  );
}

/** Pattern of every movement of which enough windows were seen. */
export function classPatterns(
  windows: readonly LiveWindow[],
  rows: readonly number[],
  classes: readonly string[],
): ClassPattern[] {
  const rest = restLevel(windows, rows);
  return classes.flatMap((label) => {
    const own = windows.filter((window) => window.steady && window.label === label);
    if (label === 'rest' || own.length < 5) return [];
    const over = mean(own, rows).map((value, i) => Math.max(0, value - (rest[i] ?? 0)));
    const largest = Math.max(...over);
    if (!(largest > 0)) return [];
    const shape = over.map((value) => value / largest);
    return [{ label, shape, size: over.reduce((a, b) => a + b, 0), windows: own.length }];
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
