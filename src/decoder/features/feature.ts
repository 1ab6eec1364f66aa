import type { FeatureContext } from './feature-context.js';
import type { FeatureShape } from './feature-shape.js';
import type { ResolvedOptions } from './feature-options.js';

/** Writes column k of the current channel to `out[at + k·stride]`. Allocates nothing. */
export type ChannelKernel = (out: Float64Array, at: number, stride: number) => void;

/** Collects from every channel in turn, then writes all columns from `out[at]` on. */
export interface PairKernel {
  observe(channel: number): void;
  finish(out: Float64Array, at: number): void;
}

/** What a feature is measured in. */
export type FeatureUnit = 'V' | 'V²' | 'Hz' | '1';

interface Described {
  /** Name as written in a feature list, such as MAV. */
  readonly name: string;
  /** One line a newcomer understands. */
  readonly explain: string;
  /** What it is measured in, a count in `1`; absent where it has no unit that says anything to a person. */
  readonly unit?: FeatureUnit;
  /** Smallest, largest and default value of a number appended to the name, as in AR4. */
  readonly order?: {
    readonly default: (options: ResolvedOptions) => number;
    readonly min: number;
    readonly max: number;
  };
}

/** A feature that every channel has for itself. */
export interface ChannelFeature extends Described {
  readonly kind: 'channel';
  /** Columns per channel; a feature without this has one, and its name carries no number. */
  readonly columns?: (shape: FeatureShape, order: number) => number;
  /** `channel`: all columns of the first channel, then of the next; `column` (default): all channels of the first column. */
  readonly layout?: 'channel' | 'column';
  readonly create: (context: FeatureContext, order: number) => ChannelKernel;
}

/** A feature of pairs of channels; each of its columns runs over all pairs (i, j), i < j, in order. */
export interface PairFeature extends Described {
  readonly kind: 'pairs';
  readonly columnsPerPair: number;
  readonly create: (context: FeatureContext) => PairKernel;
}

export type FeatureDefinition = ChannelFeature | PairFeature;

export const channelFeature = (feature: Omit<ChannelFeature, 'kind'>): ChannelFeature => ({
  kind: 'channel',
  ...feature,
});

export const pairFeature = (feature: Omit<PairFeature, 'kind'>): PairFeature => ({
  kind: 'pairs',
  ...feature,
});
