import { decoderFields, type DecoderSpec } from '../decoder/decoder-fields.js';
import { defaultsOf } from '../ground/signal/parse-fields.js';

/**
 * The decoder of recordings, where nobody says otherwise: what LibEMG does, so that a published number can be repeated
 * to the digit. No filters, nothing trimmed, its counts of crossings, turns and steps, and raw features. What is better
 * for live use (thresholds above the noise of rest, standardised features) is an option.
 */
export const recordedDecoder: DecoderSpec = {
  ...defaultsOf(decoderFields),
  filters: [],
  trimStartMs: 0,
  trimEndMs: 0,
  thresholds: 'libemg',
  standardize: false,
};
