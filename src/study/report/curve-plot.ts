import { px, svg, svgText, ticks } from './svg.js';

/** A curve of a plot. */
export interface Curve {
  readonly name: string;
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** An interval about each value, drawn as a bar; not finite for none. */
  readonly low?: readonly number[];
  readonly high?: readonly number[];
  /** Dashed and softer, such as what others are compared with. */
  readonly reference?: boolean;
}

const WIDTH = 760;
const HEIGHT = 280;
const LEFT = 56;
const RIGHT = 150;
const TOP = 14;
const BOTTOM = 44;

/** Curves over one axis, each named at its end. */
export function curvePlot(
  curves: readonly Curve[],
  axes: { readonly title: string; readonly x: string; readonly y: string },
): string {
  const xs = curves.flatMap((curve) => curve.x);
  const ys = curves.flatMap(({ y: values, low = [], high = [] }) =>
    [...values, ...low, ...high].filter(Number.isFinite),
  );
  const [x0, x1] = [Math.min(...xs), Math.max(...xs)];
  const [y0, y1] = [Math.min(...ys), Math.max(...ys)];
  const x = (value: number): number => LEFT + ((value - x0) / (x1 - x0 || 1)) * (WIDTH - LEFT - RIGHT);
  const y = (value: number): number =>
    HEIGHT - BOTTOM - ((value - y0) / (y1 - y0 || 1)) * (HEIGHT - TOP - BOTTOM);
  const content = [
    ...ticks(y0, y1).flatMap((value) => [
      `<line class="axis" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${px(y(value))}" y2="${px(y(value))}"/>`,
      svgText(LEFT - 6, y(value) + 4, value, 'text-anchor="end" class="soft"'),
    ]),
    ...ticks(x0, x1, 6).map((value) =>
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
  const ends = curves.map((curve) => y(curve.y.at(-1) ?? 0));
  curves.forEach((curve, n) => {
    const points = curve.x.map((value, i) => `${px(x(value))},${px(y(curve.y[i]))}`);
    const drawn = curve.reference ? 'reference' : 'curve';
    content.push(`<polyline class="${drawn}" fill="none" points="${points.join(' ')}"/>`);
    curve.x.forEach((value, i) => {
      const [low = NaN, high = NaN] = [curve.low?.[i], curve.high?.[i]];
      // Bars of different curves stand beside each other.
      const at = px(x(value) + 3 * n);
      if (high >= low)
        content.push(`<line class="${drawn}" x1="${at}" x2="${at}" y1="${px(y(low))}" y2="${px(y(high))}"/>`);
    });
    // Names that would lie on each other stand below each other.
    const clash = n > 0 && Math.abs(ends[n] - ends[n - 1]) < 14;
    content.push(svgText(WIDTH - RIGHT + 8, clash ? ends[n - 1] + 14 : ends[n], curve.name));
  });
  return svg(WIDTH, HEIGHT, axes.title, content);
}
