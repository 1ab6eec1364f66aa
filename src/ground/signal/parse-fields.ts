import { distance } from 'fastest-levenshtein';
import * as z from 'zod/mini';
import { ConfigError } from './errors.js';
import { recordOf } from './record-schema.js';
import {
  fieldAt,
  fieldWithin,
  group,
  type ChoiceField,
  type Field,
  type FieldGroup,
  type GroupValue,
  type NumberField,
} from './field.js';

/**
 * Validate a value against field descriptions, filling in defaults.
 *
 * @param fields what is allowed
 * @param value anything, such as parsed JSON
 * @param path dotted prefix for error messages
 * @param words allowed in open choices and as keys of open maps, beside their own
 * @throws ConfigError that names the first wrong field, what was got, what is allowed and what to write
 * @example parseFields({ gain: number({ unit: '1', default: 1, min: 0, max: 10, explain: 'gain' }) }, {}) // { gain: 1 }
 */
export function parseFields<const G extends FieldGroup>(
  fields: G,
  value: unknown,
  path = '',
  words: readonly string[] = [],
): GroupValue<G> {
  const parsed = schemaOf(fields).safeParse(value);
  if (parsed.success) {
    const foreign = foreignWord(group('', fields), parsed.data, words);
    if (foreign) throw explain(fields, parsed.data, foreign.at, foreign.key, path, words);
    return parsed.data as GroupValue<G>;
  }
  const issue = parsed.error.issues[0];
  if (!issue) throw new ConfigError(`${path || 'value'}: not valid`);
  throw explain(
    fields,
    value,
    issue.path as (string | number)[],
    issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined,
    path,
    words,
  );
}

/** The default of every field in a group. */
export function defaultsOf<const G extends FieldGroup>(fields: G): GroupValue<G> {
  return parseFields(fields, {});
}

/** Zod schema of a group of fields: unknown keys are refused, missing ones take their default. */
export function schemaOf(fields: FieldGroup): z.ZodMiniType {
  const known = schemas.get(fields);
  if (known) return known;
  const shape: Record<string, z.ZodMiniType> = {};
  for (const [name, field] of Object.entries(fields)) shape[name] = fieldSchema(field);
  const schema = z.strictObject(shape);
  schemas.set(fields, schema);
  return schema;
}

const schemas = new WeakMap<FieldGroup, z.ZodMiniType>();

/** Schema of a field that takes its default where it is absent. */
function fieldSchema(field: Field): z.ZodMiniType {
  switch (field.kind) {
    case 'list':
    case 'map':
      // Prefault rather than default: items and values fill in their own defaults.
      return z.prefault(presentSchema(field), field.default as never);
    case 'group':
      return z.prefault(presentSchema(field), {});
    default:
      return z._default(presentSchema(field), field.default);
  }
}

/** Schema of a field that is there. */
function presentSchema(field: Field): z.ZodMiniType {
  switch (field.kind) {
    case 'number': {
      const bounded = z.number().check(z.minimum(field.min), z.maximum(field.max));
      return field.integer ? bounded.check(z.int()) : bounded;
    }
    case 'choice':
      return field.open ? word : z.enum(field.options as readonly [string, ...string[]]);
    case 'boolean':
      return z.boolean();
    case 'text':
      return z.string().check(z.maxLength(field.maxLength ?? 200));
    case 'list':
      return z
        .array(presentSchema(field.item))
        .check(z.minLength(field.minItems), z.maxLength(field.maxItems));
    case 'map': {
      const value = presentSchema(field.value);
      if (!field.keys || field.open) return recordOf(value);
      // Strict rather than a record of an enum, so that every key may be absent.
      return z.strictObject(Object.fromEntries(field.keys.map((key) => [key, z.optional(value)])));
    }
    case 'group': {
      const { shorthand } = field;
      const whole = schemaOf(field.fields);
      if (shorthand === undefined) return whole;
      return z.pipe(
        z.transform((value) => longhand(value, shorthand)),
        whole,
      );
    }
  }
}

/** What may stand in an open choice: which words are allowed is looked up once all is known to be of its kind. */
const word = z.string().check(z.minLength(1), z.maxLength(64));

/** The first word in an open choice, or key of an open map, that is none of its own nor of `words`. */
function foreignWord(
  field: Field,
  value: unknown,
  words: readonly string[],
  at: readonly (string | number)[] = [],
): { at: (string | number)[]; key?: string } | undefined {
  if (field.kind === 'choice')
    return field.open && !isAmong(field.options, value) && !isAmong(words, value)
      ? { at: [...at] }
      : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    if (field.kind === 'map' && field.open && !isAmong(field.keys, key) && !isAmong(words, key))
      return { at: [...at], key };
    const place = field.kind === 'list' ? Number(key) : key;
    const within = fieldWithin(field, place);
    const found = within && foreignWord(within, inner, words, [...at, place]);
    if (found) return found;
  }
  return undefined;
}

