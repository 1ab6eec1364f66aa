import type {
  Field,
  FieldGroup,
  ListField,
  NumberField,
  TextField,
} from '../../../src/ground/signal/field.js';

/** A field that holds words or numbers one after the other, such as features. */
export type ListOfValues = ListField<TextField | NumberField>;
/** A field that can be set otherwise in B by what fits into one line. */
export type Comparable = Extract<Field, { kind: 'number' | 'choice' | 'boolean' }> | ListOfValues;

/** Fields of one line below some, by their dotted path; those within lists and maps are left out: there are many of each. */
export function comparableFields(fields: FieldGroup, path = ''): [path: string, field: Comparable][] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const at = path ? `${path}.${name}` : name;
    if (field.kind === 'group') return comparableFields(field.fields, at);
    return isComparable(field) ? [[at, field]] : [];
  });
}

function isComparable(field: Field): field is Comparable {
  if (field.kind === 'list') return field.item.kind === 'text' || field.item.kind === 'number';
  return field.kind === 'number' || field.kind === 'choice' || field.kind === 'boolean';
}

/** What somebody wrote, as a value of a field; undefined where it is none. */
export function valueWritten(field: Comparable, text: string): unknown {
  if (field.kind === 'list') return listWritten(field, text);
  if (field.kind === 'boolean') return text === 'true' ? true : text === 'false' ? false : undefined;
  if (field.kind === 'choice') return text || undefined;
  return numberWritten(field, text);
}

function numberWritten({ min, max }: NumberField, text: string): number | undefined {
  const value = Number(text);
  return text.trim() !== '' && value >= min && value <= max ? value : undefined;
}

/** Items with commas or spaces between them. Whether there is a feature of such a name, whoever uses it says. */
function listWritten({ item, minItems, maxItems }: ListOfValues, text: string): unknown {
  const words = text.split(/[\s,;]+/u).filter((word) => word !== '');
  if (words.length < minItems || words.length > maxItems) return undefined;
  if (item.kind === 'text') return words;
  const numbers = words.map((word) => numberWritten(item, word));
  return numbers.includes(undefined) ? undefined : numbers;
}

/** A value of a field as it would be written. */
export function written(value: unknown): string {
  return Array.isArray(value) ? value.join(', ') : String(value);
}
