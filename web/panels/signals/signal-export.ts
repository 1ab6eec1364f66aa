import type { RingBuffer } from '../../../src/ground/signal/ring-buffer.js';
import { colour } from '../../ui/theme.js';

/** The visible window as comma-separated values: time, then one column per channel in microvolts. */
export function windowCsv(
  ring: RingBuffer,
  channels: readonly number[],
  names: readonly string[],
  range: { from: number; to: number; sampleRateHz: number },
): string {
  const lines = [['time_s', ...channels.map((c) => `${names[c] ?? `ch${c + 1}`}_uV`)].join(',')];
  for (let i = Math.max(range.from, ring.start); i < Math.min(range.to, ring.end); i++) {
    const values = channels.map((c) => {
      const value = ring.at(c, i);
      return Number.isNaN(value) ? '' : (value * 1e6).toFixed(3);
    });
    lines.push([(i / range.sampleRateHz).toFixed(6), ...values].join(','));
  }
  return `${lines.join('\n')}\n`;
}

/** The traces with their names and scale as one picture. */
export function pictureOf(
  traces: HTMLCanvasElement,
  labels: readonly string[],
  title: string,
): HTMLCanvasElement {
  const picture = document.createElement('canvas');
  const margin = 110;
  const head = 44;
  picture.width = traces.width + margin;
  picture.height = traces.height + head;
  const context = picture.getContext('2d');
  if (!context) return picture;
  context.fillStyle = colour('--well');
  context.fillRect(0, 0, picture.width, picture.height);
  context.drawImage(traces, margin, head);
  context.fillStyle = colour('--ink');
  context.font = '600 16px sans-serif';
  context.fillText(title, 14, 28);
  context.font = '13px sans-serif';
  const lane = traces.height / Math.max(1, labels.length);
  labels.forEach((label, i) => context.fillText(label, 14, head + (i + 0.5) * lane + 4, margin - 20));
  return picture;
}

/** Hand a file to the person. */
export function download(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
