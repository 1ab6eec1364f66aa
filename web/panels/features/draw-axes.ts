import { colour } from '../../ui/theme.js';
import { ticks } from '../signals/time-axis.js';
import {
  away,
  axisEdge,
  cubeEdges,
  cubeView,
  flatBox,
  type Corner,
  type PlotSize,
  type PlotView,
  type Spot,
} from './plot-view.js';
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
  const { height, unit } = size;
  const { left, top, right, bottom } = flatBox(size);
  const [x, y] = ranges;
  if (!x || !y) return;
  context.font = `${10.5 * unit}px sans-serif`;
  context.lineWidth = unit;
  context.strokeStyle = colour('--line');
  context.fillStyle = colour('--ink-2');
  context.textBaseline = 'middle';
  context.beginPath();
  context.textAlign = 'center';
  for (const { at, text } of ticks(x.from, x.to, (right - left) / (56 * unit), '')) {
    const place = left + at * (right - left);
    context.moveTo(place, top);
    context.lineTo(place, bottom);
    context.fillText(minus(text), place, bottom + 10 * unit);
  }
  context.textAlign = 'right';
  for (const { at, text } of ticks(y.from, y.to, (bottom - top) / (34 * unit), '')) {
    const place = bottom - at * (bottom - top);
    context.moveTo(left, place);
    context.lineTo(right, place);
    context.fillText(minus(text), left - 6 * unit, Math.max(top + 4 * unit, place));
  }
  context.stroke();
  context.strokeStyle = colour('--line-strong');
  context.strokeRect(left, top, right - left, bottom - top);
  context.fillStyle = colour('--ink');
  context.textAlign = 'center';
  context.fillText(names[0] ?? '', (left + right) / 2, height - 9 * unit, right - left);
  context.save();
  context.translate(10 * unit, (top + bottom) / 2);
  context.rotate(-Math.PI / 2);
  context.fillText(names[1] ?? '', 0, 0, bottom - top);
  context.restore();
}

/** An empty cube: its edges, and at the outer ones three axes with names and ticks. */
export function drawCubeAxes(
  context: CanvasRenderingContext2D,
  size: PlotSize,
  ranges: readonly Range[],
  names: readonly string[],
  turn: Turn,
): void {
  const cube = cubeView(size, turn);
  context.font = `${10.5 * size.unit}px sans-serif`;
  context.textBaseline = 'middle';
  context.textAlign = 'center';
  for (const edge of cubeEdges.flat()) drawEdge(context, cube, edge, size.unit, '--line');
  ranges.forEach((range, axis) => {
    const edge = axisEdge(cube, axis);
    drawEdge(context, cube, edge, 1.6 * size.unit, '--ink-2');
    drawScale(context, size, [cube(edge[0]), cube(edge[1])], range, names[axis] ?? '');
  });
}

function drawEdge(
  context: CanvasRenderingContext2D,
  cube: PlotView,
  [from, to]: readonly [Corner, Corner],
  width: number,
  token: string,
): void {
  const [a, b] = [cube(from), cube(to)];
  context.lineWidth = width;
  context.strokeStyle = colour(token);
  context.beginPath();
  context.moveTo(a.x, a.y);
  context.lineTo(b.x, b.y);
  context.stroke();
}

/** Ticks and name beside an axis, on its outer side. */
function drawScale(
  context: CanvasRenderingContext2D,
  size: PlotSize,
  [a, b]: readonly [Spot, Spot],
  range: Range,
  name: string,
): void {
  const { width, height, unit } = size;
  const [aside, down] = away(a, b, size);
  const beside = (share: number, by: number): readonly [number, number] => [
    a.x + share * (b.x - a.x) + aside * by * unit,
    a.y + share * (b.y - a.y) + down * by * unit,
  ];
  // Seen from its end an axis is a dot: numbers would lie on each other.
  const parts = Math.hypot(b.x - a.x, b.y - a.y) / (44 * unit);
  context.fillStyle = colour('--ink-2');
  if (parts >= 1)
    for (const { at, text } of ticks(range.from, range.to, parts, ''))
      if (at > 0.02 && at < 0.98) context.fillText(minus(text), ...beside(at, 13));
  context.fillStyle = colour('--ink');
  const half = context.measureText(name).width / 2;
  // As far off as its own length asks for, so that it keeps clear of the numbers.
  const [x, y] = beside(0.5, 26 + (Math.abs(aside) * half) / unit);
  context.fillText(
    name,
    Math.min(width - half - 2 * unit, Math.max(half + 2 * unit, x)),
    Math.min(height - 8 * unit, Math.max(8 * unit, y)),
  );
}
