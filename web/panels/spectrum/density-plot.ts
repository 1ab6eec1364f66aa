import type { FittedCanvas } from '../../ui/canvas.js';
import { colour } from '../../ui/theme.js';

const FLOOR_DB = -50;
const CEILING_DB = 40;

export interface DensityCurve {
  readonly token: string;
  /** V²/Hz of bins 0 … n. */
  readonly density: Float64Array;
}

/** Decibels above 1 µV²/Hz. */
export const decibels = (density: number): number => 10 * Math.log10(Math.max(density * 1e12, 1e-9));

/** Draw curves over 0 to 500 Hz (or half the rate) with a grid that does not move. */
export function drawDensity(
  fitted: FittedCanvas,
  curves: readonly DensityCurve[],
  sampleRateHz: number,
): void {
  const context = fitted.context;
  if (!context) return;
  const { width, height, ratio } = fitted;
  const left = 34 * ratio;
  const bottom = height - 20 * ratio;
  const top = 6 * ratio;
  const limitHz = Math.min(500, sampleRateHz / 2);
  const x = (hz: number): number => left + ((width - left - 4 * ratio) * hz) / limitHz;
  const y = (db: number): number => top + ((bottom - top) * (CEILING_DB - db)) / (CEILING_DB - FLOOR_DB);
  context.fillStyle = colour('--well');
  context.fillRect(0, 0, width, height);
  context.font = `${10.5 * ratio}px sans-serif`;
  context.textBaseline = 'middle';
  for (let hz = 0; hz <= limitHz; hz += 100) {
    context.fillStyle = colour('--grid');
    context.fillRect(x(hz), top, ratio, bottom - top);
    context.fillStyle = colour('--ink-2');
    context.textAlign = hz === 0 ? 'left' : hz >= limitHz ? 'right' : 'center';
    context.fillText(hz >= limitHz ? `${hz} Hz` : String(hz), x(hz), bottom + 10 * ratio);
  }
  context.textAlign = 'right';
  for (let db = FLOOR_DB + 10; db < CEILING_DB; db += 20) {
    context.fillStyle = colour('--grid');
    context.fillRect(left, y(db), width, ratio);
    context.fillStyle = colour('--ink-2');
    context.fillText(String(db), left - 5 * ratio, y(db));
  }
  for (const { token, density } of curves) {
    const step = sampleRateHz / (2 * (density.length - 1));
    context.beginPath();
    for (let k = 1; k < density.length && k * step <= limitHz; k++)
      context.lineTo(x(k * step), Math.min(bottom, Math.max(top, y(decibels(density[k] as number)))));
    context.strokeStyle = colour(token);
    context.lineWidth = 1.5 * ratio;
    context.stroke();
  }
}
