import type { OperatorFunction } from 'rxjs';
import { Decoder } from '../../decoder/decoder.js';
import type { FeatureVector } from '../../decoder/feature-vector.js';
import type { FeatureOptions } from '../../decoder/features/feature-options.js';
import type { FeatureList } from '../../decoder/features/feature-registry.js';
import { WindowObserver } from '../../decoder/window-observer.js';
import type { Window } from '../../decoder/window.js';
import { settingsOf, type Live } from '../live.js';
import { unusable } from '../read-setting.js';
import { stateful } from '../stateful.js';

/**
 * Take features of every window: those of a decoder, standardised, or any, as extracted.
 * @param features names, sets and features of one's own, as for `extractFeatures`, or a decoder
 * @param options thresholds, gain and more, where no decoder says so
 * @throws ConfigError for features that do not exist
 * @example windows$.pipe(featured('HTD'))
 */
export function featured(
  features: Live<FeatureList | Decoder>,
  options: FeatureOptions = {},
): OperatorFunction<Window, FeatureVector> {
  return stateful(settingsOf(features, read), (chosen, first: Window) => {
    const observer = chosen instanceof Decoder ? chosen : observerOf(chosen, first, options);
    return {
      push: (window: Window, emit: (vector: FeatureVector) => void) => emit(observer.observe(window)),
    };
  });
}

function observerOf(features: FeatureList, first: Window, options: FeatureOptions): WindowObserver {
  const { sampleRateHz, channels, length } = first;
  const channelNames = Array.from({ length: channels }, (_, c) => `ch${c + 1}`);
  const windowMs = (1000 * length) / sampleRateHz;
  return new WindowObserver({ signal: { sampleRateHz, channelNames }, windowMs, features, options });
}

function read(given: FeatureList | Decoder): FeatureList | Decoder {
  if (given instanceof Decoder || typeof given === 'string' || Array.isArray(given)) return given;
  throw unusable('featured', given, 'names of features or a decoder', "featured(['HTD'])");
}
