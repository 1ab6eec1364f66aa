import { decoderFields, type DecoderSpec } from '../../src/decoder/decoder-fields.js';
import { defaultsOf } from '../../src/ground/signal/parse-fields.js';

type Filters = DecoderSpec['filters'];

/** Filters in a word: `none`, `standard`, or each by kind and frequency. */
export function filterName(filters: Filters): string {
  if (filters.length === 0) return 'none';
  if (JSON.stringify(filters) === JSON.stringify(defaultsOf(decoderFields).filters)) return 'standard';
  return filters.map(oneName).join(', ');
}

function oneName(filter: Filters[number]): string {
  const frequency: unknown = 'cutoffHz' in filter ? filter.cutoffHz : undefined;
  return frequency === undefined ? filter.kind : `${filter.kind} ${[frequency].flat().join('–')} Hz`;
}

/** The filters of {@link filterName} as a phrase for a table. */
export function filterText(name: string): string {
  const texts: Readonly<Record<string, string>> = {
    none: 'no filter',
    standard: 'standard filters',
    scenario: 'the filters of the scenario',
  };
  return texts[name] ?? name;
}
