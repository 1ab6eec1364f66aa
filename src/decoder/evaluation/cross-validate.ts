import type { Classifier } from '../classifiers/classifier.js';
import { matrixOf, type Labels, type Rows } from '../classifiers/training-set.js';
import { heldOutDecisions } from '../training/held-out.js';
import { ModelError } from '../../ground/signal/errors.js';
import {
  classificationMetrics,
  type ClassificationMetrics,
  type MetricOptions,
} from './classification-metrics.js';

export { groupFolds } from '../training/held-out.js';

/**
 * Metrics over repetitions (or trials) that were left out in turn. Groups are never split: windows of one repetition
 * overlap, and testing on the neighbours of training windows flatters any model.
 *
 * @param groups repetition or trial of each row
 * @param folds groups are pooled into at most this many parts; default one part per group
 * @throws ModelError where there are fewer than two groups
 */
export function crossValidate(
  create: () => Classifier,
  x: Rows,
  labels: Labels,
  groups: readonly (number | string)[],
  { folds = Infinity, ...options }: MetricOptions & { readonly folds?: number } = {},
): ClassificationMetrics {
  const { data, rows, columns } = matrixOf('cross-validation', x);
  const names = [...new Set(groups)];
  if (names.length < 2)
    throw new ModelError(`cross-validation: got ${names.length} group, expected at least two`, {
      hint: 'Record at least two repetitions; one cannot be both learned from and tested on.',
    });
  const table = {
    rows,
    columns,
    x: data,
    labels: Array.from(labels as ArrayLike<string | number>, String),
    repetitions: groups.map((group) => names.indexOf(group)),
  };
  const { rows: tested, truth, decided } = heldOutDecisions(create, table, folds);
  // Back in order of time, so that changes of decision are counted rightly.
  const order = tested.map((_, n) => n).sort((a, b) => tested[a] - tested[b]);
  return classificationMetrics(
    order.map((n) => truth[n]),
    order.map((n) => decided[n]),
    options,
  );
}
