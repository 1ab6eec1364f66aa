import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import { square } from '../../ground/math/real.js';

/** A symmetric positive definite matrix and how it was made so. */
export interface SteadyCovariance {
  readonly cholesky: CholeskyDecomposition;
  /** Share by which off-diagonal entries were reduced because the data did not determine them; 0 if none. */
  readonly reduced: number;
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
 * features, a constant or a repeated feature), it is drawn towards its own diagonal, by no more than is
 * needed: unlike the sphere this works whatever the units of the features are.
 *
 * @param covariance row-major, D × D, lower triangle read; changed in place
 * @param spread variance to use for a feature that is constant within the classes
 * @param degreesOfFreedom rows behind the estimate less the means taken off
 */
export function steadyCovariance(
  covariance: Float64Array,
  size: number,
  spread: (feature: number) => number,
  degreesOfFreedom: number,
  shrinkage: number,
): SteadyCovariance {
  shrink(covariance, size, shrinkage);
  for (let i = 0; i < size; i++) {
    const own = covariance[i * size + i];
    const floor = 1e-6 * spread(i);
    if (own <= floor) covariance[i * size + i] = floor > 0 ? floor : 1;
  }
  const underdetermined = shrinkage === 0 && degreesOfFreedom < size;
  for (const reduced of underdetermined ? [0.1, 0.3, 1] : [0, 1e-6, 1e-3, 0.1, 1]) {
    const cholesky = factor(covariance, size, reduced);
    if (cholesky) return { cholesky, reduced };
  }
  // A diagonal of positive numbers always has a factor.
  throw new RangeError('steadyCovariance: got a diagonal that is not positive');
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
    if (!(square(lower.get(i, i)) > 1e-9 * covariance[i * size + i])) return undefined;
  return cholesky;
}

/** Inverse of the lower Cholesky factor, row-major: |L⁻¹(x − μ)|² is the squared Mahalanobis distance. */
export function inverseFactor(cholesky: CholeskyDecomposition, size: number): Float64Array {
  const lower = cholesky.lowerTriangularMatrix;
  const inverse = new Float64Array(size * size);
  for (let column = 0; column < size; column++)
    for (let i = column; i < size; i++) {
      let sum = i === column ? 1 : 0;
      for (let j = column; j < i; j++) sum -= lower.get(i, j) * inverse[j * size + column];
      inverse[i * size + column] = sum / lower.get(i, i);
    }
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
