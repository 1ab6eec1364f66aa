import type { OperatorFunction } from 'rxjs';
import type { Classification } from '../../decoder/classification.js';
import { ClassificationSteps } from '../../decoder/control/classification-steps.js';
import type { Decision } from '../../decoder/decision.js';
import { Decoder } from '../../decoder/decoder.js';
import { Decoding } from '../../decoder/decoding.js';
import { proportionalFields } from '../../decoder/proportional/proportional-fields.js';
import { smoothingFields, type SmoothingSpec } from '../../decoder/smoothing/smoothing-fields.js';
import type { RestAmplitude } from '../../decoder/smoothing/onset-threshold.js';
import type { Smoothing } from '../../decoder/smoothing/smoothing.js';
import { defaultsOf } from '../../ground/signal/parse-fields.js';
import { settingsOf, type Live } from '../live.js';
import { unusable } from '../read-setting.js';
import { stateful } from '../stateful.js';

/** Smoothing without a decoder. */
export interface SmoothedOptions {
  /** Class names in the order of the posterior. */
  readonly classes: readonly string[];
  /** What differs from the defaults, such as `{ majorityVotes: 5 }`. */
  readonly smoothing?: Partial<SmoothingSpec>;
  /** Steps of one's own, after those. */
  readonly own?: readonly Smoothing[];
  /** Amplitude of rest, summed over channels: what an onset threshold is measured by. */
  readonly restAmplitude?: RestAmplitude;
  /** Delay between muscle and decision, which decisions tell, in milliseconds; default 0. */
  readonly latencyMs?: number;
}

/**
 * Turn classifications into steady decisions: fusion, rejection, votes and all other steps of a decoder, then the
 * speed. Past decisions are forgotten with each subscription, and when another decoder or other options are set.
 * @example classifications$.pipe(smoothed({ classes: lda.classes, smoothing: { majorityVotes: 5 } }))
 */
export function smoothed(by: Live<SmoothedOptions | Decoder>): OperatorFunction<Classification, Decision> {
  return stateful(settingsOf(by, read), (chosen) => {
    const decoding = chosen instanceof Decoder ? chosen.decoding() : decodingOf(chosen);
    return {
      push: (classification: Classification, emit: (decision: Decision) => void) =>
        emit(decoding.push(classification)),
    };
  });
}

function decodingOf({
  classes,
  smoothing,
  own = [],
  restAmplitude,
  latencyMs = 0,
}: SmoothedOptions): Decoding {
  const settings = {
    classes,
    smoothing: { ...defaultsOf(smoothingFields), ...smoothing },
    proportional: defaultsOf(proportionalFields),
    restAmplitude: restAmplitude ?? { mean: 0, sd: 0 },
    own,
  };
  return new Decoding(
    new ClassificationSteps(() => settings),
    () => classes,
    () => latencyMs,
  );
}

function read(given: SmoothedOptions | Decoder): SmoothedOptions | Decoder {
  if (given instanceof Decoder) return given;
  if (typeof given === 'object' && given !== null && Array.isArray(given.classes)) return given;
  throw unusable(
    'smoothed',
    given,
    'a decoder, or classes and smoothing',
    'smoothed({ classes: lda.classes })',
  );
}
