import { px, svg, svgText } from './svg.js';

const CELL = 44;
const LETTER = 6.2;

/** Confusion as a grid: rows truth, columns decision, shade and number by share of the row. */
export function confusionPlot(
  classes: readonly string[],
  confusion: readonly (readonly number[])[],
  title = 'Confusion',
): string {
  const margin = 14 + LETTER * Math.max(...classes.map((name) => name.length));
  const size = classes.length * CELL;
  const content: string[] = [];
  classes.forEach((truth, r) => {
    const row = confusion[r] ?? [];
    const total = row.reduce((sum, count) => sum + count, 0);
    const y = margin + r * CELL;
    content.push(svgText(margin - 6, y + CELL / 2 + 4, truth, 'text-anchor="end"'));
    content.push(
      svgText(
        0,
        0,
        truth,
        `transform="translate(${px(margin + r * CELL + CELL / 2 + 4)} ${px(margin - 6)}) rotate(-90)"`,
      ),
    );
    classes.forEach((_, c) => {
      const share = total > 0 ? (row[c] ?? 0) / total : 0;
      const x = margin + c * CELL;
      content.push(
        `<rect class="cell" x="${px(x + 1)}" y="${px(y + 1)}" width="${CELL - 2}" height="${CELL - 2}" rx="3" ` +
          `fill-opacity="${(0.05 + 0.75 * share).toFixed(3)}"><title>${row[c] ?? 0} windows</title></rect>`,
      );
      if ((row[c] ?? 0) > 0)
        content.push(svgText(x + CELL / 2, y + CELL / 2 + 4, shown(share), 'text-anchor="middle"'));
    });
  });
  return svg(margin + size + 4, margin + size + 4, title, content);
}

/** Percent, one decimal where it would round to nothing. */
function shown(share: number): string {
  return 100 * share < 1 ? (100 * share).toFixed(1) : (100 * share).toFixed(0);
}
