import { ConfigError } from '../../ground/signal/errors.js';
import { samplesOf } from '../../ground/signal/units.js';
import { ChannelMix, gainMatrix } from './channel-mix.js';
import { designFilter } from './design-filter.js';
import type { Filter } from './filter.js';
import { filterKinds, unknownKind, type FilterSpec } from './filter-spec.js';
import { MovingAverage } from './moving-average.js';
import { Rectifier } from './rectifier.js';
import { RmsEnvelope } from './rms-envelope.js';
import { SosFilter } from './sos-filter.js';
import type { Stage } from './stage.js';

/** Full-wave rectification. */
export interface RectifySpec {
  readonly kind: 'rectify';
}

/** Mean, or root mean square, of the last `windowMs`. */
export interface EnvelopeSpec {
  readonly kind: 'moving-average' | 'rms-envelope';
  readonly windowMs: number;
}

/** Each channel multiplied by its gain (one number serves all). */
export interface GainSpec {
  readonly kind: 'gain';
  readonly gains: number | readonly number[];
}

/** Channels mixed by a square matrix, such as one from `whiteningMatrix`. */
export interface WhitenSpec {
  readonly kind: 'whiten';
  readonly matrix: readonly (readonly number[])[];
}

/** One of our steps of a {@link FilterChain}. */
export type ChainSpec = FilterSpec | RectifySpec | EnvelopeSpec | GainSpec | WhitenSpec;

const chainKinds = [...filterKinds, 'rectify', 'moving-average', 'rms-envelope', 'gain', 'whiten'] as const;

/**
 * Build one step for a stream of the given shape.
 * @throws ConfigError for an unknown kind or values that cannot be used
 */
export function createStage(spec: ChainSpec | Filter, sampleRateHz: number, channels: number): Stage {
  if (isOwn(spec)) return spec.create(sampleRateHz, channels);
  switch (spec.kind) {
    case 'highpass':
    case 'lowpass':
    case 'bandpass':
    case 'notch':
    case 'comb':
      return new SosFilter(designFilter(spec, sampleRateHz), channels);
    case 'rectify':
      return new Rectifier();
    case 'moving-average':
      return new MovingAverage(widthOf(spec, sampleRateHz), channels);
    case 'rms-envelope':
      return new RmsEnvelope(widthOf(spec, sampleRateHz), channels);
    case 'gain':
      return new ChannelMix(gainMatrix(gainsOf(spec, channels)));
    case 'whiten':
      checkMatrix(spec.matrix, channels);
      return new ChannelMix(spec.matrix);
    default:
      throw unknownKind(spec, chainKinds);
  }
}

/** Whether a step takes the electrodes' offsets away. */
export function blocksOffset(specs: readonly (ChainSpec | Filter)[]): boolean {
  return specs.some((spec) => !isOwn(spec) && ['highpass', 'bandpass', 'comb'].includes(spec.kind));
}

function isOwn(spec: ChainSpec | Filter): spec is Filter {
  return typeof spec === 'object' && 'create' in spec;
}

function widthOf({ kind, windowMs }: EnvelopeSpec, sampleRateHz: number): number {
  if (windowMs > 0 && Number.isFinite(windowMs)) return samplesOf(windowMs, sampleRateHz);
  throw new ConfigError(`${kind} windowMs: got ${windowMs}, expected a positive number`, {
    field: 'windowMs',
    hint: 'Envelopes of 50 to 200 ms are usual.',
  });
}

function gainsOf({ gains }: GainSpec, channels: number): readonly number[] {
  const list = typeof gains === 'number' ? new Array<number>(channels).fill(gains) : gains;
  if (Array.isArray(list) && list.length === channels && list.every(Number.isFinite)) return list;
  throw new ConfigError(`gain gains: got ${JSON.stringify(gains)}, expected ${channels} finite numbers`, {
    field: 'gains',
    hint: 'Write one number for all channels or a list with one for each.',
  });
}

function checkMatrix(matrix: WhitenSpec['matrix'], channels: number): void {
  const square =
    Array.isArray(matrix) &&
    matrix.length === channels &&
    matrix.every((row) => Array.isArray(row) && row.length === channels && row.every(Number.isFinite));
  if (square) return;
  throw new ConfigError(`whiten matrix: expected ${channels} × ${channels} finite numbers`, {
    field: 'matrix',
    hint: 'Take it from whiteningMatrix(recording) of a recording with the same channels.',
  });
}
