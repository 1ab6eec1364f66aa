import type { OperatorFunction } from 'rxjs';
import type { FilterSpec } from '../../decoder/filters/design-filter.js';
import { FilterChain } from '../../decoder/filters/filter-chain.js';
import type { SampleBlock } from '../../ground/signal/sample-block.js';
import { stateful } from '../stateful.js';

/** Pass every block through a chain of causal filters. State starts anew with each subscription. */
export function filtered(filters: readonly FilterSpec[]): OperatorFunction<SampleBlock, SampleBlock> {
  return stateful(
    (first) => new FilterChain(filters, first.sampleRateHz, first.channels),
    (chain, block) => chain.process(block),
  );
}
