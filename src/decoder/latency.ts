import type { ChainSpec } from './filters/chain-spec.js';
import type { Filter } from './filters/filter.js';
import { FilterChain } from './filters/filter-chain.js';

/** Parts of the delay between muscle and decision, in milliseconds. */
export interface DecoderLatency {
  /** Half the window: its middle is what a decision is about. */
  readonly windowDelayMs: number;
  /** Group delay of the filters at mid-band. */
  readonly filterMs: number;
  /** One step: how long a change may have to wait for the next window. */
  readonly stepMs: number;
  /** What votes, fusion and debouncing add. */
  readonly smoothingMs: number;
  readonly totalMs: number;
}

/**
 * The delay between muscle and decision: half a window, the filters, one step and the smoothing.
 * @param filterMs group delay of the filters, as {@link filterDelayMs} tells
 * @param smoothingMs delay of the smoothing; 0 where the model's own answer counts
 * @example latencyOf({ windowMs: 200, stepMs: 50 }, 9, 100).totalMs // 259
 */
export function latencyOf(
  { windowMs, stepMs }: { readonly windowMs: number; readonly stepMs: number },
  filterMs: number,
  smoothingMs = 0,
): DecoderLatency {
  const windowDelayMs = windowMs / 2;
  return {
    windowDelayMs,
    filterMs,
    stepMs,
    smoothingMs,
    totalMs: windowDelayMs + filterMs + stepMs + smoothingMs,
  };
}

/**
 * Group delay of a chain of filters at mid-band, in milliseconds.
 * @param filters ours and those of one's own, as a decoder's `filters`
 * @throws ConfigError for filters that the sampling rate cannot carry
 */
export function filterDelayMs(
  filters: readonly (ChainSpec | Filter)[],
  sampleRateHz: number,
  channels: number,
): number {
  const chain = new FilterChain(filters, sampleRateHz, channels);
  return (1000 * chain.groupDelaySamples()) / sampleRateHz;
}
