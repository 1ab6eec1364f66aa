import type { Field } from '../../ground/signal/field.js';
import { bodyFields, type BodyScenario } from './body-scenario.js';

/** What a change of the body costs: nothing, the next block, new templates, or a new stream. */
export type BodyChange = 'none' | 'block' | 'templates' | 'restart';

const order: readonly BodyChange[] = ['none', 'block', 'templates', 'restart'];

/** The dearest class among the fields in which two validated bodies differ. */
export function bodyChange(before: BodyScenario, after: BodyScenario): BodyChange {
  return compare({ kind: 'group', explain: '', fields: bodyFields }, before, after, 'restart');
}

function compare(field: Field, before: unknown, after: unknown, inherited: BodyChange): BodyChange {
  if (Object.is(before, after)) return 'none';
  // What belongs to the decoder costs the body nothing.
  const live = field.live === 'decoder' ? 'block' : (field.live ?? inherited);
  if (!isObject(before) || !isObject(after)) return live;
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  if (field.kind === 'list' && Object.keys(before).length !== Object.keys(after).length) return live;
  let dearest: BodyChange = 'none';
  for (const key of keys) {
    const inner =
      field.kind === 'group'
        ? field.fields[key]
        : field.kind === 'list'
          ? field.item
          : 'value' in field && field.value;
    const change = inner ? compare(inner, before[key], after[key], live) : live;
    if (order.indexOf(change) > order.indexOf(dearest)) dearest = change;
  }
  return dearest;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
