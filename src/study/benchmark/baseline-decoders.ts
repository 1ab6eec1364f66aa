import type { BenchmarkDecoder } from './benchmark-decoder.js';

const lda = (name: string, features: string[]): BenchmarkDecoder => ({
  name,
  patch: { control: 'classification', features, classifier: 'lda' },
});

const onHtd = (
  name: string,
  classifier: NonNullable<BenchmarkDecoder['patch']['classifier']>,
): BenchmarkDecoder => ({ name, patch: { control: 'classification', features: ['HTD'], classifier } });

/** The decoder that others are most often measured against, and whose time is the unit of time per decision. */
export const reference: BenchmarkDecoder = lda('HTD-LDA', ['HTD']);

/** What a decoder is measured against; all else is the person's own: filters, windows of 200 ms every 50 ms, three votes. */
export const baselineDecoders: readonly BenchmarkDecoder[] = [
  { name: 'direct control', patch: { control: 'direct' } },
  lda('MAV-LDA', ['MAV']),
  lda('MAV+WL-LDA', ['MAV', 'WL']),
  reference,
  // What counts only above the noise of one day goes with that noise: calm without more of it, worse off with it.
  {
    name: 'HTD-LDA, thresholds',
    patch: { ...reference.patch, thresholds: 'rest', thresholdRestMultiple: 3 },
  },
  lda('TDAR-LDA', ['TDAR']),
  lda('LS4-LDA', ['LS4']),
  onHtd('HTD-QDA', 'qda'),
  onHtd('HTD-NB', 'gaussian-naive-bayes'),
  onHtd('HTD-kNN', 'knn'),
  onHtd('HTD-SVM', 'linear-svm'),
  onHtd('HTD-RF', 'random-forest'),
  onHtd('HTD-MLP', 'mlp'),
];