const isAmong = (words: readonly string[] = [], value: unknown): boolean =>
  words.some((known) => known === value);

/** A bare value as the group that it stands for. */
export function longhand(value: unknown, shorthand: string): unknown {
  return typeof value === 'object' || value === undefined ? value : { [shorthand]: value };
}

/** The name in `candidates` that a mistyped name most likely meant, if any is near. */
export function closest(name: string, candidates: readonly string[]): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(2, name.length / 3) + 1;
  for (const candidate of candidates) {
    const typed = name.toLowerCase();
    const known = candidate.toLowerCase();
    // The start of a long name counts too, a little less than the whole.
    const d = Math.min(distance(typed, known), distance(typed, known.slice(0, typed.length)) + 1);
    if (d < bestDistance) [best, bestDistance] = [candidate, d];
  }
  return best;
}

/**
 * What a field allows, as a phrase that follows “expected”.
 * @param words allowed in an open choice beside its own
 */
export function allowed(field: Field, words: readonly string[] = []): string {
  switch (field.kind) {
    case 'number':
      return `${field.integer ? 'an integer' : 'a number'} within [${field.min}, ${field.max}]${unitOf(field)}`;
    case 'choice':
      return `one of ${optionsOf(field, words).join(', ')}`;
    case 'boolean':
      return 'true or false';
    case 'text':
      return `a text of at most ${field.maxLength ?? 200} characters`;
    case 'list':
      return `a list of ${field.minItems} to ${field.maxItems} items`;
    case 'map':
      return field.keys ? `an object with keys among ${field.keys.join(', ')}` : 'an object';
    case 'group':
      return `an object with fields among ${Object.keys(field.fields).join(', ')}`;
  }
}

function optionsOf({ options, open }: ChoiceField, words: readonly string[]): readonly string[] {
  return open ? [...options, ...words] : options;
}

function keysOf(field: Field, words: readonly string[]): readonly string[] {
  if (field.kind === 'group') return Object.keys(field.fields);
  if (field.kind !== 'map') return [];
  return [...(field.keys ?? []), ...(field.open ? words : [])];
}

function unitOf(field: NumberField): string {
  return field.unit === '1' || field.unit === '' ? '' : ` ${field.unit}`;
}

function explain(
  fields: FieldGroup,
  value: unknown,
  at: (string | number)[],
  unknownKey: string | undefined,
  prefix: string,
  words: readonly string[],
): ConfigError {
  const dotted = [prefix, ...at].filter((part) => part !== '').join('.');
  const field: Field = fieldAt(fields, at) ?? { kind: 'group', explain: '', fields };
  if (unknownKey !== undefined) {
    const candidates = keysOf(field, words);
    const guess = closest(unknownKey, candidates);
    const name = dotted ? `${dotted}.${unknownKey}` : unknownKey;
    return new ConfigError(`unknown field ${name}`, {
      field: name,
      hint: guess
        ? `Did you mean ${dotted ? `${dotted}.` : ''}${guess}?`
        : `Fields here: ${candidates.join(', ')}.`,
    });
  }
  const { got, depth } = found(value, at);
  const reached = at.slice(0, depth);
  const name = [prefix, ...reached].filter((part) => part !== '').join('.') || 'value';
  const guess =
    field.kind === 'choice' && typeof got === 'string' ? closest(got, optionsOf(field, words)) : undefined;
  return new ConfigError(`${name}: got ${show(got)}, expected ${allowed(field, words)}`, {
    field: name,
    hint: guess
      ? `Did you mean ${guess}?`
      : 'default' in field && typeof field.default !== 'object'
        ? `For example ${JSON.stringify({ [String(reached.at(-1) ?? 'value')]: field.default })}: ${field.explain}`
        : field.explain,
  });
}

/** What stands at a path, and how far the path leads: a bare value that stands for a group ends it. */
function found(value: unknown, at: readonly (string | number)[]): { got: unknown; depth: number } {
  let got = value;
  for (const [depth, key] of at.entries()) {
    if (typeof got !== 'object' && got !== undefined) return { got, depth };
    got = (got as Record<string | number, unknown> | null | undefined)?.[key];
  }
  return { got, depth: at.length };
}

function show(value: unknown): string {
  if (typeof value === 'number' || value === undefined) return String(value);
  const json = JSON.stringify(value) ?? String(value);
  return json.length > 60 ? `${json.slice(0, 57)}…` : json;
}
