import { px, svg, svgText } from './svg.js';

const WIDTH = 240;
const HEIGHT = 130;
const LEFT = 34;
const TOP = 10;
const BOTTOM = 22;

/** Accuracy at each level of one dial, from undisturbed on; levels stand evenly apart, whatever their size. */
export function levelPlot(
  title: string,
  levels: readonly string[],
  accuracies: readonly number[],
  undisturbed: number,
): string {
  const columns = [undisturbed, ...accuracies];
  const right = WIDTH - 12;
  const bottom = HEIGHT - BOTTOM;
  const x = (n: number): number => LEFT + 8 + (n * (right - LEFT - 8)) / Math.max(1, columns.length - 1);
  const y = (share: number): number => bottom - share * (bottom - TOP);
  const points = columns.map((share, n) => `${px(x(n))},${px(y(share))}`);
  const content = [0, 0.5, 1].flatMap((share) => [
    `<line class="axis" x1="${LEFT}" x2="${right}" y1="${px(y(share))}" y2="${px(y(share))}"/>`,
    svgText(LEFT - 5, y(share) + 4, `${100 * share}`, 'text-anchor="end" class="soft"'),
  ]);
  content.push(
    `<line class="reference" x1="${LEFT}" x2="${right}" y1="${px(y(undisturbed))}" y2="${px(y(undisturbed))}"/>`,
    `<polyline class="curve" points="${points.join(' ')}"/>`,
  );
  columns.forEach((share, n) => {
    const label = n === 0 ? 'none' : levels[n - 1];
    content.push(
      `<circle class="dot" cx="${px(x(n))}" cy="${px(y(share))}" r="4"><title>${label}: ${(100 * share).toFixed(1)} %</title></circle>`,
      svgText(x(n), HEIGHT - 6, label, 'text-anchor="middle" class="soft"'),
    );
  });
  return svg(WIDTH, HEIGHT, title, content);
}
