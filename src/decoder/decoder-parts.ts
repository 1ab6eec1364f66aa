import type { Control } from './control/control.js';
import type { DecoderSpec } from './decoder-fields.js';
import type { Extensions } from './extensions.js';
import type { FeatureOptions } from './features/feature-options.js';
import type { FeatureList } from './features/feature-registry.js';
import type { Filter } from './filters/filter.js';
import type { ChainSpec } from './filters/chain-spec.js';
import { filterSpecs } from './filters/filter-fields.js';
import type { AmplitudeKind } from './training/window-amplitudes.js';
import type { Standardizer } from './training/standardizer.js';
import type { SignalContext } from './signal-context.js';

/** The parts that a decoder is put together from. */
export interface DecoderParts {
  readonly spec: DecoderSpec;
  readonly signal: SignalContext;
  readonly extensions: Extensions;
  readonly featureOptions: FeatureOptions;
  /** How the amplitude of each channel is taken. */
  readonly amplitudeKinds: readonly AmplitudeKind[];
  readonly standardizer: Standardizer;
  readonly control: Control;
  /** Windows learned from, by class. */
  readonly counts: Readonly<Record<string, number>>;
  /** Marks by which recordings that were learned from are known again. */
  readonly marks: readonly number[];
}

/** Features of a decoder: those of its description, of one's own where it names them, then all others of one's own. */
export function featuresOf({ features }: DecoderSpec, { features: own = [] }: Extensions): FeatureList {
  const named = features.map((name) => own.find((feature) => feature.name === name) ?? name);
  return [...named, ...own.filter(({ name }) => !features.includes(name))];
}

/** Filters of a decoder: those of its description that the signal can carry, then those of one's own. */
export function filtersOf(
  { filters }: Pick<DecoderSpec, 'filters'>,
  sampleRateHz: number,
  { filters: own = [] }: Extensions = {},
): readonly (ChainSpec | Filter)[] {
  return [...filterSpecs(filters, sampleRateHz).specs, ...own];
}
