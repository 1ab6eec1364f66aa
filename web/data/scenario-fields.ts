import type { Field, FieldGroup } from '../../src/ground/signal/field.js';

let loading: Promise<FieldGroup> | undefined;
let loaded: FieldGroup | undefined;

/** Descriptions of every field of a scenario. Loaded after the page stands: they are text, and long. */
export function loadFields(): Promise<FieldGroup> {
  loading ??= import('../../src/scenario/scenario.js').then((module) => (loaded = module.scenarioFields));
  return loading;
}

/** The descriptions, once loaded. */
export function fieldsNow(): FieldGroup | undefined {
  return loaded;
}

/** Dotted paths of every leaf that contains `words` in its path, label or explanation. */
export function matches(field: Field, path: string, words: string): boolean {
  const text = `${path} ${field.label ?? ''} ${field.explain}`.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/u)
    .every((word) => text.includes(word));
}
