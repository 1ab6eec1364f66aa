export interface Tick {
  /** Place from the left edge as a share of the width. */
  readonly at: number;
  readonly text: string;
}

/** Least step of 1, 2 or 5 times a power of ten that parts a span into no more than so many. */
export function niceStep(span: number, parts: number): number {
  const least = span / Math.max(1, parts);
  const decade = 10 ** Math.floor(Math.log10(least));
  return ([1, 2, 5].find((step) => step * decade >= least * 0.999) ?? 10) * decade;
}

/**
 * Ticks from one value to another.
 * @param unit written behind the last one
 */
export function ticks(from: number, to: number, parts: number, unit: string): readonly Tick[] {
  const step = niceStep(to - from, parts);
  const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const first = Math.ceil(from / step - 1e-6);
  const count = Math.floor(to / step + 1e-6) - first + 1;
  return Array.from({ length: count }, (_, i) => {
    const value = (first + i) * step;
    return {
      at: (value - from) / (to - from),
      text: `${value.toFixed(digits)}${i === count - 1 ? ` ${unit}` : ''}`,
    };
  });
}
