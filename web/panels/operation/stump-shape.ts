import type { Drawn } from './drawn-state.js';

/** End of the bone, mm below the top of the drawing. */
export const BONE_END = 178;
const TABLE = 250;
/** Height and half the width of the drawing, mm. */
export const TALL = 330;
export const HALF_WIDE = 160;
/** The ground that a foot stands on. */
export const GROUND = 312;

/** Height of what there is to see: a table needs less than a floor. */
export function tallOf({ socket, reamer, adapter, scale, leg }: Drawn): number {
  const below = Math.max(socket, reamer, adapter, scale, leg);
  return TABLE + below * (TALL - TABLE);
}

/** Thickness of soft tissue below the end of the bone but for fat and skin, and what of it is loose before. */
const COVER = 8;
const LOOSE = 22;

/** Where the skin ends below, mm. */
export function skinEnd({ loose, fatMm, skinMm }: Drawn): number {
  return BONE_END + COVER + LOOSE * loose + fatMm + skinMm;
}

/**
 * Outline of a stump, open at the top.
 * @param radius at its side, mm
 * @param end its lowest point, mm
 * @param top where it begins
 */
export function stumpPath(radius: number, end: number, top = 0): string {
  const shoulder = end - 0.95 * radius;
  const way = 0.62 * (end - shoulder);
  const r = radius.toFixed(2);
  const y = shoulder.toFixed(2);
  return (
    `M-${r} ${top}V${y}C-${r} ${(shoulder + way).toFixed(2)} -${(0.55 * radius).toFixed(2)} ${end.toFixed(2)} 0 ${end.toFixed(2)}` +
    `S${r} ${(shoulder + way).toFixed(2)} ${r} ${y}V${top}`
  );
}

/** A number for a path. */
export const at = (value: number): string => value.toFixed(2);
