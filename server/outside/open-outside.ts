import { Access } from '../access/access.js';
import { startClassifierServer } from './classifier-endpoint.js';
import type { ClassifierReference } from './classifier-reference.js';
import { OnnxModel } from './onnx-model.js';
import { OutsideClassifier, type OutsideOptions } from './outside-classifier.js';
import type { OutsideModel } from '../../src/decoder/outside-model.js';

/** A reference to something that answers in its own time. */
export type OutsideReference = Extract<ClassifierReference, { type: 'onnx' | 'process' }>;

/** A study does not wait live: an answer may take this long, and who has gone may take this long to come back. */
export const inStudies: OutsideOptions = { timeoutMs: 5000, returnMs: 5000 };

/**
 * Load an ONNX model, or open the door for a process. Closing the model closes the door.
 * @param options of the process; default those of a live stream. `onNotice` is told what a person should know: where to
 * connect, who came and went, what is assumed of a model
 * @param access who may connect as a process: everybody on this machine by default
 * @throws InputOutputError, ModelError where the file, the runtime or the port cannot be had
 */
export async function openOutside(
  reference: OutsideReference,
  options: OutsideOptions = {},
  access = new Access(),
): Promise<OutsideModel> {
  const { onNotice } = options;
  if (reference.type === 'onnx')
    return OnnxModel.load(reference.path, { ...reference, ...(onNotice && { onNotice }) });
  const classifier = new OutsideClassifier(options);
  const server = await startClassifierServer(classifier, reference.port, access);
  const token = access.tokens ? ', with the token of presenters' : '';
  onNotice?.(`waiting for a classifier at ${server.address}${token}`);
  return {
    get name() {
      return classifier.name;
    },
    get kind() {
      return classifier.kind;
    },
    get latency() {
      return classifier.latency;
    },
    get failure() {
      return classifier.failure;
    },
    prepare: (task, training) => classifier.prepare(task, training),
    posterior: (sample) => classifier.posterior(sample),
    close: () => server.close(),
  };
}
