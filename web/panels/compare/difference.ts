import type { Side, TwoSides } from './two-settings.js';

/** How two settings differ, in numbers. */
export interface Difference {
  /** Share of settled decisions that were right; NaN where none could be judged. */
  readonly right: { readonly a: number; readonly b: number };
  readonly judged: number;
  /** Share of all decisions in which the two decided differently; NaN where they do not come at the same samples. */
  readonly apart: number;
  /** Over the channels, µV RMS. */
  readonly movingUv: { readonly a: number; readonly b: number };
  readonly restUv: { readonly a: number; readonly b: number };
}

/** Compare what came of two settings. */
export function differenceOf({ a, b }: TwoSides): Difference {
  const paired =
    a.decisions.length === b.decisions.length && a.decisions.every(({ s }, i) => s === b.decisions[i]?.s);
  return {
    right: { a: rightOf(a), b: rightOf(b) },
    judged: a.decisions.filter(({ intended }) => intended !== undefined).length,
    apart: paired
      ? a.decisions.filter(({ decided }, i) => decided !== b.decisions[i]?.decided).length /
        a.decisions.length
      : NaN,
    movingUv: { a: overall(a.movingUv), b: overall(b.movingUv) },
    restUv: { a: overall(a.restUv), b: overall(b.restUv) },
  };
}

function rightOf({ decisions }: Side): number {
  const judged = decisions.filter(({ intended }) => intended !== undefined);
  return judged.filter(({ intended, decided }) => intended === decided).length / judged.length;
}

function overall(values: readonly number[]): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);
}
