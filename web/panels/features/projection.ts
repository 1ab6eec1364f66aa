import { EigenvalueDecomposition, Matrix } from 'ml-matrix';

export interface LabelledPoint {
  readonly label: string;
  readonly values: Float64Array;
}

export type ProjectionKind = 'pca' | 'lda';

/** One axis of a projection: a direction in the space of standardised features. */
export interface Component {
  /** Weight of each feature. */
  readonly weights: readonly number[];
  /** Share of all variance (PCA) or of all separation between classes (LDA), 0 to 1. */
  readonly share: number;
}

/** Linear map of standardised features on some axes. */
export interface Projection {
  readonly kind: ProjectionKind;
  readonly components: readonly Component[];
  /** Place on each axis. */
  readonly project: (values: ArrayLike<number>) => readonly number[];
}

/**
 * Axes that show a cloud of features: of greatest variance (`pca`), or of greatest distance between classes relative to
 * the spread within them (`lda`, Fisher 1936), of which there is one less than there are classes. Undefined where there is
 * too little for two.
 * @param before axes that were shown: the sign of an axis is anybody's choice, and is kept
 */
export function fitProjection(
  kind: ProjectionKind,
  points: readonly LabelledPoint[],
  axes = 2,
  before?: Projection,
): Projection | undefined {
  const size = points[0]?.values.length ?? 0;
  if (points.length < 12 || size < 2) return undefined;
  const mean = new Float64Array(size);
  const scale = new Float64Array(size);
  for (const { values } of points)
    for (let f = 0; f < size; f++) mean[f] += (values[f] as number) / points.length;
  for (const { values } of points)
    for (let f = 0; f < size; f++)
      scale[f] += ((values[f] as number) - (mean[f] as number)) ** 2 / points.length;
  for (let f = 0; f < size; f++) scale[f] = 1 / Math.sqrt((scale[f] as number) || 1);
  const standard = (values: ArrayLike<number>): number[] =>
    Array.from(scale, (by, f) => ((values[f] as number) - (mean[f] as number)) * by);
  const rows = points.map(({ values }) => standard(values));
  const labels = points.map(({ label }) => label);
  const found = kind === 'pca' ? leading(covariance(rows), axes) : fisherAxes(rows, labels, axes);
  if (!found || found.length < 2) return undefined;
  const components = found.map((axis, i) =>
    signed(axis, before?.kind === kind ? before.components[i] : undefined),
  );
  return {
    kind,
    components,
    project: (values) => {
      const z = standard(values);
      return components.map(({ weights }) => dot(weights, z));
    },
  };
}

const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, f) => sum + value * (b[f] ?? 0), 0);

/** The same axis, turned to where it pointed before, or else to where its largest weight is positive. */
function signed(axis: Component, before: Component | undefined): Component {
  const { weights, share } = axis;
  const largest = weights.reduce((most, value) => (Math.abs(value) > Math.abs(most) ? value : most), 0);
  const towards = before ? dot(weights, before.weights) : largest;
  return towards < 0 ? { weights: weights.map((value) => -value), share } : axis;
}

/** Eigenvectors of the largest eigenvalues of a symmetric matrix, with their shares of the sum. */
function leading(matrix: Matrix, count: number): Component[] {
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(matrix, {
    assumeSymmetric: true,
  });
  const sum = realEigenvalues.reduce((a, b) => a + Math.max(0, b), 0) || 1;
  const order = realEigenvalues.map((value, i) => ({ value, i })).sort((a, b) => b.value - a.value);
  return order
    .slice(0, count)
    .map(({ value, i }) => ({ weights: eigenvectorMatrix.getColumn(i), share: Math.max(0, value) / sum }));
}

function covariance(rows: readonly number[][]): Matrix {
  const data = new Matrix(rows.map((row) => [...row]));
  return data.transpose().mmul(data).div(Math.max(1, rows.length));
}

function fisherAxes(
  rows: readonly number[][],
  labels: readonly string[],
  axes: number,
): Component[] | undefined {
  const size = rows[0]?.length ?? 0;
  const groups = new Map<string, number[][]>();
  rows.forEach((row, i) => {
    const label = labels[i] ?? '';
    const group = groups.get(label);
    if (group) group.push(row);
    else groups.set(label, [row]);
  });
  if (groups.size < 3) return undefined;
  const centred: number[][] = [];
  const means: number[][] = [];
  for (const group of groups.values()) {
    const mean = Array.from(
      { length: size },
      (_, f) => group.reduce((sum, row) => sum + (row[f] ?? 0), 0) / group.length,
    );
    const weight = Math.sqrt(group.length);
    means.push(mean.map((value) => value * weight));
    for (const row of group) centred.push(row.map((value, f) => value - (mean[f] ?? 0)));
  }
  // A little of the identity, because neighbouring features are nearly the same.
  const within = covariance(centred).add(Matrix.eye(size, size).mul(0.05));
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(within, {
    assumeSymmetric: true,
  });
  const whiten = eigenvectorMatrix
    .mmul(Matrix.diag(realEigenvalues.map((value) => 1 / Math.sqrt(Math.max(value, 1e-9)))))
    .mmul(eigenvectorMatrix.transpose());
  const between = covariance(new Matrix(means).mmul(whiten).to2DArray());
  const back = (axis: readonly number[]): number[] =>
    whiten.mmul(Matrix.columnVector([...axis])).getColumn(0);
  return leading(between, Math.min(axes, groups.size - 1)).map(({ weights, share }) => ({
    weights: back(weights),
    share,
  }));
}
