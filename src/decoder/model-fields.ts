import { LAST_SEED } from '../ground/signal/random.js';
import { choice, group, number, type GroupValue } from '../ground/signal/field.js';

/** Classifiers of ours, by the names that scenarios and saved models use. */
export const classifierKinds = [
  'lda',
  'qda',
  'gaussian-naive-bayes',
  'knn',
  'nearest-centroid',
  'mahalanobis',
  'linear-svm',
  'random-forest',
  'mlp',
] as const;

/** Regressors of ours, likewise. */
export const regressorKinds = ['ridge', 'kernel-ridge', 'mlp'] as const;

/** Which model learns from the features, and its options. */
export const modelFields = {
  classifier: choice({
    options: classifierKinds,
    default: 'lda',
    explain: 'Model that tells movements apart; LDA is fast, robust and what clinics use.',
    source: ['englehart-2003', 'scikit-learn'],
    live: 'decoder',
  }),
  regressor: choice({
    options: regressorKinds,
    default: 'ridge',
    explain: 'Model that estimates the velocity of every joint, where control is by regression.',
    source: 'hahne-2014',
    live: 'decoder',
  }),
  modelOptions: group('Options of the models; each model reads its own.', {
    seed: number({
      unit: '1',
      default: 1,
      min: 0,
      max: LAST_SEED,
      integer: true,
      explain: 'Seed of random forest, SVM and MLP training: the same seed gives the same model.',
      live: 'decoder',
    }),
    shrinkage: number({
      unit: '1',
      default: 0,
      min: 0,
      max: 1,
      step: 0.05,
      explain: 'LDA, QDA, Mahalanobis: how far covariances are drawn towards a sphere; steadies few data.',
      source: ['friedman-1989', 'scikit-learn'],
      live: 'decoder',
    }),
    priors: choice({
      options: ['data', 'uniform'],
      default: 'data',
      explain:
        'LDA, QDA, naive Bayes: how likely each movement is before its window is seen: as often as it was recorded, or all alike.',
      source: 'scikit-learn',
      live: 'decoder',
    }),
    neighbours: number({
      unit: '1',
      default: 5,
      min: 1,
      max: 99,
      integer: true,
      explain: 'kNN: training windows that vote.',
      live: 'decoder',
    }),
    cost: number({
      unit: '1',
      default: 1,
      min: 0.001,
      max: 1000,
      explain: 'Linear SVM: price of a training window on the wrong side of the margin.',
      source: 'hsieh-2008',
      live: 'decoder',
    }),
    trees: number({
      unit: '1',
      default: 50,
      min: 1,
      max: 500,
      integer: true,
      explain: 'Random forest: number of trees.',
      source: 'breiman-2001',
      live: 'decoder',
    }),
    treeDepth: number({
      unit: '1',
      default: 12,
      min: 1,
      max: 30,
      integer: true,
      explain: 'Random forest: most questions asked in a row by one tree.',
      live: 'decoder',
    }),
    hiddenUnits: number({
      unit: '1',
      default: 32,
      min: 2,
      max: 256,
      integer: true,
      explain: 'MLP: neurons of the hidden layer.',
      live: 'decoder',
    }),
    epochs: number({
      unit: '1',
      default: 30,
      min: 1,
      max: 1000,
      integer: true,
      explain: 'MLP: passes over the training windows.',
      live: 'decoder',
    }),
    ridge: number({
      unit: '1',
      default: 1,
      min: 0,
      max: 10000,
      explain: 'Ridge and kernel ridge: penalty on large weights.',
      source: 'hoerl-1970',
      live: 'decoder',
    }),
    kernelWidth: number({
      unit: '1',
      default: 1,
      min: 0.01,
      max: 100,
      explain: 'Kernel ridge: width of the Gaussian kernel, in units of the root of the number of features.',
      live: 'decoder',
    }),
  }),
};

/** Name of a classifier of ours. */
export type ClassifierKind = (typeof classifierKinds)[number];
/** Name of a regressor of ours. */
export type RegressorKind = (typeof regressorKinds)[number];
/** Options of all models of ours; each takes those it knows. */
export type ModelOptions = GroupValue<(typeof modelFields)['modelOptions']['fields']>;
