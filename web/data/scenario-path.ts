import { isRecord, type Json } from './is-record.js';

export type Path = readonly (string | number)[];

/** Read a dotted path such as `electrodes.positions.0.angleDeg`. */
export function pathOf(dotted: string): Path {
  return dotted.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

/** Value at a path, or undefined where it leads nowhere. */
export function valueAt(tree: unknown, path: Path): unknown {
  let value: unknown = tree;
  for (const key of path) {
    if (Array.isArray(value)) value = value[Number(key)];
    else if (isRecord(value)) value = value[key];
    else return undefined;
  }
  return value;
}

/**
 * Smallest patch that sets one value. The wire replaces lists whole, so a path through a list carries a
 * copy of that list with the one change in it.
 */
export function patchFor(scenario: unknown, path: Path, value: unknown): Json {
  const [head, ...rest] = path;
  if (head === undefined) return isRecord(value) ? value : {};
  const inner = isRecord(scenario) ? scenario[head] : undefined;
  if (rest.length === 0) return { [head]: value };
  if (Array.isArray(inner)) return { [head]: withValue(inner, rest, value) };
  return { [head]: patchFor(inner, rest, value) };
}

/** Copy of a tree with one value changed. */
export function withValue(tree: unknown, path: Path, value: unknown): unknown {
  const [head, ...rest] = path;
  if (head === undefined) return value;
  if (Array.isArray(tree)) {
    const copy: unknown[] = [...tree];
    copy[Number(head)] = withValue(copy[Number(head)], rest, value);
    return copy;
  }
  const record = isRecord(tree) ? tree : {};
  return { ...record, [head]: withValue(record[head], rest, value) };
}

/** Copy of a tree without what lies at a path of names; the tree itself where nothing does. */
export function withoutValue(tree: unknown, path: Path): unknown {
  const [head, ...rest] = path;
  if (head === undefined || !isRecord(tree) || !Object.hasOwn(tree, head)) return tree;
  if (rest.length > 0) return { ...tree, [head]: withoutValue(tree[head], rest) };
  return Object.fromEntries(Object.entries(tree).filter(([name]) => name !== String(head)));
}

/** Merge a patch the way the server does: objects by key, lists and values whole. */
export function merged(tree: unknown, patch: unknown): unknown {
  if (!isRecord(patch) || !isRecord(tree)) return patch;
  const result: Record<string, unknown> = { ...tree };
  for (const [key, value] of Object.entries(patch)) result[key] = merged(tree[key], value);
  return result;
}
