import { pipe, type OperatorFunction } from 'rxjs';
import type { Decision } from '../../decoder/decision.js';
import { Decoder } from '../../decoder/decoder.js';
import type { Window } from '../../decoder/window.js';
import { settingsOf, type Live } from '../live.js';
import { unusable } from '../read-setting.js';
import { classified } from './classified.js';
import { featured } from './featured.js';
import { smoothed } from './smoothed.js';

/**
 * Decide on every filtered window with a trained decoder: `featured`, `classified` and `smoothed` by it, in one word.
 * @throws ModelError when windows do not have the channels, length or rate of training
 * @example windows$.pipe(decoded(decoder))
 */
export function decoded(decoder: Live<Decoder>): OperatorFunction<Window, Decision> {
  const decoder$ = settingsOf(decoder, readDecoder);
  return pipe(featured(decoder$), classified(decoder$), smoothed(decoder$));
}

/** @throws ConfigError for what is no decoder */
export function readDecoder(given: Decoder): Decoder {
  if (given instanceof Decoder) return given;
  throw unusable('decoded', given, 'a trained decoder', 'decoded(calibrate(scenario).decoder)');
}
