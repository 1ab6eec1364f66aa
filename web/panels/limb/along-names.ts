import type { LimbGeometry } from '../../../src/protocol/server-messages.js';
import { shortNames } from '../../data/short-names.js';
import { phrase } from '../../texts/phrase.js';
import { electrodeLabels, rowsOf } from './label-places.js';
import { overlap } from '../../ui/label-box.js';
import { wrap } from './touch.js';

/** Height of letters, px, and width and height of a place for one, of that. */
const LETTERS_PX = 11;
const LETTER_WIDE = 0.62;
const LINE = 1.25;

/** A text of the long view. */
export interface AlongText {
  readonly text: string;
  readonly x: number;
  /** Base line. */
  readonly y: number;
  readonly halfWidth: number;
  readonly halfHeight: number;
}

/** Size of the long view. */
export interface AlongSize {
  /** Width of the unrolled limb, mm. */
  readonly wide: number;
  readonly mmPerPx: number;
  /** A knot that no name may cover. */
  readonly knot?: { readonly angle: number; readonly z: number } | undefined;
}

/**
 * Names in the long view, in mm: muscles in rows above, electrodes beside their points where one has room there. None lies
 * over another, whatever there is: who finds no place is left to the tooltip.
 */
export function alongNames(
  { electrodes, muscles }: LimbGeometry,
  places: readonly { readonly angle: number; readonly z: number }[],
  { wide, mmPerPx, knot }: AlongSize,
): { readonly texts: readonly AlongText[]; readonly head: number; readonly letters: number } {
  const letters = LETTERS_PX * mmPerPx;
  const halfOf = (text: string): number => (LETTER_WIDE / 2) * letters * text.length;
  const x = (deg: number): number => (wrap(deg) / 360) * wide;
  // A name that would stand out at a side is moved in.
  const within = (middle: number, half: number): number => {
    const most = Math.max(0, wide / 2 - half);
    return Math.min(most, Math.max(-most, middle));
  };
  const room = Math.max(
    4,
    Math.floor((3 * wide) / (LETTER_WIDE * letters * Math.max(1, muscles.length))) - 1,
  );
  const short = shortNames(
    muscles.map(({ name }) => phrase(name)),
    Math.min(14, room),
  );
  const above = short.map((text, i) => {
    const halfWidth = halfOf(text);
    return { text, x: within(x(muscles[i]?.angleDeg ?? 0), halfWidth), halfWidth };
  });
  const rows = rowsOf(above);
  const head = letters * (0.5 + LINE * (1 + Math.max(0, ...rows.map((row) => row ?? 0))));
  const top = Math.min(...places.map(({ z }) => z)) - ALONG_MARGIN_MM - head;
  const halfHeight = 0.55 * letters;
  const named: AlongText[] = above.flatMap((text, i) => {
    const row = rows[i];
    return row === undefined ? [] : [{ ...text, y: top + letters * (1 + LINE * row), halfHeight }];
  });
  const labels = electrodeLabels(electrodes.map(({ name }) => phrase(name)));
  const besides = places.flatMap(({ angle, z }, i) => {
    const text = labels[i] ?? '';
    const halfWidth = halfOf(text);
    return [1.5, -0.65].map((down) => ({
      electrode: i,
      text,
      x: within(x(angle), halfWidth),
      y: z + down * letters,
      halfWidth,
      halfHeight,
    }));
  });
  // Points are in the way of texts as well, and each electrode is named once.
  const boxAt = ({ angle, z }: { readonly angle: number; readonly z: number }, half: number) => ({
    x: x(angle),
    y: z + 0.35 * letters,
    halfWidth: half,
    halfHeight: half,
  });
  const points = places.map((place) => boxAt(place, 0.4 * letters));
  const knots = knot ? [boxAt(knot, 0.55 * letters)] : [];
  const kept: (AlongText & { electrode: number })[] = [];
  for (const side of [0, 1])
    for (const text of besides.filter((_, n) => n % 2 === side)) {
      if (kept.some(({ electrode }) => electrode === text.electrode)) continue;
      const inTheWay = [...knots, ...points.filter((_, i) => i !== text.electrode), ...kept];
      if (!inTheWay.some((other) => overlap(other, text))) kept.push(text);
    }
  return { texts: [...named, ...kept], head, letters };
}

/** Shown beyond the outermost electrodes, mm. */
export const ALONG_MARGIN_MM = 35;
