import { ConfigError, StreamError } from '../../ground/signal/errors.js';
import type { Window } from '../window.js';
import { FeatureContext } from './feature-context.js';
import { placedFeatures, type PlacedFeature } from './feature-layout.js';
import { resolveOptions, type FeatureOptions } from './feature-options.js';
import { requestFeatures, type FeatureList } from './feature-registry.js';
import type { ChannelKernel, PairKernel } from './feature.js';

/** What windows will look like. */
export interface ExtractorShape {
  /** Number of channels, or their names. */
  readonly channels: number | readonly string[];
  /** Samples per channel. */
  readonly length: number;
  readonly sampleRateHz: number;
  readonly options?: FeatureOptions;
}

interface ChannelStep {
  readonly kernel: ChannelKernel;
  readonly at: number;
  /** From one channel's first column to the next one's. */
  readonly channelStride: number;
  /** From one column to the next of the same channel. */
  readonly columnStride: number;
}

interface PairStep {
  readonly kernel: PairKernel;
  readonly at: number;
}

/** Shortest window of which second differences exist. */
const SHORTEST = 3;

/**
 * Turns windows of one shape into feature vectors. What several features need (sums, spectrum, sorted samples, …) is
 * computed once per channel, and only if one of them is asked for. After construction nothing is allocated.
 *
 * @example
 * const extractor = new FeatureExtractor('TDAR', { channels: 8, length: 200, sampleRateHz: 1000 });
 * const x = new Float64Array(extractor.size);
 * extractor.extract(window, x);
 */
export class FeatureExtractor {
  /** Name of every column, `${channel}.${feature}`. */
  readonly names: string[] = [];
  private readonly context: FeatureContext;
  private readonly channelSteps: ChannelStep[] = [];
  private readonly pairSteps: PairStep[] = [];

  /** @throws ConfigError for unknown features, options out of range, or windows too short */
  constructor(features: FeatureList, shape: ExtractorShape) {
    const { length, sampleRateHz, options = {} } = shape;
    const channels =
      typeof shape.channels === 'number'
        ? Array.from({ length: shape.channels }, (_, c) => `ch${c + 1}`)
        : shape.channels;
    checkShape(channels.length, length, sampleRateHz);
    const resolved = resolveOptions(options, channels.length);
    this.context = new FeatureContext(channels.length, length, sampleRateHz, resolved);
    const requests = requestFeatures(features, resolved);
    for (const placed of placedFeatures(requests, channels, this.context)) this.plan(placed);
  }

  /** Columns of a feature vector. */
  get size(): number {
    return this.names.length;
  }

  /**
   * Features of one window, into `out` (at least `size` long): all channels of the first feature, then of the next;
   * features of several columns in the order of {@link names}.
   * @throws StreamError where the window has another shape
   */
  extract(window: Window, out: Float64Array): void {
    const { context, channelSteps, pairSteps } = this;
    if (window.channels !== context.channels || window.length !== context.length)
      throw new StreamError(
        `FeatureExtractor: got a window of ${window.channels} channels × ${window.length} samples, ` +
          `expected ${context.channels} × ${context.length}`,
        { hint: 'Make an extractor for windows of this shape.' },
      );
    // Looked up once: a window that is kept cuts its samples out when asked.
    const { data } = window;
    for (let c = 0; c < context.channels; c++) {
      context.view.show(data, c * window.length, c, context.options.gain);
      for (let s = 0; s < channelSteps.length; s++) {
        const step = channelSteps[s];
        step.kernel(out, step.at + c * step.channelStride, step.columnStride);
      }
      for (let s = 0; s < pairSteps.length; s++) pairSteps[s].kernel.observe(c);
    }
    for (let s = 0; s < pairSteps.length; s++) pairSteps[s].kernel.finish(out, pairSteps[s].at);
  }

  private plan({ request, at, channelStride, columnStride, names }: PlacedFeature): void {
    const { feature, order } = request;
    if (feature.kind === 'pairs') this.pairSteps.push({ kernel: feature.create(this.context), at });
    else {
      const kernel = feature.create(this.context, order);
      this.channelSteps.push({ kernel, at, channelStride, columnStride });
    }
    this.names.push(...names);
  }
}

function checkShape(channels: number, length: number, sampleRateHz: number): void {
  if (!(Number.isInteger(channels) && channels >= 1))
    throw new ConfigError(`channels: got ${channels}, expected at least 1`, { field: 'channels' });
  if (!(Number.isInteger(length) && length >= SHORTEST))
    throw new ConfigError(`window length: got ${length} samples, expected at least ${SHORTEST}`, {
      field: 'length',
      hint: 'Windows of 150 to 250 ms are usual.',
    });
  if (!(sampleRateHz > 0 && Number.isFinite(sampleRateHz)))
    throw new ConfigError(`sampleRateHz: got ${sampleRateHz}, expected a positive number`, {
      field: 'sampleRateHz',
    });
}
