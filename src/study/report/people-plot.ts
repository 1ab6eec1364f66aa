import type { PeopleMean } from '../people-mean.js';
import { escaped, px, svg, svgText, ticks } from './svg.js';

/** One row of a plot of people, or of folds: a dot for each, and their mean with its interval. */
export interface PeopleRow {
  readonly label: string;
  readonly people: readonly { readonly name: string; readonly value: number }[];
  readonly mean: PeopleMean;
}

/** What a plot of people shows, and how large it is. */
export interface PeopleAxes {
  readonly title: string;
  readonly x: string;
  readonly width?: number;
  /** Room for the labels, at the left. */
  readonly left?: number;
  /** A value that is marked by a line, such as no loss. */
  readonly reference?: number;
}

const ROW = 24;
const TOP = 8;
const BOTTOM = 40;
const RIGHT = 14;

/** Each person as a dot, one row below the other; bars are 95 % intervals of the mean. */
export function peoplePlot(
  rows: readonly PeopleRow[],
  { title, x: name, width = 760, left = 220, reference }: PeopleAxes,
): string {
  const height = TOP + ROW * rows.length + BOTTOM;
  const [low, high] = range(rows, reference);
  const x = (value: number): number => left + ((value - low) / (high - low)) * (width - left - RIGHT);
  const bottom = height - BOTTOM;
  const content = ticks(low, high, Math.max(3, Math.round(width / 110))).flatMap((value) => [
    `<line class="axis" x1="${px(x(value))}" x2="${px(x(value))}" y1="${TOP}" y2="${px(bottom)}"/>`,
    svgText(x(value), bottom + 15, value, 'text-anchor="middle" class="soft"'),
  ]);
  if (reference !== undefined)
    content.push(
      `<line class="reference" x1="${px(x(reference))}" x2="${px(x(reference))}" y1="${TOP}" y2="${px(bottom)}"/>`,
    );
  content.push(svgText((left + width - RIGHT) / 2, height - 6, name, 'text-anchor="middle" class="soft"'));
  rows.forEach((row, r) => content.push(...rowOf(row, TOP + ROW * (r + 0.5), left, x)));
  return svg(width, height, title, content);
}

function rowOf({ label, people, mean }: PeopleRow, y: number, left: number, x: (value: number) => number) {
  const content = [svgText(left - 8, y + 4, label, 'text-anchor="end"')];
  if (Number.isFinite(mean.low))
    content.push(
      `<line class="curve" x1="${px(x(mean.low))}" x2="${px(x(mean.high))}" y1="${px(y)}" y2="${px(y)}"/>`,
    );
  for (const { name, value } of people.filter((one) => Number.isFinite(one.value)))
    content.push(
      `<circle class="dot" cx="${px(x(value))}" cy="${px(y)}" r="4" fill-opacity="0.6"><title>${escaped(`${label}, ${name}: ${value.toFixed(1)}`)}</title></circle>`,
    );
  if (mean.n > 0)
    content.push(
      `<line class="curve" x1="${px(x(mean.mean))}" x2="${px(x(mean.mean))}" y1="${px(y - 9)}" y2="${px(y + 9)}"><title>${escaped(`${label}: mean ${mean.mean.toFixed(1)} of ${mean.n}`)}</title></line>`,
    );
  return content;
}

function range(rows: readonly PeopleRow[], reference: number | undefined): [low: number, high: number] {
  const values = [
    ...rows.flatMap(({ people, mean }) => [...people.map(({ value }) => value), mean.low, mean.high]),
    ...(reference === undefined ? [] : [reference]),
  ].filter(Number.isFinite);
  if (values.length === 0) return [0, 1];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const pad = high > low ? 0.04 * (high - low) : 1;
  return [low - pad, high + pad];
}
