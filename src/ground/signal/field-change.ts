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
