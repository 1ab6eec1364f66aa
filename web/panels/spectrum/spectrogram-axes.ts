import type { FittedCanvas } from '../../ui/canvas.js';
import { colour } from '../../ui/theme.js';
import { ticks } from '../signals/time-axis.js';
import { columnPixels, columnSeconds, inkOf, inkRange } from './spectrogram.js';

/** Room that the axes take around the spectrogram, CSS pixels. */
export const spectrogramEdges = { left: 52, top: 6, right: 46, bottom: 20 } as const;

/** Frequency and time axes and the colour scale around a spectrogram whose newest column is at its right edge. */
export function drawSpectrogramAxes(fitted: FittedCanvas, sampleRateHz: number): void {
  const context = fitted.context;
  if (!context) return;
  const { width, height, ratio } = fitted;
  const left = spectrogramEdges.left * ratio;
  const top = spectrogramEdges.top * ratio;
  const right = width - spectrogramEdges.right * ratio;
  const bottom = height - spectrogramEdges.bottom * ratio;
  context.fillStyle = colour('--well');
  context.fillRect(0, 0, width, height);
  context.font = `${10.5 * ratio}px sans-serif`;
  context.textBaseline = 'middle';
  const line = 4 * ratio;
  context.fillStyle = colour('--ink-2');
  context.textAlign = 'right';
  for (const { at, text } of ticks(0, sampleRateHz / 2, (bottom - top) / (26 * ratio), 'Hz')) {
    const y = bottom - at * (bottom - top);
    context.fillRect(left - line, y - ratio / 2, line, ratio);
    context.fillText(text, left - 6 * ratio, Math.min(height - 6 * ratio, Math.max(8 * ratio, y)));
  }
  const seconds = ((right - left) / ratio / columnPixels) * columnSeconds;
  for (const { at, text } of ticks(-seconds, 0, (right - left) / (50 * ratio), 's')) {
    const x = left + at * (right - left);
    context.fillRect(x - ratio / 2, bottom, ratio, line);
    context.textAlign = at < 0.05 ? 'left' : 'center';
    context.fillText(text.replace('-', '−'), x, bottom + 12 * ratio);
  }
  const bar = right + 8 * ratio;
  const rows = Math.max(1, Math.round(bottom - top));
  for (let row = 0; row < rows; row++) {
    context.globalAlpha = inkOf(inkRange.to - ((inkRange.to - inkRange.from) * row) / rows);
    context.fillStyle = colour('--accent');
    context.fillRect(bar, top + row, 8 * ratio, 1);
  }
  context.globalAlpha = 1;
  context.fillStyle = colour('--ink-2');
  context.textAlign = 'left';
  for (const db of [inkRange.from, 0, inkRange.to]) {
    const y = bottom - ((db - inkRange.from) / (inkRange.to - inkRange.from)) * (bottom - top);
    context.fillText(
      String(db).replace('-', '−'),
      bar + 11 * ratio,
      Math.min(bottom - 5 * ratio, Math.max(top + 5 * ratio, y)),
    );
  }
}
