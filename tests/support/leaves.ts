import type { Field, FieldGroup } from '../../src/ground/signal/field.js';

/** Dotted paths of all fields that hold a value; items of a list of groups as `*`. */
export function leaves(fields: FieldGroup, prefix = ''): string[] {
  return Object.entries(fields).flatMap(([name, field]) => leavesOf(field, `${prefix}${name}`));
}

function leavesOf(field: Field, path: string): string[] {
  if (field.kind === 'group') return leaves(field.fields, `${path}.`);
  if (field.kind === 'list' && field.item.kind === 'group') return leaves(field.item.fields, `${path}.*.`);
  return [path];
}

/** A path with the items of lists as `*`, as {@link leaves} writes it. */
export const general = (path: string): string => path.replace(/\.\d+(?=\.|$)/g, '.*');
