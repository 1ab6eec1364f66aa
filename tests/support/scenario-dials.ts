import type { Field } from '../../src/ground/signal/field.js';
import { scenarioFields } from '../../src/scenario/scenario.js';

type Path = readonly (string | number)[];

/** A field of scenarios that holds a value, and where it stands. */
export interface Dial {
  readonly path: Path;
  readonly field: Field;
}

/** Every dial of a scenario; of lists of groups those of the first item. */
export function dialsOf(scenario: unknown): Dial[] {
  // Muscles of many units are no other case, only slow ones.
  return within({ kind: 'group', explain: '', fields: scenarioFields }, scenario).filter(
    ({ path }) => path.at(-1) !== 'unitCount' && path[0] !== 'version',
  );
}

function within(field: Field, value: unknown, path: Path = []): Dial[] {
  if (field.kind === 'group')
    return Object.entries(field.fields).flatMap(([name, inner]) =>
      within(inner, Object(value)[name], [...path, name]),
    );
  if (field.kind === 'list' && field.item.kind === 'group')
    return within(field.item, Object(value)[0], [...path, 0]);
  return [{ path, field }];
}

/** A copy in which a dial stands at another value. */
export function turned(value: unknown, [key, ...rest]: Path, to: unknown): unknown {
  if (key === undefined) return to;
  const inner = turned(Object(value)[key], rest, to);
  if (Array.isArray(value)) return value.map((item: unknown, i) => (i === key ? inner : item));
  return { ...Object(value), [key]: inner };
}

/** Both ends of a number, all options of a choice; none where there are no ends. */
export function endsOf({ kind, ...field }: Field): unknown[] {
  if (kind === 'number' && 'min' in field) return [field.min, field.max];
  if (kind === 'choice' && 'options' in field) return [...field.options];
  return kind === 'boolean' ? [true, false] : [];
}
