import { isRecord } from './is-record.js';

/** Patch that turns `from` into `to`; undefined when they are equal. */
export function difference(from: unknown, to: unknown): unknown {
  if (isRecord(from) && isRecord(to)) {
    const patch: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(to)) {
      const change = difference(from[key], value);
      if (change !== undefined) patch[key] = change;
    }
    return Object.keys(patch).length > 0 ? patch : undefined;
  }
  return JSON.stringify(from) === JSON.stringify(to) ? undefined : to;
}
