import type { CompiledModel } from '../classifiers/compiled-model.js';
import type { CSource } from './c-source.js';

/** Write `classify(x, p)`: the posterior of a vector of features. */
export function writeModel(source: CSource, model: CompiledModel, features: number, classes: number): void {
  switch (model.shape) {
    case 'linear':
      source.table('weights', model.weights, 'classes x features');
      source.table('bias', model.bias);
      source.costs('decision', 2 * classes * features);
      source.code(linear);
      break;
    case 'diagonal': {
      const shared = model.precisions.length === features;
      source.table('means', model.means, 'classes x features');
      source.table(
        'precisions',
        model.precisions,
        shared ? 'the same for all classes' : 'classes x features',
      );
      source.table('offsets', model.offsets);
      source.costs('decision', 4 * classes * features);
      source.code(diagonal(shared));
      break;
    }
    case 'quadratic': {
      const shared = model.factors.length === features * features;
      source.table('means', model.means, 'classes x features');
      source.table(
        'factors',
        triangles(model.factors, features),
        `${shared ? 'one for all classes' : 'one per class'}: lower triangle, row by row`,
      );
      source.table('offsets', model.offsets);
      source.state('float', 'centred', features);
      source.costs('decision', classes * (features + features * (features + 1) + 2 * features + 2));
      source.code(quadratic(shared));
      break;
    }
    case 'network': {
      const { first, second, hiddenUnits } = model;
      source.define('HIDDEN', String(hiddenUnits));
      source.table('first', first, 'hidden units x (features + 1), bias last');
      source.table('second', second, 'classes x (hidden units + 1), bias last');
      source.state('float', 'hidden', hiddenUnits);
      source.costs(
        'decision',
        hiddenUnits * (2 * features + 1) + classes * (2 * hiddenUnits + 1),
        hiddenUnits,
      );
      source.code(network);
    }
  }
  if ('sigmoids' in model && model.sigmoids) {
    source.table('sigmoids', model.sigmoids, 'slope and offset of each class');
    source.costs('decision', 7 * classes, classes);
    source.code(sigmoid);
  } else {
    source.code(softmaxCode);
    source.costs('decision', 3 * classes, classes);
    source.code(closing('softmax(p);'));
  }
}

/** `softmax(p)`. */
export const softmaxCode = `
/* From log scores to probabilities. */
static void softmax(float *p) {
  float most = p[0], sum = 0.0f;
  int k;
  for (k = 1; k < MYODESIS_CLASSES; k++)
    if (p[k] > most) most = p[k];
  for (k = 0; k < MYODESIS_CLASSES; k++) {
    p[k] = expf(p[k] - most);
    sum += p[k];
  }
  for (k = 0; k < MYODESIS_CLASSES; k++) p[k] /= sum;
}`;

/** Lower triangles, row by row, of square matrices of a size. */
function triangles(factors: Float64Array, size: number): Float64Array {
  return factors.filter((_, at) => at % size <= Math.floor(at / size) % size);
}

const linear = `
static void scores(const float *x, float *p) {
  const float *w = weights;
  int k, i;
  for (k = 0; k < MYODESIS_CLASSES; k++) {
    float score = bias[k];
    for (i = 0; i < FEATURES; i++) score += *w++ * x[i];
    p[k] = score;
  }
}`;

const diagonal = (shared: boolean): string => `
static void scores(const float *x, float *p) {
  const float *mean = means;
  int k, i;
  for (k = 0; k < MYODESIS_CLASSES; k++) {
    const float *precision = precisions${shared ? '' : ' + k * FEATURES'};
    float score = offsets[k];
    for (i = 0; i < FEATURES; i++) {
      const float d = x[i] - *mean++;
      score -= d * d * precision[i];
    }
    p[k] = score;
  }
}`;

const quadratic = (shared: boolean): string => `
static void scores(const float *x, float *p) {
  const float *mean = means;
  int k, i, j;
  for (k = 0; k < MYODESIS_CLASSES; k++) {
    const float *factor = factors${shared ? '' : ' + k * (FEATURES * (FEATURES + 1) / 2)'};
    float distance = 0.0f;
    for (i = 0; i < FEATURES; i++) s.centred[i] = x[i] - *mean++;
    for (i = 0; i < FEATURES; i++) {
      float sum = 0.0f;
      for (j = 0; j <= i; j++) sum += *factor++ * s.centred[j];
      distance += sum * sum;
    }
    p[k] = offsets[k] - 0.5f * distance;
  }
}`;

const network = `
static void scores(const float *x, float *p) {
  const float *w = first;
  int h, k, i;
  for (h = 0; h < HIDDEN; h++) {
    float sum = 0.0f;
    for (i = 0; i < FEATURES; i++) sum += *w++ * x[i];
    s.hidden[h] = tanhf(sum + *w++);
  }
  w = second;
  for (k = 0; k < MYODESIS_CLASSES; k++) {
    float sum = 0.0f;
    for (h = 0; h < HIDDEN; h++) sum += *w++ * s.hidden[h];
    p[k] = sum + *w++;
  }
}`;

/** What was too far out to be told says nothing of any class. */
const closing = (finish: string): string => `
static void classify(const float *x, float *p) {
  int k, broken = 0;
  scores(x, p);
  ${finish}
  for (k = 0; k < MYODESIS_CLASSES; k++)
    if (!(p[k] >= 0.0f && p[k] <= 1.0f)) broken = 1;
  for (k = 0; broken && k < MYODESIS_CLASSES; k++) p[k] = 1.0f / MYODESIS_CLASSES;
}`;

const sigmoid = `
/* From margins to probabilities. */
static void shares(float *p) {
  float sum = 0.0f;
  int k;
  for (k = 0; k < MYODESIS_CLASSES; k++) {
    p[k] = 1e-12f + 1.0f / (1.0f + expf(sigmoids[2 * k] * p[k] + sigmoids[2 * k + 1]));
    sum += p[k];
  }
  for (k = 0; k < MYODESIS_CLASSES; k++) p[k] /= sum;
}
${closing('shares(p);')}`;
