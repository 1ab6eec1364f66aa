import { svg, type SVGTemplateResult } from 'lit';
import { DRAWN_S, type Side, type TwoSides } from './two-settings.js';

const WIDTH = 900;
const LANE = 30;
const STRIP = 14;
const LEFT = 84;

/** Highest amplitude of both, µV: one scale for all. */
export function scaleOf({ a, b }: TwoSides): number {
  return [a, b]
    .flatMap(({ low, high }) => [...low, ...high])
    .reduce((most, row) => row.reduce((found, x) => Math.max(found, Math.abs(x)), most), 1);
}

/** Channels drawn: those in which most moves in A. */
export function drawnChannels({ a, b }: TwoSides, count: number): number[] {
  const both = Math.min(a.channels.length, b.channels.length);
  return Array.from({ length: both }, (_, c) => c)
    .sort((one, other) => (a.movingUv[other] ?? 0) - (a.movingUv[one] ?? 0))
    .slice(0, count)
    .sort((one, other) => one - other);
}

/** Filled outline of what lies between lowest and highest of each column. */
export function tracePath(low: Float32Array, high: Float32Array, scale: number, middle: number): string {
  const x = (k: number): string => (LEFT + (k * (WIDTH - LEFT)) / low.length).toFixed(1);
  const y = (uv: number): string => (middle - (uv / scale) * (LANE / 2)).toFixed(1);
  const top = [...high].map((uv, k) => `${x(k)},${y(uv + scale / LANE)}`);
  const bottom = [...low].map((uv, k) => `${x(k)},${y(uv - scale / LANE)}`).reverse();
  return `M${top.join('L')}L${bottom.join('L')}Z`;
}

/** Traces of both, channel below channel, A above B, and the decisions of each below. */
export function sidesPicture(sides: TwoSides, channels: readonly number[], label: string): SVGTemplateResult {
  const scale = scaleOf(sides);
  const { a, b } = sides;
  const lanes = channels.flatMap((c) => [
    { side: a, name: `A ${a.channels[c] ?? ''}`, c, of: 'a' },
    { side: b, name: `B ${b.channels[c] ?? ''}`, c, of: 'b' },
  ]);
  const below = lanes.length * LANE + 8;
  return svg`<svg viewBox="0 0 ${WIDTH} ${below + 2 * STRIP + 12}" role="img" aria-label=${label}>
    ${lanes.map(({ side, name, c, of }, i) => {
      const [low, high] = [side.low[c], side.high[c]];
      const middle = (i + 0.5) * LANE;
      return svg`<text x="2" y=${middle + 4}>${name}</text>
        ${low && high ? svg`<path class=${of} d=${tracePath(low, high, scale, middle)} />` : ''}`;
    })}
    ${decisionStrip(a, 'A', 'a', below)}${decisionStrip(b, 'B', 'b', below + STRIP + 4)}
  </svg>`;
}

function decisionStrip({ decisions }: Side, name: string, of: string, y: number): SVGTemplateResult {
  const drawn = decisions.filter(({ s }) => s <= DRAWN_S);
  const width = (WIDTH - LEFT) / Math.max(1, drawn.length);
  return svg`<text x="2" y=${y + STRIP - 3}>${name}</text>
    ${drawn.map(({ s, intended, decided }) => {
      const state = intended === undefined ? 'open' : intended === decided ? 'right' : 'wrong';
      const height = state === 'right' ? STRIP : state === 'wrong' ? STRIP / 2 : 2;
      return svg`<rect class="${of} ${state}" x=${LEFT + (s / DRAWN_S) * (WIDTH - LEFT) - width} y=${y + STRIP - height}
        width=${width + 0.3} height=${height} />`;
    })}`;
}
