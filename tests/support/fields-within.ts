import type { Field } from '../../src/ground/signal/field.js';

/** Every field below some, with the name that it stands under: within groups, and as the item of lists and mappings. */
export function* fieldsWithin(
  fields: Readonly<Record<string, Field>>,
): Generator<{ readonly key: string; readonly field: Field }> {
  for (const [key, field] of Object.entries(fields)) yield* within(key, field);
}

function* within(key: string, field: Field): Generator<{ readonly key: string; readonly field: Field }> {
  yield { key, field };
  if (field.kind === 'group') yield* fieldsWithin(field.fields);
  else if (field.kind === 'list') yield* within(key, field.item);
  else if (field.kind === 'map') yield* within(key, field.value);
}
