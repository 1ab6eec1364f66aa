import { fieldWithin, liveClasses, type Field, type FieldGroup, type LiveClass } from './field.js';

/** A field in which two values differ. */
export interface FieldChange {
  /** Dotted path of the field; of the list, where it has another number of items. */
  readonly path: string;
  /** What the change costs. */
  readonly live: LiveClass;
}

/**
 * Where two validated values differ, field by field, in the order of the fields. Only what `fields` describe is
 * looked at, so that a part of a scenario can be compared by its part's fields.
 */
export function fieldChanges(fields: FieldGroup, before: unknown, after: unknown): FieldChange[] {
  const changes: FieldChange[] = [];
  collect({ kind: 'group', explain: '', fields }, before, after, '', 'body', changes);
  return changes;
}

/**
 * A validated value, with those fields of another one whose change may be adopted.
 * @param may whether fields of a class are adopted; the others stay as they are
 */
export function adopted<T>(fields: FieldGroup, before: T, after: T, may: (live: LiveClass) => boolean): T {
  return adopt({ kind: 'group', explain: '', fields }, before, after, 'body', may) as T;
}

function adopt(
  field: Field,
  before: unknown,
  after: unknown,
  inherited: LiveClass,
  may: (live: LiveClass) => boolean,
): unknown {
  const live = field.live ?? inherited;
  const keys = keysWithin(field, before, after);
  if (!keys) return may(live) ? after : before;
  const entries = keys.flatMap((key) => {
    const inner = fieldWithin(field, key);
    const value = inner && adopt(inner, valueOf(before, key), valueOf(after, key), live, may);
    return value === undefined ? [] : [[key, value] as const];
  });
  return field.kind === 'list' ? entries.map(([, value]) => value) : Object.fromEntries(entries);
}

/** The dearest of some changes; undefined where there are none. */
export function dearest(changes: readonly FieldChange[]): LiveClass | undefined {
  return liveClasses.findLast((live) => changes.some((change) => change.live === live));
}

function collect(
  field: Field,
  before: unknown,
  after: unknown,
  path: string,
  inherited: LiveClass,
  into: FieldChange[],
): void {
  if (Object.is(before, after)) return;
  const live = field.live ?? inherited;
  const keys = keysWithin(field, before, after);
  if (!keys) {
    into.push({ path, live });
    return;
  }
  for (const key of keys) {
    const inner = fieldWithin(field, key);
    const at = path ? `${path}.${key}` : key;
    if (inner) collect(inner, valueOf(before, key), valueOf(after, key), at, live, into);
  }
}

/** Keys to look into; undefined where values can only be compared as wholes. */
function keysWithin(field: Field, before: unknown, after: unknown): readonly string[] | undefined {
  if (typeof before !== 'object' || typeof after !== 'object' || !before || !after) return undefined;
  if (field.kind === 'group') return Object.keys(field.fields);
  const [was, is] = [Object.keys(before), Object.keys(after)];
  if (field.kind === 'map') return [...new Set([...was, ...is])];
  return field.kind === 'list' && was.length === is.length ? was : undefined;
}

function valueOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? Reflect.get(value, key)
    : undefined;
}
