import { Decoder } from '../../src/decoder/decoder.js';
import { decoderFields } from '../../src/decoder/decoder-fields.js';
import type { Extensions } from '../../src/decoder/extensions.js';
import { parseFields } from '../../src/ground/signal/parse-fields.js';
import { recordings } from './training-recordings.js';

/** A decoder of the four channels of {@link recordings}. */
export function trained(patch: unknown = {}, extensions?: Extensions): Decoder {
  return training(patch, extensions).decoder;
}

/** The same, and how its training went. */
export function training(patch: unknown, extensions?: Extensions): ReturnType<typeof Decoder.train> {
  const signal = { sampleRateHz: 1000, channelNames: ['A', 'B', 'C', 'D'] };
  return Decoder.train(parseFields(decoderFields, patch), recordings(), { ...signal, extensions });
}
