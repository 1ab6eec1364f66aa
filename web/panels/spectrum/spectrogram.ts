import type { FittedCanvas } from '../../ui/canvas.js';
import { colour } from '../../ui/theme.js';
import { decibels } from './density-plot.js';

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
    const stride = Math.max(1, Math.round(2 * ratio));
    context.drawImage(this.fitted.canvas, -stride, 0);
    context.fillStyle = colour('--well');
    context.fillRect(width - stride, 0, stride, height);
    const limitHz = Math.min(500, sampleRateHz / 2);
    const step = sampleRateHz / (2 * (density.length - 1));
    const bins = Math.floor(limitHz / step);
    context.fillStyle = colour('--accent');
    for (let k = 1; k < bins; k++) {
      const share = Math.min(1, Math.max(0, (decibels(density[k] as number) + 25) / 50));
      context.globalAlpha = share ** 1.4;
      const y = height * (1 - (k + 1) / bins);
      context.fillRect(width - stride, y, stride, height / bins + 1);
    }
    context.globalAlpha = 1;
    if (Number.isFinite(medianHz)) {
      context.fillStyle = colour('--warm');
      context.fillRect(width - stride, height * (1 - medianHz / limitHz) - ratio, stride, 2.5 * ratio);
    }
  }

  release(): void {
    this.fitted.release();
  }
}
