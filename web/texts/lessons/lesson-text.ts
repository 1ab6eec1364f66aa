import { patternsApart } from '../../data/patterns-apart.js';

/** Measured numbers of each setting of a lesson, in their order; what was not measured is not there. */
export type MeasuredNumbers = readonly Readonly<Record<string, number>>[];

/** What a lesson says. */
export interface LessonText {
  readonly question: string;
  readonly intro: readonly string[];
  /** What is asked before anything is done. */
  readonly ask: string;
  readonly choices: Readonly<Record<string, string>>;
  /** What the control is. */
  readonly control: string;
  readonly settings: Readonly<Record<string, string>>;
  /** What the number beside a picture is. */
  readonly shows: string;
  /** What to look for in the picture. */
  readonly look: string;
  /** What was measured in this run. */
  found(numbers: MeasuredNumbers): string;
  /** Why it is so. */
  readonly why: string;
  /** What it means for a patient. */
  readonly patient: string;
  /** A number of the literature, and where it stands. */
  readonly beside?: { readonly text: string; readonly source: string };
}

/** A number of a setting with so many decimals; a dash where it was not measured. */
export function told(numbers: MeasuredNumbers, setting: number, name: string, decimals = 0): string {
  return rounded(numbers[setting]?.[name] ?? NaN, decimals);
}

/** With so many decimals; a dash for what is no number. */
export function rounded(value: number, decimals = 0): string {
  return Number.isFinite(value) ? value.toFixed(decimals) : '–';
}

/** How many times one setting's number is that of another. */
export function times(numbers: MeasuredNumbers, a: number, b: number, name: string): number {
  return (numbers[a]?.[name] ?? NaN) / (numbers[b]?.[name] ?? NaN);
}

/** How far apart the patterns of two settings are (numbers `c0`, `c1` …): 0 the same, 1 nothing in common. */
export function turned(numbers: MeasuredNumbers, a: number, b: number): number {
  return patternsApart(numbers[a] ?? {}, numbers[b] ?? {});
}
