/** Amplitudes of channels, named `c0`, `c1` …; other names are passed over. */
export type Amplitudes = Readonly<Record<string, number>>;

const values = (of: Amplitudes): number[] =>
  Object.entries(of).flatMap(([name, value]) => (/^c\d+$/u.test(name) ? [value] : []));

/** How far apart two patterns are, whatever their size: 0 the same, 1 nothing in common (one minus their cosine). */
export function patternsApart(a: Amplitudes, b: Amplitudes): number {
  const dot = (x: readonly number[], y: readonly number[]): number =>
    x.reduce((sum, value, i) => sum + value * (y[i] ?? 0), 0);
  const [one, other] = [values(a), values(b)];
  return 1 - dot(one, other) / Math.sqrt(dot(one, one) * dot(other, other));
}
