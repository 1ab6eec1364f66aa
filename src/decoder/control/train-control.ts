import { ConfigError } from '../../ground/signal/errors.js';
import type { Classifier } from '../classifiers/classifier.js';
import type { FeatureLabels } from '../classifiers/constant-features.js';
import { createClassifier } from '../classifiers/create-classifier.js';
import type { DecoderSpec } from '../decoder-fields.js';
import { DirectControl } from '../direct-control/direct-control.js';
import { maybeMaker, type Extensions } from '../extensions.js';
import { ClassificationControl } from './classification-control.js';
import type { Control, ControlTraining } from './control.js';
import { RegressionControl } from './regression-control.js';

/**
 * Train the control that a description asks for.
 * @throws ModelError where the recordings do not have what it needs
 */
export function trainControl(
  spec: DecoderSpec,
  training: ControlTraining,
  extensions: Pick<Extensions, 'classifier' | 'regressor' | 'smoothing'>,
): Control {
  if (spec.control === 'regression')
    return RegressionControl.train(spec, training, maybeMaker(extensions.regressor)?.create());
  if (spec.control === 'direct') return DirectControl.train(spec, training);
  return ClassificationControl.train(
    spec,
    training,
    classifierMaker(spec, extensions, training.featureLabels)(),
    extensions.smoothing,
  );
}

/** Makes untrained classifiers: one's own, or those of the description. */
export function classifierMaker(
  { classifier, modelOptions }: Pick<DecoderSpec, 'classifier' | 'modelOptions'>,
  extensions: Pick<Extensions, 'classifier'>,
  featureLabels?: FeatureLabels,
): () => Classifier {
  return (
    maybeMaker(extensions.classifier)?.create ??
    (() => createClassifier(classifier, modelOptions, featureLabels))
  );
}

/** What decides, as results name it: `lda`, `regression by ridge`, `direct control`. */
export function controlName(
  { control, classifier, regressor }: Pick<DecoderSpec, 'control' | 'classifier' | 'regressor'>,
  extensions: Pick<Extensions, 'classifier' | 'regressor'> = {},
): string {
  if (control === 'direct') return 'direct control';
  if (control === 'regression') return `regression by ${maybeMaker(extensions.regressor)?.name ?? regressor}`;
  return maybeMaker(extensions.classifier)?.name ?? classifier;
}

/**
 * Nothing is asked for that takes no part in a kind of control.
 * @param asked names of classifiers and features that somebody asked for
 * @throws ConfigError on classifiers where control is not by classes, or features where amplitudes alone decide
 */
export function requireTakingPart(
  control: DecoderSpec['control'],
  asked: {
    readonly classifiers?: readonly string[] | undefined;
    readonly features?: readonly string[] | undefined;
  },
): void {
  const refuse = (what: string, names: readonly string[], why: string): never => {
    throw new ConfigError(`got ${what} ${names.join(', ')}, but decoder.control is ${control}: ${why}`, {
      field: 'decoder.control',
      hint: `Leave the ${what} out, or set decoder.control to classification.`,
    });
  };
  if (control === 'classification') return;
  if (asked.classifiers) refuse('classifiers', asked.classifiers, 'no classifier decides');
  if (control === 'direct' && asked.features) refuse('features', asked.features, 'amplitudes alone decide');
}
