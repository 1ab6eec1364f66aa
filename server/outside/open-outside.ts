import { startClassifierServer } from './classifier-endpoint.js';
import type { ClassifierReference } from './classifier-reference.js';
import { OnnxModel } from './onnx-model.js';
import { OutsideClassifier } from './outside-classifier.js';
import type { OutsideModel } from '../../src/decoder/outside-model.js';

/** A reference to something that answers in its own time. */
export type OutsideReference = Extract<ClassifierReference, { type: 'onnx' | 'process' }>;

/** A command does not wait live: an answer may take this long. */
const OFFLINE_TIMEOUT_MS = 5000;

export interface OpenOptions {
  /** Told what a person should know: where to connect, who came and went. */
  readonly onNotice?: (text: string) => void;
  readonly timeoutMs?: number;
  readonly waitMs?: number;
}

export function isOutside(reference: ClassifierReference): reference is OutsideReference {
  return reference.type === 'onnx' || reference.type === 'process';
}

/** Load an ONNX model, or open the door for a process, for a command. Closing the model closes the door. */
export async function openOutside(
  reference: OutsideReference,
  { onNotice = () => undefined, timeoutMs = OFFLINE_TIMEOUT_MS, waitMs }: OpenOptions = {},
): Promise<OutsideModel> {
  if (reference.type === 'onnx') return OnnxModel.load(reference.path);
  const classifier = new OutsideClassifier({ onNotice, timeoutMs, ...(waitMs !== undefined && { waitMs }) });
  const server = await startClassifierServer(classifier, reference.port);
  onNotice(`waiting for a classifier at ${server.address}`);
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
    prepare: (task, training) => classifier.prepare(task, training),
    posterior: (sample) => classifier.posterior(sample),
    close: () => server.close(),
  };
}
