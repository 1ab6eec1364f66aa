import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import { ModelError } from '../../ground/signal/errors.js';
import { square } from '../../ground/math/real.js';
import type { ClassStatistics } from './class-statistics.js';
import { isConstant } from './constant-features.js';

/** A symmetric positive definite matrix and how it was made so. */
export interface SteadyCovariance {
  readonly cholesky: CholeskyDecomposition;
  /** Share by which off-diagonal entries were reduced because the data did not determine them; 0 if none. */
  readonly reduced: number;
}

/** Features that say nothing: to be left out, whatever a window holds there. */
export interface IdleFeatures {
  /** Those that never change. */
  readonly constant: readonly number[];
  /** Those that the features before them determine, such as the features of a channel recorded twice. */
  readonly repeated: readonly number[];
}

/** Share of a variance that rounding leaves of it where other features determine the feature. */
const DETERMINED = 1e-9;

/**
 * Features without information, over all classes. Where windows are fewer than features each feature follows from
 * others; so repeated ones are told only where there are enough, and without shrinkage, which needs no help.
 */
export function idleFeatures(statistics: ClassStatistics, shrinkage: number): IdleFeatures {
  const { size, scatter, total, classes } = statistics;
  const idle = new Uint8Array(size);
  const constant: number[] = [];
  for (let i = 0; i < size; i++)
    if (isConstant(Math.sqrt(statistics.totalVariance(i)), statistics.level(i))) {
      constant.push(i);
      idle[i] = 1;
    }
  const enough = total - classes.length >= size - constant.length;
  return { constant, repeated: shrinkage === 0 && enough ? determined(scatter, size, idle) : [] };
}

/** Features whose scatter those before them explain: Cholesky's factor, passing over each that has none left. */
function determined(scatter: Float64Array, size: number, idle: Uint8Array): number[] {
  const found: number[] = [];
  const lower = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    if (idle[i]) continue;
    let left = scatter[i * size + i];
    for (let j = 0; j < i; j++) {
      if (lower[j * size + j] === 0) continue;
      let sum = scatter[i * size + j];
      for (let k = 0; k < j; k++) sum -= lower[i * size + k] * lower[j * size + k];
      lower[i * size + j] = sum / lower[j * size + j];
      left -= square(lower[i * size + j]);
    }
    // A feature that is constant within every class but not over them is the best there is.
    if (scatter[i * size + i] > 0 && left <= DETERMINED * scatter[i * size + i]) found.push(i);
    if (left > DETERMINED * scatter[i * size + i]) lower[i * size + i] = Math.sqrt(left);
    else lower.fill(0, i * size, (i + 1) * size);
  }
  return found;
}

/**
 * Draw a covariance (row-major, D × D) towards a sphere: (1 − s) C + s·trace(C)/D·I, as scikit-learn.
 */
export function shrink(covariance: Float64Array, size: number, shrinkage: number): void {
  if (shrinkage === 0) return;
  let trace = 0;
  for (let i = 0; i < size; i++) trace += covariance[i * size + i];
  for (let i = 0; i < covariance.length; i++) covariance[i] *= 1 - shrinkage;
  for (let i = 0; i < size; i++) covariance[i * size + i] += (shrinkage * trace) / size;
}

/**
 * Cholesky factor of a covariance, steadied if need be. Where the data do not determine it (fewer windows than
 * features), it is drawn towards its own diagonal, by no more than is
 * needed: unlike the sphere this works whatever the units of the features are.
 *
 * @param covariance row-major, D × D, lower triangle read; changed in place
 * @param spread variance to use for a feature that is constant within the classes
 * @param degreesOfFreedom rows behind the estimate less the means taken off
 * @param idle features that are parted from all others; {@link inverseFactor} leaves them out
 */
export function steadyCovariance(
  covariance: Float64Array,
  size: number,
  spread: (feature: number) => number,
  degreesOfFreedom: number,
  shrinkage: number,
  { constant, repeated }: IdleFeatures,
): SteadyCovariance {
  shrink(covariance, size, shrinkage);
  for (const i of [...constant, ...repeated]) {
    for (let j = 0; j < size; j++) covariance[i * size + j] = covariance[j * size + i] = 0;
    covariance[i * size + i] = 1;
  }
  for (let i = 0; i < size; i++) {
    const own = covariance[i * size + i];
    const floor = 1e-6 * spread(i);
    if (own <= floor) covariance[i * size + i] = floor > 0 ? floor : 1;
  }
  const underdetermined = shrinkage === 0 && degreesOfFreedom < size - constant.length - repeated.length;
  for (const reduced of underdetermined ? [0.1, 0.3, 1] : [0, 1e-6, 1e-3, 0.1, 1]) {
    const cholesky = factor(covariance, size, reduced);
    if (cholesky) return { cholesky, reduced };
  }
  // A diagonal of positive numbers always has a factor.
  throw new ModelError('got features so large that their squares are no numbers', {
    hint: 'Check the unit of the signal: amplitudes of EMG are some microvolts to millivolts.',
  });
}

function factor(covariance: Float64Array, size: number, reduced: number): CholeskyDecomposition | undefined {
  // ml-matrix refuses the slightest asymmetry, so both triangles are written from the lower one.
  const matrix = new Matrix(size, size);
  for (let i = 0; i < size; i++)
    for (let j = 0; j <= i; j++) {
      const value = covariance[i * size + j] * (i === j ? 1 : 1 - reduced);
      matrix.set(i, j, value);
      matrix.set(j, i, value);
    }
  const cholesky = new CholeskyDecomposition(matrix);
  if (!cholesky.isPositiveDefinite()) return undefined;
  const lower = cholesky.lowerTriangularMatrix;
  for (let i = 0; i < size; i++)
    // What is left of a variance after the other features explained their part.
    if (!(square(lower.get(i, i)) > DETERMINED * covariance[i * size + i])) return undefined;
  return cholesky;
}

/**
 * Inverse of the lower Cholesky factor, row-major: |L⁻¹(x − μ)|² is the squared Mahalanobis distance. Rows of idle
 * features are 0.
 */
export function inverseFactor(
  cholesky: CholeskyDecomposition,
  size: number,
  { constant, repeated }: IdleFeatures,
): Float64Array {
  const lower = cholesky.lowerTriangularMatrix;
  const inverse = new Float64Array(size * size);
  for (let column = 0; column < size; column++)
    for (let i = column; i < size; i++) {
      let sum = i === column ? 1 : 0;
      for (let j = column; j < i; j++) sum -= lower.get(i, j) * inverse[j * size + column];
      inverse[i * size + column] = sum / lower.get(i, i);
    }
  for (const i of [...constant, ...repeated]) inverse.fill(0, i * size, (i + 1) * size);
  return inverse;
}

/** Σ of squares of a lower-triangular matrix times a vector. */
export function triangularNorm2(lower: Float64Array, offset: number, size: number, x: Float64Array): number {
  let total = 0;
  for (let i = 0; i < size; i++) {
    const row = offset + i * size;
    let sum = 0;
    for (let j = 0; j <= i; j++) sum += lower[row + j] * x[j];
    total += sum * sum;
  }
  return total;
}
