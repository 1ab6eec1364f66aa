import type { FittedCanvas } from '../../ui/canvas.js';
import { colour } from '../../ui/theme.js';
import { ticks } from '../signals/time-axis.js';

const FLOOR_DB = -50;
const CEILING_DB = 40;

export interface DensityCurve {
  readonly token: string;
  /** V²/Hz of bins 0 … n. */
  readonly density: Float64Array;
}

/** Left and right edge of the frequency axis in pixels where letters have their usual size, for a pointer on it. */
export const densityEdges = { left: 34, right: 12 } as const;

/** Decibels above 1 µV²/Hz. */
export const decibels = (density: number): number => 10 * Math.log10(Math.max(density * 1e12, 1e-9));

/** Level of a curve in the bin nearest to a frequency, dB. */
export function levelAt(density: Float64Array, hz: number, sampleRateHz: number): number {
  const step = sampleRateHz / (2 * (density.length - 1));
  const bin = Math.min(density.length - 1, Math.max(0, Math.round(hz / step)));
  return decibels(density[bin] ?? 0);
}

/**
 * Draw curves from 0 to half the sample rate with a grid that does not move.
 * @param cursorHz where the cursor stands, if there is one
 */
export function drawDensity(
  fitted: FittedCanvas,
  curves: readonly DensityCurve[],
  sampleRateHz: number,
  cursorHz?: number,
): void {
  const context = fitted.context;
  if (!context) return;
  const { width, height, unit } = fitted;
  const left = densityEdges.left * unit;
  const right = width - densityEdges.right * unit;
  const bottom = height - 20 * unit;
  const top = 6 * unit;
  const limitHz = sampleRateHz / 2;
  const x = (hz: number): number => left + ((right - left) * hz) / limitHz;
  const y = (db: number): number => top + ((bottom - top) * (CEILING_DB - db)) / (CEILING_DB - FLOOR_DB);
  context.fillStyle = colour('--well');
  context.fillRect(0, 0, width, height);
  context.font = `${10.5 * unit}px sans-serif`;
  context.textBaseline = 'middle';
  const marks = ticks(0, limitHz, Math.min(10, (right - left) / (52 * unit)), 'Hz');
  marks.forEach(({ at, text }, i) => {
    context.fillStyle = colour('--grid');
    context.fillRect(left + at * (right - left), top, unit, bottom - top);
    context.fillStyle = colour('--ink-2');
    const last = i === marks.length - 1;
    context.textAlign = i === 0 ? 'left' : last ? 'right' : 'center';
    context.fillText(text, left + at * (right - left) + (last ? 8 * unit : 0), bottom + 10 * unit);
  });
  context.textAlign = 'right';
  for (let db = FLOOR_DB + 10; db < CEILING_DB; db += 20) {
    context.fillStyle = colour('--grid');
    context.fillRect(left, y(db), right - left, unit);
    context.fillStyle = colour('--ink-2');
    context.fillText(String(db), left - 5 * unit, y(db));
  }
  for (const { token, density } of curves) {
    const step = sampleRateHz / (2 * (density.length - 1));
    context.beginPath();
    for (let k = 1; k < density.length; k++)
      context.lineTo(x(k * step), Math.min(bottom, Math.max(top, y(decibels(density[k] as number)))));
    context.strokeStyle = colour(token);
    context.lineWidth = 1.5 * unit;
    context.stroke();
  }
  if (cursorHz === undefined) return;
  context.fillStyle = colour('--ink');
  context.fillRect(x(cursorHz), top, 1.5 * unit, bottom - top);
}
