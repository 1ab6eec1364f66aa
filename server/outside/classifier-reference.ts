import { classifierKinds, type ClassifierKind } from '../../src/decoder/model-fields.js';
import type { SampleKind } from '../../src/decoder/outside-model.js';
import { closest } from '../../src/ground/signal/parse-fields.js';
import { UsageError } from '../errors.js';

/** Port at which a process is waited for where none is named. */
export const DEFAULT_CLASSIFIER_PORT = 8091;

/** What `--classifier` means: one of ours, a module, an ONNX file, or a process that connects. */
export type ClassifierReference =
  | { readonly type: 'own'; readonly text: string; readonly kind: ClassifierKind }
  | { readonly type: 'module'; readonly text: string; readonly path: string }
  | {
      readonly type: 'onnx';
      readonly text: string;
      readonly path: string;
      /** What it takes of each window; default features. */
      readonly kind?: SampleKind;
      /** Whether it gives scores before softmax. */
      readonly logits?: boolean;
    }
  | { readonly type: 'process'; readonly text: string; readonly port: number };

/**
 * Understand a classifier as written on the command line: `lda`, `./mine.js`, `./mine.ts`, `model.onnx`, `ws` or `ws:8091`.
 * @throws UsageError with what may be written
 */
export function parseClassifier(text: string): ClassifierReference {
  const kind = classifierKinds.find((name) => name === text);
  if (kind) return { type: 'own', text, kind };
  const port = /^ws(?::(\d+))?$/.exec(text);
  if (port) return { type: 'process', text, port: portOf(text, port[1]) };
  if (/\.onnx$/i.test(text)) return { type: 'onnx', text, path: text };
  if (/\.[cm]?[jt]s$/.test(text)) return { type: 'module', text, path: text };
  const guess = closest(text, classifierKinds);
  throw new UsageError(
    `--classifier ${text}: expected one of ${classifierKinds.join(', ')}; a module such as ./mine.js or ./mine.ts; ` +
      'a model such as mine.onnx; or ws:PORT for a process that connects',
    guess ? { hint: `Did you mean ${guess}?` } : { hint: 'For example --classifier lda.' },
  );
}

function portOf(text: string, digits: string | undefined): number {
  const port = digits === undefined ? DEFAULT_CLASSIFIER_PORT : Number(digits);
  if (port > 65535)
    throw new UsageError(`--classifier ${text}: port ${port} is out of range`, {
      hint: 'Ports go from 1 to 65535, such as ws:8091.',
    });
  return port;
}
