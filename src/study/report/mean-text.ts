import type { PeopleMean } from '../people-mean.js';

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

function hundred(share: number): string {
  return (100 * share).toFixed(1);
}

function signed(share: number): string {
  const text = hundred(Math.abs(share));
  return share < 0 && text !== '0.0' ? `−${text}` : text;
}
