import type { OperatorFunction } from 'rxjs';
import { Decoder } from '../../decoder/decoder.js';
import type { Filter } from '../../decoder/filters/filter.js';
import { FilterChain, type ChainSpec, type FilteredBlock } from '../../decoder/filters/filter-chain.js';
import type { SampleBlock } from '../../ground/signal/sample-block.js';
import { alike, settingsOf, type Live } from '../live.js';
import { unusable } from '../read-setting.js';
import { stateful } from '../stateful.js';

/**
 * Pass every block through a chain of causal filters. Filters start anew with each subscription, and again
 * when others are set or samples were lost; the index of the samples and their labels stay.
 * @param filters a list of filters, or the decoder whose filters they are
 * @throws ConfigError for filters that cannot be built
 * @example blocks$.pipe(filtered([{ kind: 'highpass', order: 4, cutoffHz: 20 }]))
 */
export function filtered(
  filters: Live<readonly (ChainSpec | Filter)[] | Decoder>,
): OperatorFunction<SampleBlock, FilteredBlock> {
  return stateful(settingsOf(filters, read, same), (chosen, first: SampleBlock) => {
    const chain = new FilterChain(chosen, first.sampleRateHz, first.channels);
    return { push: (block: SampleBlock, emit: (out: FilteredBlock) => void) => emit(chain.process(block)) };
  });
}

function read(given: readonly (ChainSpec | Filter)[] | Decoder): readonly (ChainSpec | Filter)[] {
  if (given instanceof Decoder) return given.filters;
  if (Array.isArray(given)) return given;
  throw unusable(
    'filtered',
    given,
    'a list of filters or a decoder',
    "filtered([{ kind: 'highpass', order: 4, cutoffHz: 20 }])",
  );
}

/** Filters of one's own are functions, which JSON does not tell apart. */
function same(a: readonly (ChainSpec | Filter)[], b: readonly (ChainSpec | Filter)[]): boolean {
  return (
    a.length === b.length && a.every((spec, n) => spec === b[n] || ('kind' in spec && alike(spec, b[n])))
  );
}
