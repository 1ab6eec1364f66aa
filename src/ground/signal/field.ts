import type { SourceRef } from '../sources/index.js';

/**
 * Descriptions of scenario fields. One description per field says its unit, default, range, meaning and
 * source; validation, documentation, command-line flags and the dials of the page are all read from it.
 * Each part of the house keeps the descriptions of the fields it uses; the roof joins them.
 */

/**
 * What a change of a field costs while the stream runs, from cheap to dear: nothing but the next `block`; new
 * `templates`, derived aside and cross-faded; training the `decoder` anew; a new `body`, with which the sample index
 * runs on and the decoder stays; or another `person` or signal, of whom nothing learned holds.
 */
export const liveClasses = ['block', 'templates', 'decoder', 'body', 'person'] as const;
/** What a change costs. */
export type LiveClass = (typeof liveClasses)[number];

/** What every field says of itself. */
export interface Described {
  /** One line a newcomer understands. */
  readonly explain: string;
  /** What stands behind the field, as ids of the registry of sources. */
  readonly source?: SourceRef;
  /**
   * True where no measurement stands behind the value or its effect. What shows the field asks `isAssumption`, which
   * knows of sources that nobody has read, too.
   */
  readonly assumption?: boolean;
  /** Human label; derived from the key where absent. */
  readonly label?: string;
  /**
   * What a change costs while the stream runs. Where absent, what the group, list or map around it says; `body` where
   * none says anything. A list's own word is also the price of another number of items.
   */
  readonly live?: LiveClass;
}

/** A number within a range. */
export interface NumberField extends Described {
  readonly kind: 'number';
  /** Unit as shown, such as `mm`; '1' or '%' for ratios. The field's name ends in it where it has one. */
  readonly unit: string;
  readonly default: number;
  readonly min: number;
  readonly max: number;
  readonly integer?: boolean;
  /** Step of a dial. */
  readonly step?: number;
}

/** One of a few words. */
export interface ChoiceField<T extends string = string> extends Described {
  readonly kind: 'choice';
  readonly options: readonly T[];
  /** True where words that the reader of the fields gives are allowed beside the options. */
  readonly open?: boolean;
  readonly default: T;
}

/** Yes or no. */
export interface BooleanField extends Described {
  readonly kind: 'boolean';
  readonly default: boolean;
}

/** A text. */
export interface TextField extends Described {
  readonly kind: 'text';
  readonly default: string;
  readonly maxLength?: number;
}

/** An ordered list of like items. */
export interface ListField<F extends Field = Field> extends Described {
  readonly kind: 'list';
  readonly item: F;
  readonly minItems: number;
  readonly maxItems: number;
  readonly default: readonly unknown[];
}

/** A mapping from names to like values, such as movement → activation. */
export interface MapField<F extends Field = Field> extends Described {
  readonly kind: 'map';
  readonly keys?: readonly string[];
  /** True where words that the reader of the fields gives are allowed beside the keys. */
  readonly open?: boolean;
  readonly value: F;
  readonly default: Readonly<Record<string, unknown>>;
}

/** Fields within a field. */
export interface GroupField<G extends FieldGroup = FieldGroup> extends Described {
  readonly kind: 'group';
  readonly fields: G;
  /** Field within that a bare value stands for: with `number`, 7 is `{ number: 7 }`. */
  readonly shorthand?: Extract<keyof G, string>;
}

/** Description of one field. */
export type Field = NumberField | ChoiceField | BooleanField | TextField | ListField | MapField | GroupField;

/** Named fields that belong together. */
export interface FieldGroup {
  readonly [name: string]: Field;
}

/** The value a field describes. */
export type ValueOf<F> = F extends NumberField
  ? number
  : F extends ChoiceField<infer T>
    ? T
    : F extends BooleanField
      ? boolean
      : F extends TextField
        ? string
        : F extends ListField<infer I>
          ? ValueOf<I>[]
          : F extends MapField<infer V>
            ? Record<string, ValueOf<V>>
            : F extends GroupField<infer G>
              ? GroupValue<G>
              : never;

/** The object a group of fields describes. */
export type GroupValue<G extends FieldGroup> = { -readonly [K in keyof G]: ValueOf<G[K]> };

/** Description of what lies at one key of a field, or undefined where nothing does. */
export function fieldWithin(field: Field, key: string | number): Field | undefined {
  switch (field.kind) {
    case 'group':
      return Object.hasOwn(field.fields, key) ? field.fields[key] : undefined;
    case 'list':
      return field.item;
    case 'map':
      return field.value;
    default:
      return undefined;
  }
}

/** Field description at a path, or undefined where the path leads nowhere. */
export function fieldAt(fields: FieldGroup, path: readonly (string | number)[]): Field | undefined {
  let field: Field | undefined = { kind: 'group', explain: '', fields };
  for (const key of path) field = field && fieldWithin(field, key);
  return field;
}

/** What a change at a path costs: the innermost word that is said of it. */
export function liveAt(fields: FieldGroup, path: readonly (string | number)[]): LiveClass {
  const said = path.map((_, depth) => fieldAt(fields, path.slice(0, depth + 1))?.live);
  return said.findLast((live) => live !== undefined) ?? 'body';
}

/** A field description without its kind, as the factories take it. */
export type Of<F extends Described> = Omit<F, 'kind'>;

/** Describe a number. */
export const number = (field: Of<NumberField>): NumberField => ({ kind: 'number', ...field });
/** Describe a choice; its value is one of the words, as a type. */
export const choice = <const T extends string>(field: Of<ChoiceField<T>>): ChoiceField<T> => ({
  kind: 'choice',
  ...field,
});
/** Describe a yes or no. */
export const flag = (field: Of<BooleanField>): BooleanField => ({ kind: 'boolean', ...field });
/** Describe a text. */
export const text = (field: Of<TextField>): TextField => ({ kind: 'text', ...field });
/** Describe a list of like items. */
export const list = <F extends Field>(field: Of<ListField<F>>): ListField<F> => ({ kind: 'list', ...field });
/** Describe a mapping from names to like values. */
export const map = <F extends Field>(field: Of<MapField<F>>): MapField<F> => ({ kind: 'map', ...field });
/** Describe a group of fields. */
export const group = <G extends FieldGroup>(explain: string, fields: G): GroupField<G> => ({
  kind: 'group',
  explain,
  fields,
});
