import { leastProbability } from '../benchmark/paired-permutation.js';
import type { CohortCell } from '../evaluate-cohort.js';
import type { PeopleMean } from '../people-mean.js';
import type { Standing } from '../standing.js';
import type { StressCohortRow } from '../stress-cohort.js';

/** Mean and spread of shares between people, such as `93.1 ± 4.0 %`. */
export function shareText({ mean, sd }: PeopleMean): string {
  if (!Number.isFinite(mean)) return '–';
  return `${hundred(mean)}${Number.isFinite(sd) ? ` ± ${hundred(sd)}` : ''} %`;
}

/** Interval of a mean share, such as `90.3 to 96.0 %`. Student’s t knows no bounds, a share has them. */
export function intervalText({ low, high }: PeopleMean): string {
  return Number.isFinite(low) ? `${hundred(Math.max(0, low))} to ${hundred(Math.min(1, high))} %` : '–';
}

/** Difference of shares in points, such as `3.1 ± 2.0`. */
export function pointsText({ mean, sd }: PeopleMean): string {
  if (!Number.isFinite(mean)) return '–';
  return `${signed(mean)}${Number.isFinite(sd) ? ` ± ${hundred(sd)}` : ''}`;
}

/** Interval of a difference in points, such as `−0.2 to 4.2`. */
export function pointsIntervalText({ low, high }: PeopleMean): string {
  return Number.isFinite(low) ? `${signed(low)} to ${signed(high)}` : '–';
}

/** What a disturbance costs people: accuracy, loss with its interval, errors in activity and at rest. */
export function costCells({ accuracy, loss, activeErrorRate, movingAtRest }: StressCohortRow): string[] {
  const lost = [pointsText(loss), pointsIntervalText(loss)];
  return [shareText(accuracy), ...lost, shareText(activeErrorRate), shareText(movingAtRest)];
}

/** How well a combination does in people: accuracy with its interval, errors in activity, F1. */
export function metricCells({ metrics }: Pick<CohortCell, 'metrics'>): string[] {
  const { accuracy, activeErrorRate, f1 } = metrics;
  return [shareText(accuracy), intervalText(accuracy), shareText(activeErrorRate), shareText(f1)];
}

function hundred(share: number): string {
  return (100 * share).toFixed(1);
}

function signed(share: number): string {
  const text = hundred(Math.abs(share));
  return share < 0 && text !== '0.0' ? `−${text}` : text;
}

/** A probability such as `0.031`. */
export function probabilityText(p: number): string {
  return Number.isFinite(p) ? p.toFixed(3) : '–';
}

/** How low the probability of a paired permutation test over so many people can be. */
export function leastText(n: number): string {
  const least = leastProbability(n);
  return `of ${n} people p before Holm is never below ${least.toPrecision(2)}`;
}

/** The mark of a ranking: the best, or one of those that cannot be told apart from it. */
export function standingText(standing: Standing | undefined): string {
  if (standing === 'best') return '◂ best';
  return standing === 'tied' ? '≈ best' : '';
}
