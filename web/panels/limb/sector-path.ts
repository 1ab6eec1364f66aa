const radians = (deg: number): number => (deg * Math.PI) / 180;

/** Point at a direction (0° = front = up, clockwise) and radius, in drawing units with y down. */
export function polar(angleDeg: number, radius: number): readonly [x: number, y: number] {
  return [radius * Math.sin(radians(angleDeg)), -radius * Math.cos(radians(angleDeg))];
}

/** Direction of a point, within [−180, 180). */
export function angleOf(x: number, y: number): number {
  return (Math.atan2(x, -y) * 180) / Math.PI;
}

/** Direction of the middle of some contacts, degrees. */
export function middleDeg(anglesDeg: readonly number[]): number {
  const points = anglesDeg.map((angle) => polar(angle, 1));
  return angleOf(
    points.reduce((sum, [x]) => sum + x, 0),
    points.reduce((sum, [, y]) => sum + y, 0),
  );
}

/** SVG path of a ring's sector around `angleDeg`, `widthDeg` wide. */
export function sectorPath(angleDeg: number, widthDeg: number, inner: number, outer: number): string {
  const half = Math.min(179.9, widthDeg / 2);
  const large = widthDeg > 180 ? 1 : 0;
  const at = (angle: number, radius: number): string =>
    polar(angle, radius)
      .map((value) => value.toFixed(2))
      .join(' ');
  const [a, b] = [angleDeg - half, angleDeg + half];
  return `M${at(a, outer)}A${outer} ${outer} 0 ${large} 1 ${at(b, outer)}L${at(b, inner)}A${inner} ${inner} 0 ${large} 0 ${at(a, inner)}Z`;
}

/** Space for a text of `halfWidth` × `halfHeight` about a point. */
export interface LabelSpace {
  /** Nothing of the text may lie beyond this radius: electrodes stand there. */
  readonly outer: number;
  /** Nor within this one: the bone. */
  readonly inner: number;
  /** Half of the sector; a label in front or behind may not reach far into its neighbours. */
  readonly halfAngleDeg?: number;
}

/**
 * Where a label stands best in its direction, and how much smaller it must be set to fit: as near to
 * `radius` as it can be without its corners leaving the space.
 */
export function placeLabel(
  angleDeg: number,
  radius: number,
  size: { readonly halfWidth: number; readonly halfHeight: number },
  space: LabelSpace,
): { readonly x: number; readonly y: number; readonly scale: number } {
  for (let scale = 1; scale > 0.66; scale -= 0.06) {
    const [w, h] = [size.halfWidth * scale, size.halfHeight * scale];
    for (let r = radius; r > space.inner; r -= 0.5) {
      const [x, y] = polar(angleDeg, r);
      const far = Math.hypot(Math.abs(x) + w, Math.abs(y) + h);
      const near = Math.hypot(Math.max(0, Math.abs(x) - w), Math.max(0, Math.abs(y) - h));
      if (near < space.inner) break;
      const chord = 1.2 * r * Math.sin(radians(Math.min(90, space.halfAngleDeg ?? 90)));
      const crowded = Math.abs(x) < r / 2 && w > chord;
      if (far <= space.outer && !crowded) return { x, y, scale };
    }
  }
  const [x, y] = polar(angleDeg, radius);
  return { x, y, scale: 0.7 };
}

/** A muscle's name on short lines: what stands in brackets is left to the tooltip. */
export function labelLines(name: string, longest = 10): string[] {
  const words = name
    .replace(/\s*\([^)]*\)/gu, '')
    .replace(/,/gu, '')
    .split(/\s+/u);
  const lines: string[] = [];
  for (const whole of words) {
    const word = whole.length > 12 ? `${whole.slice(0, 9)}.` : whole;
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= longest)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
