import { ModelError } from '../ground/signal/errors.js';
import { samplesOf } from '../ground/signal/units.js';
import type { FeatureVector } from './feature-vector.js';
import { FeatureExtractor } from './features/feature-extractor.js';
import type { FeatureOptions } from './features/feature-options.js';
import type { FeatureList } from './features/feature-registry.js';
import type { Standardizer } from './training/standardizer.js';
import { windowAmplitudes, type AmplitudeKind } from './training/window-amplitudes.js';
import type { SignalContext } from './signal-context.js';
import type { Window } from './window.js';

/** What an observer expects, and what it takes. */
export interface ObserverSettings {
  readonly signal: SignalContext;
  readonly windowMs: number;
  readonly features: FeatureList;
  readonly options: FeatureOptions;
  /** How the amplitude of each channel is taken; mean absolute values where it is not said. */
  readonly amplitudeKinds?: readonly AmplitudeKind[];
}

const NONE: readonly AmplitudeKind[] = [];

/** Takes from windows what a decoder's model and control go by: features, standardised, and amplitudes. */
export class WindowObserver {
  readonly extractor: FeatureExtractor;
  /** Samples per channel of the windows it takes. */
  readonly length: number;
  /** Feature values that were not finite and were replaced by the training mean. */
  replaced = 0;

  /** @throws ConfigError for features that do not exist */
  constructor(
    private readonly settings: ObserverSettings,
    private readonly standardizer?: Standardizer,
  ) {
    const { signal, windowMs, features, options } = settings;
    this.length = samplesOf(windowMs, signal.sampleRateHz);
    this.extractor = new FeatureExtractor(features, {
      channels: signal.channelNames,
      length: this.length,
      sampleRateHz: signal.sampleRateHz,
      options,
    });
  }

  /** @throws ModelError when the window does not have the channels, length or rate of the signal */
  observe(window: Window): FeatureVector {
    this.check(window);
    const raw = new Float64Array(this.extractor.size);
    this.extractor.extract(window, raw);
    const values = this.standardizer ? raw.slice() : raw;
    this.replaced += this.standardizer?.apply(values) ?? 0;
    const amplitudes = new Float64Array(window.channels);
    windowAmplitudes(window, this.settings.amplitudeKinds ?? NONE, amplitudes);
    const { index: windowIndex, length, label } = window;
    return { index: windowIndex + length, windowIndex, label, values, raw, amplitudes, window };
  }

  private check({ channels, length, sampleRateHz }: Window): void {
    const { signal } = this.settings;
    const expected = signal.channelNames.length;
    if (channels === expected && length === this.length && sampleRateHz === signal.sampleRateHz) return;
    throw new ModelError(
      `decoder: got a window of ${channels} channels × ${length} samples at ${sampleRateHz} Hz, ` +
        `expected ${expected} × ${this.length} at ${signal.sampleRateHz} Hz`,
      { hint: 'Use the channels, rate and window length of training, or train again.' },
    );
  }
}
