import { px, svg, svgText } from './svg.js';

const SIZE = 220;
const LEFT = 26;

/** A square map of values from 0 to 1, the darker the higher; rows and columns counted from 1. */
export function mapPlot(title: string, values: readonly (readonly number[])[]): string {
  const cell = (SIZE - LEFT) / Math.max(1, values.length);
  const content = values.flatMap((row, r) => [
    svgText(LEFT - 5, LEFT + (r + 0.5) * cell + 4, r + 1, 'text-anchor="end" class="soft"'),
    svgText(LEFT + (r + 0.5) * cell, LEFT - 6, r + 1, 'text-anchor="middle" class="soft"'),
    ...row.map(
      (value, c) =>
        `<rect class="cell" x="${px(LEFT + c * cell)}" y="${px(LEFT + r * cell)}" width="${px(cell - 1)}" height="${px(cell - 1)}" ` +
        `fill-opacity="${(0.04 + 0.9 * Math.min(1, Math.max(0, value))).toFixed(3)}"><title>${r + 1}, ${c + 1}: ${value.toFixed(2)}</title></rect>`,
    ),
  ]);
  return svg(SIZE, SIZE, title, content);
}
