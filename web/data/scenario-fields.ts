import type { Field, FieldGroup } from '../../src/ground/signal/field.js';
import type * as registry from '../../src/ground/sources/index.js';

/** The registry of sources, as a module. */
export type Sources = typeof registry;

let loading: Promise<FieldGroup> | undefined;
let loaded: { readonly fields: FieldGroup; readonly sources: Sources } | undefined;

/** Descriptions of every field of a scenario and their sources. Loaded after the page stands: they are text, and long. */
export function loadFields(): Promise<FieldGroup> {
  loading ??= Promise.all([
    import('../../src/scenario/scenario.js'),
    import('../../src/ground/sources/index.js'),
  ]).then(([{ scenarioFields }, sources]) => {
    loaded = { fields: scenarioFields, sources };
    return scenarioFields;
  });
  return loading;
}

/** The descriptions, once loaded. */
export function fieldsNow(): FieldGroup | undefined {
  return loaded?.fields;
}

/** The registry of sources, loaded with the descriptions. */
export function sourcesNow(): Sources | undefined {
  return loaded?.sources;
}

/**
 * Whether a field has all of `words` in its path, label or explanation.
 * @param local the same in the language of the page
 */
export function matches(field: Field, path: string, words: string, local = ''): boolean {
  const text = `${path} ${field.label ?? ''} ${field.explain} ${local}`.toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/u)
    .every((word) => text.includes(word));
}
