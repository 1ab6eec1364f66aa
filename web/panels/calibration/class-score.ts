import { qualityLimits } from '../../../src/decoder/training/quality-limits.js';
import type { CalibrationSummary, ClassReport } from '../../../src/protocol/server-messages.js';

/** Limits of the stars. Those of distance, likeness and amplitude are where the patient's advice begins to object. */
export const starLimits = { right: 0.9, ...qualityLimits } as const;

/** What a class is told first; `good` where nothing is amiss, `untested` where only windows to test it on are missing. */
export type ScoreReason = 'good' | 'right' | 'separable' | 'repeatable' | 'amplitude' | 'untested';

/** How well a class was taught. */
export interface ClassScore {
  /** 1 to 5. */
  readonly stars: number;
  /** The first thing that is amiss, what decides first. */
  readonly reason: ScoreReason;
  /** Share of held-out windows that were decided right; undefined where none was held out. */
  readonly right: number | undefined;
}

type HeldOut = Pick<CalibrationSummary, 'classes' | 'confusion'>;

/** Share of held-out windows of a class that were decided right. */
export function rightShare(label: string, { classes, confusion }: HeldOut): number | undefined {
  const at = classes.indexOf(label);
  const row = confusion[at];
  const sum = row?.reduce((a, b) => a + b, 0) ?? 0;
  return sum > 0 ? (row?.[at] ?? 0) / sum : undefined;
}

/** The class that held-out windows of a class were taken for most, and their share. */
export function takenFor(
  label: string,
  { classes, confusion }: HeldOut,
): { readonly label: string; readonly share: number } | undefined {
  const row = confusion[classes.indexOf(label)] ?? [];
  const sum = row.reduce((a, b) => a + b, 0);
  const wrong = classes
    .map((other, i) => ({ label: other, share: (row[i] ?? 0) / sum }))
    .filter((other) => other.label !== label && other.share > 0);
  return wrong.sort((a, b) => b.share - a.share)[0];
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
  const untested = right === undefined;
  return {
    stars: 1 + reached.filter(([, is]) => is).length,
    reason:
      reached.find(([reason, is]) => !is && !(reason === 'right' && untested))?.[0] ??
      (untested ? 'untested' : 'good'),
    right,
  };
}
