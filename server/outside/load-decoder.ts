import type { SignalContext } from '../../src/decoder/decoder.js';
import { Decoder } from '../../src/decoder/decoder.js';
import { ModelError } from '../../src/ground/signal/errors.js';
import { UsageError } from '../errors.js';
import { readJson } from '../read-json.js';
import { loadClassifierModule } from './classifier-module.js';
import type { ClassifierReference } from './classifier-reference.js';

/**
 * A decoder from a file, checked against the signal it will be used on.
 * @param classifier the module it was trained with, where its model is not one of ours
 * @throws InputOutputError, ModelError with what differs; UsageError for a classifier that plays no part in it
 */
export async function loadDecoder(
  path: string,
  signal: SignalContext,
  classifier?: ClassifierReference,
): Promise<Decoder> {
  if (classifier?.type === 'own')
    throw new UsageError(`--classifier ${classifier.text} with --decoder: the decoder brings its own model`, {
      hint: 'Leave one of the two away.',
    });
  const json = await readJson(path);
  if (classifier?.type !== 'module') return withoutModule(json, signal);
  const module = await loadClassifierModule(classifier.path);
  if (!module.fromJSON)
    throw new UsageError(`${module.name}: exports no fromJSON, so a saved decoder cannot be loaded`, {
      hint: 'Export fromJSON(json) from the module: it is given what toJSON() returned.',
    });
  return Decoder.fromJSON(json, { ...signal, extensions: { classifier: module } });
}

function withoutModule(json: unknown, signal: SignalContext): Decoder {
  try {
    return Decoder.fromJSON(json, signal);
  } catch (error) {
    if (!(error instanceof ModelError) || !error.message.includes('of your own')) throw error;
    throw new ModelError(error.message, {
      hint: 'Give the module it was trained with too, such as --classifier ./mine.js.',
      cause: error,
    });
  }
}
