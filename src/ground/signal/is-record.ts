/** A plain object read from outside. */
export type Json = Readonly<Record<string, unknown>>;

/** True for objects that are neither null nor a list. */
export function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
