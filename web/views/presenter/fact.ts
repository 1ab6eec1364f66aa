import { fieldAt, type Field } from '../../../src/ground/signal/field.js';
import { readable } from '../../data/format.js';
import type { Fact } from '../../data/presenter/presented.js';
import { fieldsNow, sourcesNow } from '../../data/scenario-fields.js';
import { pathOf, valueAt } from '../../data/scenario-path.js';
import { labelOf } from '../../texts/field-label.js';
import { phrase } from '../../texts/phrase.js';
import { presenterTexts } from '../../texts/presenter.js';

/**
 * Fields of a scenario as facts, with what stands behind each; those that it has not, and all before their descriptions are
 * loaded, are left out.
 */
export function factsAt(paths: readonly string[], scenario: unknown): Fact[] {
  const [fields, registry] = [fieldsNow(), sourcesNow()];
  if (!fields || !registry) return [];
  return paths.flatMap((path) => {
    const field = fieldAt(fields, pathOf(path));
    const [head = ''] = path.split('.');
    const value = valueAt(scenario, pathOf(path));
    if (!field || value === undefined) return [];
    const read = registry.sourceIds(field.source);
    const assumed = registry.isAssumption(field);
    return [
      {
        part: labelOf(head, fields[head]),
        label: labelOf(path.split('.').at(-1) ?? '', field),
        value: shown(field, value),
        explain: phrase(field.explain),
        source: assumed ? '' : registry.citation(read.filter((id) => id !== 'by-definition')),
        assumed,
      },
    ];
  });
}

function shown(field: Field, value: unknown): string {
  const t = presenterTexts();
  if (typeof value === 'boolean') return value ? t.yes : t.no;
  if (field.kind !== 'number' || typeof value !== 'number') return phrase(readable(String(value)));
  const number = String(Number(value.toPrecision(4)));
  return field.unit === '1' ? number : `${number} ${phrase(field.unit)}`;
}
