import type { Stretch } from './observation.js';

/** Where intent changes: the movement from a sample on. */
export interface IntentStep {
  readonly from: number;
  readonly movement: string;
}

/**
 * Stretches in which one movement was intended, without what follows a change: people react, and filters settle.
 * @param steps ascending; neighbours may name the same movement
 * @param end sample after the last
 * @param settling samples left out after each change, and before the first step, of which nobody knows how long it lasts
 */
export function steadyStretches(steps: readonly IntentStep[], end: number, settling: number): Stretch[] {
  const changes = steps.filter(({ movement }, k) => k === 0 || movement !== steps[k - 1]?.movement);
  return changes.flatMap(({ from, movement }, k) => {
    const until = changes[k + 1]?.from ?? end;
    const begin = Math.round(from + settling);
    return until > begin ? [{ movement, from: begin, until }] : [];
  });
}

/** Drive of the busiest muscle from a sample on, part of its maximum. */
export interface DriveStep {
  readonly from: number;
  readonly excitation: number;
}

/** Mean drive of the busiest muscle in steady rest; undefined where nobody rested. */
export function restDrive(steps: readonly DriveStep[], stretches: readonly Stretch[]): number | undefined {
  const resting = stretches.filter(({ movement }) => movement === 'rest');
  const drives = steps
    .filter(({ from }) => resting.some((rest) => rest.from <= from && from < rest.until))
    .map(({ excitation }) => excitation);
  return drives.length === 0 ? undefined : drives.reduce((sum, x) => sum + x, 0) / drives.length;
}
