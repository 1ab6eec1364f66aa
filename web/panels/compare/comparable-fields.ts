import type { Field, FieldGroup } from '../../../src/ground/signal/field.js';

/** A field that can be set otherwise in B by one value. */
export type OneValue = Extract<Field, { kind: 'number' | 'choice' | 'boolean' }>;

/** Fields of one value below some, by their dotted path; those within lists and maps are left out: there are many of each. */
export function comparableFields(fields: FieldGroup, path = ''): [path: string, field: OneValue][] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const at = path ? `${path}.${name}` : name;
    if (field.kind === 'group') return comparableFields(field.fields, at);
    return field.kind === 'number' || field.kind === 'choice' || field.kind === 'boolean'
      ? [[at, field]]
      : [];
  });
}

/** What somebody wrote, as a value of a field; undefined where it is none. */
export function valueWritten(field: OneValue, text: string): number | string | boolean | undefined {
  if (field.kind === 'boolean') return text === 'true' ? true : text === 'false' ? false : undefined;
  if (field.kind === 'choice') return text || undefined;
  const value = Number(text);
  return text.trim() !== '' && value >= field.min && value <= field.max ? value : undefined;
}
