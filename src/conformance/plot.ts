import type { Series } from './conformance-row.js';
import { log10, pow } from '../ground/math/real.js';

/** What a plot shows beside its curves. */
export interface PlotOptions {
  readonly title: string;
  readonly x: string;
  readonly y: string;
  /** Pixels, 420 × 260 by default. */
  readonly width?: number;
  readonly height?: number;
}

/** Height of one line of the legend. */
const LEGEND_LINE = 15;
const margin = { left: 56, right: 12, top: 26, bottom: 40 };
/** Told apart by people with any colour vision (Okabe & Ito). */
const colours = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9'];
const dashes = ['', '6 3', '2 3', '8 3 2 3', '1 2', '10 4'];

/**
 * Curves as a small SVG, with axes, ticks and a legend. Values that are not finite are left out.
 * @throws RangeError where there is nothing to draw
 */
export function plot(series: readonly Series[], options: PlotOptions): string {
  const { width = 420, height = 260, title } = options;
  const entries = series.length > 1 ? series : [];
  // The legend stands below, where it hides no curve.
  const whole = height + LEGEND_LINE * entries.length;
  const xs = axisOf(series.flatMap(({ x }) => x));
  const ys = axisOf(series.flatMap(({ y }) => y));
  const px = scale(xs, margin.left, width - margin.right);
  const py = scale(ys, height - margin.bottom, margin.top);
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${whole}" width="${width}" height="${whole}" ` +
      'font-family="system-ui, sans-serif" font-size="11" role="img">',
    `<title>${escaped(title)}</title><rect width="${width}" height="${whole}" fill="#fff"/>`,
    text(margin.left, 15, title.length > 54 ? `${title.slice(0, 53)}…` : title, 'start', 'bold'),
    ...xs.ticks.map(
      (tick) =>
        `<path d="M${round(px(tick))} ${margin.top}V${height - margin.bottom}" stroke="#ddd"/>` +
        text(px(tick), height - margin.bottom + 14, label(tick), 'middle'),
    ),
    ...ys.ticks.map(
      (tick) =>
        `<path d="M${margin.left} ${round(py(tick))}H${width - margin.right}" stroke="#ddd"/>` +
        text(margin.left - 6, py(tick) + 4, label(tick), 'end'),
    ),
    text((margin.left + width - margin.right) / 2, height - 8, options.x, 'middle'),
    `<text transform="translate(13 ${round((margin.top + height - margin.bottom) / 2)}) rotate(-90)" ` +
      `text-anchor="middle">${escaped(options.y)}</text>`,
    ...series.map((one, i) => curveOf(one, i, px, py)),
    ...entries.map(({ name }, i) => legend(name, i, height)),
    '</svg>\n',
  ];
  return parts.join('\n');
}

function curveOf(series: Series, i: number, px: (v: number) => number, py: (v: number) => number): string {
  const { x, y, scattered = false } = series;
  const points = x
    .map((value, k) => [value, y[k]] as const)
    .filter(([a, b]) => Number.isFinite(a) && Number.isFinite(b))
    .map(([a, b]) => [round(px(a)), round(py(b))] as const);
  const colour = colours[i % colours.length];
  const dash = dashes[i % dashes.length];
  const path = points.map(([a, b], k) => `${k === 0 ? 'M' : 'L'}${a} ${b}`).join('');
  const line =
    `<path d="${path}" fill="none" stroke="${colour}" stroke-width="1.6"` +
    `${dash ? ` stroke-dasharray="${dash}"` : ''}/>`;
  const dots = points.map(([a, b]) => `<circle cx="${a}" cy="${b}" r="2.5"/>`).join('');
  return (
    (scattered ? '' : line) + (scattered || points.length <= 20 ? `<g fill="${colour}">${dots}</g>` : '')
  );
}

function legend(name: string, i: number, height: number): string {
  const y = height + LEGEND_LINE * i + 4;
  const dash = dashes[i % dashes.length];
  return (
    `<path d="M${margin.left} ${y - 4}h24" stroke="${colours[i % colours.length]}" stroke-width="1.6"` +
    `${dash ? ` stroke-dasharray="${dash}"` : ''}/>` +
    text(margin.left + 30, y, name, 'start')
  );
}

interface Axis {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
}

/** Round limits around the values and some five ticks between them. */
function axisOf(values: readonly number[]): Axis {
  const finite = values.filter(Number.isFinite);
  if (finite.length === 0) throw new RangeError('plot: got no finite values, expected at least one');
  let low = Math.min(...finite);
  let high = Math.max(...finite);
  // Amplitudes and shares start at zero, so that their heights compare.
  if (low > 0 && low < 0.5 * high) low = 0;
  if (high === low) [low, high] = [low - 0.5, high + 0.5];
  const rough = (high - low) / 5;
  const power = pow(10, Math.floor(log10(rough)));
  const step = power * ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  const ticks = Array.from({ length: last - first + 1 }, (_, i) => (first + i) * step);
  return { low: first * step, high: last * step, ticks };
}

function scale({ low, high }: Axis, from: number, to: number): (value: number) => number {
  return (value) => from + ((value - low) / (high - low)) * (to - from);
}

function text(x: number, y: number, content: string, anchor: string, weight = 'normal'): string {
  return `<text x="${round(x)}" y="${round(y)}" text-anchor="${anchor}" font-weight="${weight}">${escaped(content)}</text>`;
}

const round = (value: number): number => Math.round(value * 10) / 10;
const label = (value: number): string => String(Number(value.toPrecision(6)));
const escaped = (content: string): string =>
  content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
