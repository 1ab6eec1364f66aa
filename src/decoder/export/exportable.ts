import { ConfigError } from '../../ground/signal/errors.js';
import { samplesOf } from '../../ground/signal/units.js';
import type { CompiledModel } from '../classifiers/compiled-model.js';
import { FlatClassifier } from '../classifiers/classifier.js';
import { ClassificationControl } from '../control/classification-control.js';
import { Decoder } from '../decoder.js';
import { readDecoder } from '../decoder-json.js';
import type { DecoderParts } from '../decoder-parts.js';

/** A decoder that can be computed elsewhere, with the numbers that its model computes by. */
export interface ExportableDecoder {
  readonly decoder: Decoder;
  readonly parts: DecoderParts;
  readonly control: ClassificationControl;
  readonly model: CompiledModel;
  /** Samples of a window, and from one window to the next. */
  readonly length: number;
  readonly step: number;
}

/** Classifiers that give the numbers they compute by. */
const exportable = 'lda, qda, gaussian-naive-bayes, nearest-centroid, mahalanobis, linear-svm, mlp';

/**
 * A saved decoder taken apart for export.
 * @param json what `Decoder.toJSON` gave
 * @throws ModelError where it is no saved decoder; ConfigError for parts of one's own, for control other than by classes
 * and for classifiers that cannot be exported
 */
export function exportableDecoder(json: unknown): ExportableDecoder {
  refuseOwnParts(json);
  const parts = readDecoder(json, {});
  const { spec, control, signal } = parts;
  if (!(control instanceof ClassificationControl))
    throw new ConfigError(`export: got control by ${control.kind}, expected classification`, {
      field: 'control',
      hint: 'Train a decoder with --set decoder.control=classification, or take its JSON (--target json).',
    });
  const { classifier } = control;
  const model = classifier instanceof FlatClassifier ? classifier.compiled() : undefined;
  if (!model)
    throw new ConfigError(`export: got classifier ${spec.classifier}, expected one of ${exportable}`, {
      field: 'classifier',
      hint: 'Train with --classifier lda, for example, or take its JSON (--target json).',
    });
  return {
    decoder: Decoder.fromJSON(json),
    parts,
    control,
    model,
    length: samplesOf(spec.windowMs, signal.sampleRateHz),
    step: samplesOf(spec.stepMs, signal.sampleRateHz),
  };
}

/** @throws ConfigError naming parts of one's own, whose code is not in the file */
export function refuseOwnParts(json: unknown): void {
  const named: unknown =
    typeof json === 'object' && json !== null ? Reflect.get(json, 'extensions') : undefined;
  if (typeof named !== 'object' || named === null) return;
  const own = Object.entries(named).map(([kind, names]) => `${kind} ${String(names)}`);
  if (own.length === 0) return;
  throw new ConfigError(
    `export: got a decoder with parts of your own (${own.join('; ')}), expected only built-in ones`,
    {
      field: 'extensions',
      hint: 'Their code is not in the file: train with built-in parts, or export from where your own were written.',
    },
  );
}
