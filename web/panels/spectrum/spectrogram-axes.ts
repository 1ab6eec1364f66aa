import type { FittedCanvas } from '../../ui/canvas.js';
import { colour } from '../../ui/theme.js';
import { ticks } from '../signals/time-axis.js';
import { columnPixels, columnSeconds, inkOf, inkRange } from './spectrogram.js';

/** Room that the axes take around the spectrogram, pixels where letters have their usual size. */
export const spectrogramEdges = { left: 52, top: 6, right: 46, bottom: 20 } as const;

/** Frequency and time axes and the colour scale around a spectrogram whose newest column is at its right edge. */
export function drawSpectrogramAxes(fitted: FittedCanvas, sampleRateHz: number): void {
  const context = fitted.context;
  if (!context) return;
  const { width, height, ratio, unit } = fitted;
  const left = spectrogramEdges.left * unit;
  const top = spectrogramEdges.top * unit;
  const right = width - spectrogramEdges.right * unit;
  const bottom = height - spectrogramEdges.bottom * unit;
  context.fillStyle = colour('--well');
  context.fillRect(0, 0, width, height);
  context.font = `${10.5 * unit}px sans-serif`;
  context.textBaseline = 'middle';
  const line = 4 * unit;
  context.fillStyle = colour('--ink-2');
  context.textAlign = 'right';
  for (const { at, text } of ticks(0, sampleRateHz / 2, (bottom - top) / (26 * unit), 'Hz')) {
    const y = bottom - at * (bottom - top);
    context.fillRect(left - line, y - unit / 2, line, unit);
    context.fillText(text, left - 6 * unit, Math.min(height - 6 * unit, Math.max(8 * unit, y)));
  }
  const seconds = ((right - left) / ratio / columnPixels) * columnSeconds;
  for (const { at, text } of ticks(-seconds, 0, (right - left) / (50 * unit), 's')) {
    const x = left + at * (right - left);
    context.fillRect(x - unit / 2, bottom, unit, line);
    context.textAlign = at < 0.05 ? 'left' : 'center';
    context.fillText(text.replace('-', '−'), x, bottom + 12 * unit);
  }
  const bar = right + 8 * unit;
  const rows = Math.max(1, Math.round(bottom - top));
  for (let row = 0; row < rows; row++) {
    context.globalAlpha = inkOf(inkRange.to - ((inkRange.to - inkRange.from) * row) / rows);
    context.fillStyle = colour('--accent');
    context.fillRect(bar, top + row, 8 * unit, 1);
  }
  context.globalAlpha = 1;
  context.fillStyle = colour('--ink-2');
  context.textAlign = 'left';
  for (const db of [inkRange.from, 0, inkRange.to]) {
    const y = bottom - ((db - inkRange.from) / (inkRange.to - inkRange.from)) * (bottom - top);
    context.fillText(
      String(db).replace('-', '−'),
      bar + 11 * unit,
      Math.min(bottom - 5 * unit, Math.max(top + 5 * unit, y)),
    );
  }
}
