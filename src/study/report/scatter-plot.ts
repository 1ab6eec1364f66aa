import { escaped, px, svg, svgText, ticks } from './svg.js';

/** One point with what it stands for. */
export interface Point {
  readonly x: number;
  readonly y: number;
  readonly label: string;
}

export interface ScatterAxes {
  readonly title: string;
  readonly x: string;
  readonly y: string;
}

const WIDTH = 760;
const HEIGHT = 320;
const LEFT = 56;
const RIGHT = 220;
const TOP = 14;
const BOTTOM = 44;

/** Points on two axes, each labelled where there is room. */
export function scatterPlot(points: readonly Point[], axes: ScatterAxes): string {
  const [x0, x1] = padded(points.map(({ x }) => x));
  const [y0, y1] = padded(points.map(({ y }) => y));
  const x = (value: number): number => LEFT + ((value - x0) / (x1 - x0)) * (WIDTH - LEFT - RIGHT);
  const y = (value: number): number => HEIGHT - BOTTOM - ((value - y0) / (y1 - y0)) * (HEIGHT - TOP - BOTTOM);
  const content = [
    ...ticks(y0, y1).flatMap((value) => [
      `<line class="axis" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${px(y(value))}" y2="${px(y(value))}"/>`,
      svgText(LEFT - 6, y(value) + 4, value, 'text-anchor="end" class="soft"'),
    ]),
    ...ticks(x0, x1).map((value) =>
      svgText(x(value), HEIGHT - BOTTOM + 16, value, 'text-anchor="middle" class="soft"'),
    ),
    svgText((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 8, axes.x, 'text-anchor="middle" class="soft"'),
    svgText(
      0,
      0,
      axes.y,
      `class="soft" text-anchor="middle" transform="translate(14 ${px((TOP + HEIGHT - BOTTOM) / 2)}) rotate(-90)"`,
    ),
  ];
  const labelled: [number, number][] = [];
  for (const point of [...points].sort((a, b) => b.y - a.y)) {
    const [cx, cy] = [x(point.x), y(point.y)];
    content.push(
      `<circle class="dot" cx="${px(cx)}" cy="${px(cy)}" r="5"><title>${escaped(`${point.label}: ${axes.x} ${point.x.toFixed(1)}, ${axes.y} ${point.y.toFixed(2)}`)}</title></circle>`,
    );
    if (labelled.some(([lx, ly]) => Math.abs(lx - cx) < 180 && Math.abs(ly - cy) < 12)) continue;
    labelled.push([cx, cy]);
    content.push(svgText(cx + 8, cy + 4, point.label));
  }
  return svg(WIDTH, HEIGHT, axes.title, content);
}

function padded(values: readonly number[]): [low: number, high: number] {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const pad = high > low ? 0.08 * (high - low) : Math.max(1, 0.05 * Math.abs(high));
  return [low - pad, high + pad];
}
