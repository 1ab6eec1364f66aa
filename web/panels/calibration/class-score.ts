import type { CalibrationSummary, ClassReport } from '../../../src/protocol/server-messages.js';

/** Limits of the stars. Those of distance, likeness and amplitude are where the patient's advice begins to object. */
export const starLimits = {
  right: 0.9,
  separability: 3,
  repeatability: 0.5,
  amplitudeOverRest: 1.5,
} as const;

/** What a class is told first; `good` where nothing is amiss. */
export type ScoreReason = 'good' | 'right' | 'separable' | 'repeatable' | 'amplitude';

/** How well a class was taught. */
export interface ClassScore {
  /** 1 to 5. */
  readonly stars: number;
  /** The first thing that is amiss, what decides first. */
  readonly reason: ScoreReason;
  /** Share of held-out windows that were decided right; undefined where none was held out. */
  readonly right: number | undefined;
}

/** Share of held-out windows of a class that were decided right. */
export function rightShare(
  label: string,
  { classes, confusion }: Pick<CalibrationSummary, 'classes' | 'confusion'>,
): number | undefined {
  const at = classes.indexOf(label);
  const row = confusion[at];
  const sum = row?.reduce((a, b) => a + b, 0) ?? 0;
  return sum > 0 ? (row?.[at] ?? 0) / sum : undefined;
}

/**
 * A star for having been learned, and one for each of the {@link starLimits} that is reached. Rest has no amplitude over
 * rest and gets that star; what could not be measured gets none.
 */
export function classScore(
  report: Pick<ClassReport, 'label' | 'separability' | 'repeatability' | 'amplitudeOverRest'>,
  right: number | undefined,
): ClassScore {
  const atLeast = (value: number | null | undefined, limit: number): boolean =>
    typeof value === 'number' && value >= limit;
  const reached: readonly (readonly [ScoreReason, boolean])[] = [
    ['right', atLeast(right, starLimits.right)],
    ['separable', atLeast(report.separability, starLimits.separability)],
    ['repeatable', atLeast(report.repeatability, starLimits.repeatability)],
    ['amplitude', report.label === 'rest' || atLeast(report.amplitudeOverRest, starLimits.amplitudeOverRest)],
  ];
  return {
    stars: 1 + reached.filter(([, is]) => is).length,
    reason: reached.find(([, is]) => !is)?.[0] ?? 'good',
    right,
  };
}
