import type { DecoderSpec } from '../decoder-fields.js';
import { MOST_KERNEL_WINDOWS } from '../regressors/kernel-ridge.js';

/** What is learned from. */
export interface TrainingSize {
  /** Windows of all recordings. */
  readonly windows: number;
  /** Samples of a window. */
  readonly window: number;
  readonly channels: number;
  /** Columns of a feature vector. */
  readonly columns: number;
  readonly classes: number;
  /** Trainings in all: on everything, and on what is left when a part is held out. */
  readonly folds: number;
}

/** Features that compare every sample of a window with every other. */
const quadratic: ReadonlySet<string> = new Set(['SAMPEN', 'FUZZYEN']);
/** Operations of other features per sample of a channel; spectra and wavelets are the dearest. */
const PER_SAMPLE = 10;
/** Passes of the linear SVM's solver over the windows. */
const SVM_PASSES = 50;

/**
 * Simple operations that a training takes, by the orders of growth of what it does: right within a factor of a few.
 * @param spec what is trained
 */
export function trainingWork(spec: DecoderSpec, size: TrainingSize): number {
  const { windows, window, channels, columns, folds } = size;
  const slow = spec.features.filter((name) => quadratic.has(name.toUpperCase())).length;
  const perChannel = window * (PER_SAMPLE * spec.features.length + slow * window);
  // The quality of classes is told by their common covariance, whatever the model.
  const quality = covariance(size);
  return windows * channels * perChannel + quality + folds * (modelWork(spec, size) + windows * columns);
}

function modelWork(spec: DecoderSpec, size: TrainingSize): number {
  const { control, classifier, regressor, modelOptions } = spec;
  const { windows, columns, classes } = size;
  if (control === 'direct') return 0;
  const { epochs, hiddenUnits, trees } = modelOptions;
  const network = 6 * epochs * windows * columns * hiddenUnits;
  if (control === 'regression') {
    if (regressor === 'mlp') return network;
    if (regressor === 'ridge') return covariance(size);
    const kept = Math.min(windows, MOST_KERNEL_WINDOWS);
    return kept * kept * kept + kept * windows * columns;
  }
  switch (classifier) {
    case 'mlp':
      return network;
    case 'random-forest':
      return 20 * trees * windows * Math.sqrt(columns) * Math.max(1, Math.sqrt(windows));
    case 'linear-svm':
      return SVM_PASSES * windows * columns * classes;
    case 'knn':
      return windows * windows * columns;
    case 'qda':
      return covariance(size) * Math.max(1, classes / 2);
    case 'gaussian-naive-bayes':
    case 'nearest-centroid':
      return windows * columns * classes;
    default:
      return covariance(size);
  }
}

/** A covariance, and its inverse. */
function covariance({ windows, columns }: TrainingSize): number {
  return windows * columns * columns + columns * columns * columns;
}
