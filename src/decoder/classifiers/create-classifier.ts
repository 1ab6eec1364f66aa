import { ModelError } from '../../ground/signal/errors.js';
import { closest } from '../../ground/signal/parse-fields.js';
import { classifierKinds, type ClassifierKind, type ModelOptions } from '../model-fields.js';
import type { FlatClassifier } from './classifier.js';
import type { FeatureLabels } from './constant-features.js';
import { GaussianNaiveBayes } from './gaussian-naive-bayes.js';
import { Knn } from './knn.js';
import { Lda } from './lda.js';
import { LinearSvm } from './linear-svm.js';
import { Mahalanobis } from './mahalanobis.js';
import { Mlp } from './mlp.js';
import { ModelReader } from './model-reader.js';
import { NearestCentroid } from './nearest-centroid.js';
import { Qda } from './qda.js';
import { RandomForest } from './random-forest.js';

interface Entry {
  create(options: Partial<ModelOptions>): FlatClassifier;
  fromJSON(json: unknown): FlatClassifier;
}

const registry: Readonly<Record<ClassifierKind, Entry>> = {
  lda: { create: (options) => new Lda(options), fromJSON: (json) => Lda.fromJSON(json) },
  qda: { create: (options) => new Qda(options), fromJSON: (json) => Qda.fromJSON(json) },
  'gaussian-naive-bayes': {
    create: (options) => new GaussianNaiveBayes(options),
    fromJSON: (json) => GaussianNaiveBayes.fromJSON(json),
  },
  knn: { create: (options) => new Knn(options), fromJSON: (json) => Knn.fromJSON(json) },
  'nearest-centroid': {
    create: () => new NearestCentroid(),
    fromJSON: (json) => NearestCentroid.fromJSON(json),
  },
  mahalanobis: {
    create: (options) => new Mahalanobis(options),
    fromJSON: (json) => Mahalanobis.fromJSON(json),
  },
  'linear-svm': { create: (options) => new LinearSvm(options), fromJSON: (json) => LinearSvm.fromJSON(json) },
  'random-forest': {
    create: (options) => new RandomForest(options),
    fromJSON: (json) => RandomForest.fromJSON(json),
  },
  mlp: { create: (options) => new Mlp(options), fromJSON: (json) => Mlp.fromJSON(json) },
};

/**
 * An untrained classifier of a kind; options that the kind does not know are ignored.
 * @param featureLabels what features are called in its warnings
 * @throws ModelError on an unknown kind
 */
export function createClassifier(
  kind: string,
  options: Partial<ModelOptions> = {},
  featureLabels?: FeatureLabels,
): FlatClassifier {
  const classifier = entry(kind).create(options);
  classifier.featureLabels = featureLabels;
  return classifier;
}

/**
 * A trained classifier from its JSON.
 * @throws ModelError on an unknown kind or damaged content
 */
export function classifierFromJSON(json: unknown): FlatClassifier {
  return entry(new ModelReader(json, 'classifier').text('kind')).fromJSON(json);
}

function entry(kind: string): Entry {
  const known = classifierKinds.find((name) => name === kind);
  if (known) return registry[known];
  const guess = closest(kind, classifierKinds);
  throw new ModelError(`got classifier ${kind}, expected one of ${classifierKinds.join(', ')}`, {
    hint: guess
      ? `Did you mean ${guess}?`
      : 'Your own are given in extensions.classifier, or as a file on the command line.',
  });
}
