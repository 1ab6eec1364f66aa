import { log10, pow } from '../../ground/math/real.js';

/** Text that may stand in HTML and SVG, in attributes too. */
export function escaped(text: string | number): string {
  return String(text).replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

/** A share as a percentage with one decimal, such as `97.8 %`; a dash where there is none. */
export function percent1(share: number): string {
  return Number.isFinite(share) ? `${(100 * share).toFixed(1)} %` : '–';
}

/** Coordinates need no more than a tenth of a pixel. */
export function px(value: number): string {
  return String(Math.round(value * 10) / 10);
}

/** An SVG of a size, with a title for those who cannot see it. */
export function svg(width: number, height: number, title: string, content: readonly string[]): string {
  return (
    `<svg viewBox="0 0 ${px(width)} ${px(height)}" width="${px(width)}" height="${px(height)}" role="img" ` +
    `aria-label="${escaped(title)}"><title>${escaped(title)}</title>${content.join('')}</svg>`
  );
}

export function svgText(x: number, y: number, text: string | number, attributes = ''): string {
  return `<text x="${px(x)}" y="${px(y)}"${attributes && ` ${attributes}`}>${escaped(text)}</text>`;
}

/** Round values that divide a range into about `count` parts. */
export function ticks(low: number, high: number, count = 4): number[] {
  const span = high - low;
  if (!(span > 0)) return [low];
  const rough = span / count;
  const power = pow(10, Math.floor(log10(rough)));
  const step = ([1, 2, 2.5, 5, 10].find((m) => m * power >= rough) ?? 10) * power;
  const values: number[] = [];
  for (let n = Math.ceil(low / step - 1e-9); n * step <= high + 1e-9 * span; n++)
    values.push(Number((n * step).toPrecision(12)));
  return values;
}
