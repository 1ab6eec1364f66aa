import { RandomStream } from '../../src/ground/signal/random.js';

const strange: readonly unknown[] = [
  0,
  -1,
  1,
  0.5,
  3,
  1e20,
  1e308,
  -1e308,
  5e-324,
  -0.3,
  4294967296,
  null,
  true,
  '',
  'rest',
  'lda',
  '__proto__',
  [],
  {},
  [1e308],
];

/** Every list and object within a JSON value, itself included. */
function containersIn(value: unknown): (unknown[] | Record<string, unknown>)[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = value as unknown[] | Record<string, unknown>;
  return [own, ...Object.values(value).flatMap(containersIn)];
}

/**
 * Damage a JSON value: values replaced, scaled, dropped or swapped, lists cut short or grown. Each list or object is as
 * likely to be hit as another, however long. The same seed and number give the same damage.
 */
export function mutatedJson(valid: unknown, seed: number, n: number): unknown {
  const random = new RandomStream(seed, `fuzz-json/${n}`);
  const damaged: unknown = JSON.parse(JSON.stringify(valid));
  const containers = containersIn(damaged);
  for (let turns = 1 + random.integer(3); turns > 0; turns--) {
    const into = containers[random.integer(containers.length)] ?? [];
    const keys = Object.keys(into);
    const key = keys[random.integer(Math.max(1, keys.length))] ?? '0';
    const other = keys[random.integer(Math.max(1, keys.length))] ?? '0';
    const at = into as Record<string, unknown>;
    const kind = random.integer(6);
    if (kind <= 1) at[key] = strange[random.integer(strange.length)];
    else if (kind === 2 && typeof at[key] === 'number') at[key] = at[key] * 10 ** (random.integer(600) - 300);
    else if (kind === 3) [at[key], at[other]] = [at[other], at[key]];
    else if (kind === 4 && Array.isArray(into)) into.length = random.integer(into.length + 1);
    else if (kind === 5 && Array.isArray(into)) into.push(at[key]);
    else delete at[key];
  }
  return damaged;
}
