import { shortNames } from '../../data/short-names.js';
import { placeLabel, type LabelSpace } from './sector-path.js';

/** A muscle with the size of its label, in mm. */
export interface LabelledSector {
  readonly angleDeg: number;
  readonly widthDeg: number;
  readonly innerRadiusMm: number;
  readonly outerRadiusMm: number;
  readonly halfWidth: number;
  readonly halfHeight: number;
}

export interface LabelPlace {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** Smaller than this a label cannot be read. */
const SMALLEST = 0.6;

/**
 * Places for the labels of muscles that may lie over one another: superficial muscles choose first; who finds its place
 * taken moves within its sector, then becomes smaller. Undefined where no place is left: the tooltip has the name.
 */
export function labelPlaces(
  sectors: readonly LabelledSector[],
  space: Pick<LabelSpace, 'outer' | 'inner'>,
): (LabelPlace | undefined)[] {
  const taken: { readonly at: LabelPlace; readonly of: LabelledSector }[] = [];
  const places = new Map<LabelledSector, LabelPlace>();
  const order = [...sectors].sort((a, b) => b.outerRadiusMm - a.outerRadiusMm || b.widthDeg - a.widthDeg);
  for (const of of order) {
    const at = candidates(of, space).find((place) => taken.every((other) => apart({ at: place, of }, other)));
    if (!at) continue;
    places.set(of, at);
    taken.push({ at, of });
  }
  return sectors.map((sector) => places.get(sector));
}

function candidates(sector: LabelledSector, space: Pick<LabelSpace, 'outer' | 'inner'>): LabelPlace[] {
  const { angleDeg, widthDeg, innerRadiusMm, outerRadiusMm } = sector;
  return [1, 0.85, 0.7].flatMap((size) =>
    [0, -0.22, 0.22, -0.4, 0.4].flatMap((aside) =>
      [0.46, 0.7, 0.25, 0.9].flatMap((outwards) => {
        const { x, y, scale } = placeLabel(
          angleDeg + aside * widthDeg,
          innerRadiusMm + outwards * (outerRadiusMm - innerRadiusMm),
          { halfWidth: size * sector.halfWidth, halfHeight: size * sector.halfHeight },
          { ...space, halfAngleDeg: widthDeg / 2 },
        );
        return size * scale >= SMALLEST ? [{ x, y, scale: size * scale }] : [];
      }),
    ),
  );
}

type Placed = { readonly at: LabelPlace; readonly of: LabelledSector };

function apart(a: Placed, b: Placed): boolean {
  const across = a.at.scale * a.of.halfWidth + b.at.scale * b.of.halfWidth;
  const along = a.at.scale * a.of.halfHeight + b.at.scale * b.of.halfHeight;
  return Math.abs(a.at.x - b.at.x) >= across || Math.abs(a.at.y - b.at.y) >= along;
}

/** What stands beside each electrode: its code or a short name of its own where there are few, else its number. */
export function electrodeLabels(names: readonly string[]): string[] {
  if (names.length > 16) return names.map((_, i) => String(i + 1));
  const firsts = names.map((name) => name.split(/[\s,]/u)[0] ?? '');
  const own = firsts.every((word) => word !== '' && word.length <= 4);
  return own && new Set(firsts).size === firsts.length ? firsts : shortNames(names, 9);
}

/** A row for each text, 0 to 2, in which it stands free of those before it; undefined where there is none. */
export function rowsOf(
  texts: readonly { readonly x: number; readonly halfWidth: number }[],
): (number | undefined)[] {
  const rows: { x: number; halfWidth: number }[][] = [[], [], []];
  return texts.map((text) => {
    const row = rows.findIndex((had) =>
      had.every(({ x, halfWidth }) => Math.abs(x - text.x) > halfWidth + text.halfWidth),
    );
    rows[row]?.push(text);
    return row < 0 ? undefined : row;
  });
}
