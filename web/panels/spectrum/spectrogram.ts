import type { FittedCanvas } from '../../ui/canvas.js';
import { colour } from '../../ui/theme.js';
import { decibels } from './density-plot.js';

/** Levels between which the ink of the spectrogram goes from none to full, dB re 1 µV²/Hz. */
export const inkRange = { from: -25, to: 25 } as const;
/** Width of a column in CSS pixels, and the time between two. */
export const columnPixels = 2;
export const columnSeconds = 0.1;

/** Opacity of the ink for a level. */
export const inkOf = (db: number): number =>
  Math.min(1, Math.max(0, (db - inkRange.from) / (inkRange.to - inkRange.from))) ** 1.4;

/** Scrolling picture of the spectrum: time to the right, frequency upwards, darker ink is more power. */
export class Spectrogram {
  constructor(private readonly fitted: FittedCanvas) {}

  clear(): void {
    const context = this.fitted.context;
    if (!context) return;
    context.fillStyle = colour('--well');
    context.fillRect(0, 0, this.fitted.width, this.fitted.height);
  }

  /** Add one column at the right edge. */
  advance(density: Float64Array, sampleRateHz: number, medianHz: number): void {
    const context = this.fitted.context;
    if (!context) return;
    if (this.fitted.fit()) this.clear();
    const { width, height, ratio } = this.fitted;
    const stride = Math.max(1, Math.round(columnPixels * ratio));
    context.drawImage(this.fitted.canvas, -stride, 0);
    context.fillStyle = colour('--well');
    context.fillRect(width - stride, 0, stride, height);
    const bins = density.length - 1;
    context.fillStyle = colour('--accent');
    for (let k = 1; k < bins; k++) {
      context.globalAlpha = inkOf(decibels(density[k] as number));
      // From pixel to pixel, so that neighbouring bins neither overlap nor leave a seam.
      const upper = Math.floor(height * (1 - (k + 1) / bins));
      context.fillRect(width - stride, upper, stride, Math.ceil(height * (1 - k / bins)) - upper);
    }
    context.globalAlpha = 1;
    if (Number.isFinite(medianHz)) {
      context.fillStyle = colour('--warm');
      const y = height * (1 - medianHz / (sampleRateHz / 2));
      context.fillRect(width - stride, y - ratio, stride, 2.5 * ratio);
    }
  }

  release(): void {
    this.fitted.release();
  }
}
