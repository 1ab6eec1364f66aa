import * as fc from 'fast-check';
import type { Field, FieldGroup } from '../../src/ground/signal/field.js';

/** Any value that a field allows; lists and maps stay short. */
export function anyOf(field: Field): fc.Arbitrary<unknown> {
  switch (field.kind) {
    case 'number':
      return field.integer
        ? fc.integer({ min: field.min, max: field.max })
        : fc.double({ min: field.min, max: field.max, noNaN: true });
    case 'choice':
      return fc.constantFrom(...field.options);
    case 'boolean':
      return fc.boolean();
    case 'text':
      return fc.string({ maxLength: Math.min(4, field.maxLength ?? 4) });
    case 'list':
      return fc.array(anyOf(field.item), {
        minLength: field.minItems,
        maxLength: Math.min(field.maxItems, field.minItems + 2),
      });
    case 'map': {
      const key = field.keys ? fc.constantFrom(...field.keys) : fc.string({ minLength: 1, maxLength: 3 });
      return fc.dictionary(key, anyOf(field.value), { maxKeys: 3, noNullPrototype: true });
    }
    case 'group':
      return anyGroup(field.fields);
  }
}

/** Any values of a group of fields. */
export function anyGroup(fields: FieldGroup): fc.Arbitrary<Record<string, unknown>> {
  const values = Object.entries(fields).map(([name, field]) => [name, anyOf(field)] as const);
  return fc.record(Object.fromEntries(values), { noNullPrototype: true });
}
