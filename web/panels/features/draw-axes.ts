import { colour } from '../../ui/theme.js';
import { ticks } from '../signals/time-axis.js';
import { away, cubeView, flatBox, type PlotSize } from './plot-view.js';
import type { Range } from './steady-range.js';
import type { Turn } from './turn.js';

const minus = (text: string): string => text.trim().replace('-', '−');

/** An empty plot: two axes with names, ticks and a faint grid. */
export function drawFlatAxes(
  context: CanvasRenderingContext2D,
  size: PlotSize,
  ranges: readonly Range[],
  names: readonly string[],
): void {
  const { height, ratio } = size;
  const { left, top, right, bottom } = flatBox(size);
  const [x, y] = ranges;
  if (!x || !y) return;
  context.font = `${10.5 * ratio}px sans-serif`;
  context.lineWidth = ratio;
  context.strokeStyle = colour('--line');
  context.fillStyle = colour('--ink-2');
  context.textBaseline = 'middle';
  context.beginPath();
  context.textAlign = 'center';
  for (const { at, text } of ticks(x.from, x.to, (right - left) / (56 * ratio), '')) {
    const place = left + at * (right - left);
    context.moveTo(place, top);
    context.lineTo(place, bottom);
    context.fillText(minus(text), place, bottom + 10 * ratio);
  }
  context.textAlign = 'right';
  for (const { at, text } of ticks(y.from, y.to, (bottom - top) / (34 * ratio), '')) {
    const place = bottom - at * (bottom - top);
    context.moveTo(left, place);
    context.lineTo(right, place);
    context.fillText(minus(text), left - 6 * ratio, Math.max(top + 4 * ratio, place));
  }
  context.stroke();
  context.strokeStyle = colour('--line-strong');
  context.strokeRect(left, top, right - left, bottom - top);
  context.fillStyle = colour('--ink');
  context.textAlign = 'center';
  context.fillText(names[0] ?? '', (left + right) / 2, height - 9 * ratio, right - left);
  context.save();
  context.translate(10 * ratio, (top + bottom) / 2);
  context.rotate(-Math.PI / 2);
  context.fillText(names[1] ?? '', 0, 0, bottom - top);
  context.restore();
}

type Corner = readonly [number, number, number];

/** All twelve edges of the cube; the first three are the axes. */
const cubeEdges: readonly (readonly [Corner, Corner])[] = [
  [
    [-1, -1, -1],
    [1, -1, -1],
  ],
  [
    [-1, -1, -1],
    [-1, 1, -1],
  ],
  [
    [-1, -1, -1],
    [-1, -1, 1],
  ],
  [
    [1, -1, -1],
    [1, 1, -1],
  ],
  [
    [1, -1, -1],
    [1, -1, 1],
  ],
  [
    [-1, 1, -1],
    [1, 1, -1],
  ],
  [
    [-1, 1, -1],
    [-1, 1, 1],
  ],
  [
    [-1, -1, 1],
    [1, -1, 1],
  ],
  [
    [-1, -1, 1],
    [-1, 1, 1],
  ],
  [
    [1, 1, -1],
    [1, 1, 1],
  ],
  [
    [1, -1, 1],
    [1, 1, 1],
  ],
  [
    [-1, 1, 1],
    [1, 1, 1],
  ],
];

/** An empty cube: three axes with names and ticks at one corner, and its other edges. */
export function drawCubeAxes(
  context: CanvasRenderingContext2D,
  size: PlotSize,
  ranges: readonly Range[],
  names: readonly string[],
  turn: Turn,
): void {
  const { width, height, ratio } = size;
  const at = cubeView(size, turn);
  context.font = `${10.5 * ratio}px sans-serif`;
  context.textBaseline = 'middle';
  context.textAlign = 'center';
  cubeEdges.forEach(([from, to], i) => {
    const [a, b] = [at(from), at(to)];
    context.lineWidth = (i < 3 ? 1.6 : 1) * ratio;
    context.strokeStyle = colour(i < 3 ? '--ink-2' : '--line');
    context.beginPath();
    context.moveTo(a.x, a.y);
    context.lineTo(b.x, b.y);
    context.stroke();
    const [range, name] = [ranges[i], names[i]];
    if (i > 2 || !range || name === undefined) return;
    const [aside, down] = away(a, b, size);
    const beside = (share: number, by: number): readonly [number, number] => [
      a.x + share * (b.x - a.x) + aside * by * ratio,
      a.y + share * (b.y - a.y) + down * by * ratio,
    ];
    // Seen from its end an axis is a dot: numbers would lie on each other.
    const parts = Math.hypot(b.x - a.x, b.y - a.y) / (44 * ratio);
    context.fillStyle = colour('--ink-2');
    if (parts >= 1)
      for (const { at: share, text } of ticks(range.from, range.to, parts, ''))
        if (share > 0.02) context.fillText(minus(text), ...beside(share, 13));
    context.fillStyle = colour('--ink');
    const wide = context.measureText(name).width / 2 + 2 * ratio;
    const [x, y] = beside(0.5, 30);
    context.fillText(
      name,
      Math.min(width - wide, Math.max(wide, x)),
      Math.min(height - 8 * ratio, Math.max(8 * ratio, y)),
    );
  });
}
