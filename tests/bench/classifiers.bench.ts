import { createClassifier } from '../../src/decoder/classifiers/create-classifier.js';
import { Lda } from '../../src/decoder/classifiers/lda.js';
import { classifierKinds } from '../../src/decoder/model-fields.js';
import { gaussianClouds } from '../support/gaussian-clouds.js';

/** One line of the table. */
export interface Measurement {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The same unit for a bare loop in the same run. */
  readonly baseline: number;
  /** How many times faster than the baseline; below 1 is slower. */
  readonly ratio: number;
}

const FEATURES = 32;
const classes = Array.from({ length: 7 }, (_, k) => `movement ${k}`);

/** Cost of one posterior of every classifier, and of training LDA, against bare loops over as many numbers. */
export function measureClassifiers(): Measurement[] {
  const { x, labels } = gaussianClouds({ classes, features: FEATURES, perClass: 100 });
  const out = new Float64Array(classes.length);
  const weights = Float64Array.from({ length: classes.length * FEATURES }, (_, i) => Math.sin(i));
  const baseline = microseconds(20_000, (n) => matrixTimesVector(weights, x[n % x.length], out));
  const rows = classifierKinds.map((kind): Measurement => {
    const model = createClassifier(kind, { epochs: 5 }).fit(x, labels);
    const value = microseconds(kind === 'knn' ? 2_000 : 20_000, (n) => model.posterior(x[n % x.length], out));
    return {
      name: `${kind}: posterior, 32 features × 7 classes`,
      value,
      unit: 'µs',
      baseline,
      ratio: baseline / value,
    };
  });
  return [...rows, ldaTraining()];
}

function ldaTraining(): Measurement {
  const { x, labels } = gaussianClouds({ classes, features: 40, perClass: 1429 });
  const scatter = new Float64Array(40 * 40);
  const baseline = microseconds(3, () => {
    for (const row of x)
      for (let i = 0; i < 40; i++) for (let j = 0; j <= i; j++) scatter[i * 40 + j] += row[i] * row[j];
  });
  const value = microseconds(3, () => new Lda().fit(x, labels));
  return {
    name: 'lda: training, 10 000 × 40',
    value: value / 1e6,
    unit: 's',
    baseline: baseline / 1e6,
    ratio: baseline / value,
  };
}

function matrixTimesVector(weights: Float64Array, x: Float64Array, out: Float64Array): void {
  for (let k = 0, at = 0; k < out.length; k++) {
    let sum = 0;
    for (let i = 0; i < x.length; i++, at++) sum += weights[at] * x[i];
    out[k] = sum;
  }
}

/** Least time per call over five runs, after one to warm up. */
function microseconds(calls: number, call: (n: number) => void): number {
  let best = Infinity;
  for (let run = 0; run < 6; run++) {
    const start = performance.now();
    for (let n = 0; n < calls; n++) call(n);
    if (run > 0) best = Math.min(best, ((performance.now() - start) * 1000) / calls);
  }
  return best;
}

if (process.argv[1]?.endsWith('classifiers.bench.ts')) console.table(measureClassifiers());
