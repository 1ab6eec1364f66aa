import { overlap, type LabelBox } from '../../ui/label-box.js';
import { polar } from './sector-path.js';

/** A text beside something on a circle, and half its size, mm. */
export interface RoundText {
  readonly angleDeg: number;
  readonly halfWidth: number;
  readonly halfHeight: number;
}

/** Middle of a text, mm. */
export interface TextPlace {
  readonly x: number;
  readonly y: number;
}

/** How far a text may stand from its own direction, deg: farther off it would be taken for its neighbour's. */
const ASIDE_DEG = [0, 3, -3, 6, -6, 9, -9] as const;
/** How much farther out it may go, of its height. */
const OUTWARDS = [0, 1.1, 2.2] as const;

/**
 * Places for texts all around a circle: none of them reaches into it, none lies over another. Undefined where there is no
 * place: the tooltip has the name.
 * @param radius that nothing of a text comes within, mm
 */
export function outsideLabels(texts: readonly RoundText[], radius: number): (TextPlace | undefined)[] {
  const taken: LabelBox[] = [];
  return texts.map((text) => {
    for (const outwards of OUTWARDS)
      for (const aside of ASIDE_DEG) {
        const at = besides(text, text.angleDeg + aside, radius + outwards * 2 * text.halfHeight);
        const box = { ...at, halfWidth: text.halfWidth, halfHeight: text.halfHeight };
        if (taken.some((other) => overlap(box, other))) continue;
        taken.push(box);
        return at;
      }
    return undefined;
  });
}

/** Half the width and height of a drawing about the origin in which all boxes stand. */
export function extentOf(
  boxes: readonly LabelBox[],
  least: number,
): { readonly x: number; readonly y: number } {
  return {
    x: Math.max(least, ...boxes.map(({ x, halfWidth }) => Math.abs(x) + halfWidth)),
    y: Math.max(least, ...boxes.map(({ y, halfHeight }) => Math.abs(y) + halfHeight)),
  };
}

/** The nearest place in a direction at which a text stays clear of the circle. */
function besides({ halfWidth, halfHeight }: RoundText, angleDeg: number, radius: number): TextPlace {
  for (let out = radius; ; out += 0.02 * radius) {
    const [x, y] = polar(angleDeg, out);
    const near = Math.hypot(Math.max(0, Math.abs(x) - halfWidth), Math.max(0, Math.abs(y) - halfHeight));
    if (near >= radius) return { x, y };
  }
}
