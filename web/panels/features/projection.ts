import { EigenvalueDecomposition, Matrix } from 'ml-matrix';

export interface LabelledPoint {
  readonly label: string;
  readonly values: Float64Array;
}

/** Linear map of standardised features on two axes. */
export interface Projection {
  readonly project: (values: ArrayLike<number>) => readonly [x: number, y: number];
}

/**
 * Two axes that show a cloud of features: of greatest variance (`pca`), or of greatest distance between
 * classes relative to the spread within them (`lda`, Fisher 1936). Undefined where there is too little.
 */
export function fitProjection(kind: 'pca' | 'lda', points: readonly LabelledPoint[]): Projection | undefined {
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
  const rows = points.map(({ values }) =>
    Array.from(
      { length: size },
      (_, f) => ((values[f] as number) - (mean[f] as number)) * (scale[f] as number),
    ),
  );
  const axes =
    kind === 'pca'
      ? principalAxes(rows)
      : fisherAxes(
          rows,
          points.map((point) => point.label),
        );
  if (!axes) return undefined;
  const [first, second] = axes;
  return {
    project: (values) => {
      let [x, y] = [0, 0];
      for (let f = 0; f < size; f++) {
        const z = ((values[f] as number) - (mean[f] as number)) * (scale[f] as number);
        x += z * (first[f] as number);
        y += z * (second[f] as number);
      }
      return [x, y];
    },
  };
}

type Axes = readonly [number[], number[]];

/** Eigenvectors of the two largest eigenvalues of a symmetric matrix. */
function leading(matrix: Matrix): Axes {
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(matrix, {
    assumeSymmetric: true,
  });
  const order = realEigenvalues
    .map((_, i) => i)
    .sort((a, b) => (realEigenvalues[b] ?? 0) - (realEigenvalues[a] ?? 0));
  return [eigenvectorMatrix.getColumn(order[0] ?? 0), eigenvectorMatrix.getColumn(order[1] ?? 0)];
}

function covariance(rows: readonly number[][]): Matrix {
  const data = new Matrix(rows.map((row) => [...row]));
  return data.transpose().mmul(data).div(Math.max(1, rows.length));
}

function principalAxes(rows: readonly number[][]): Axes {
  return leading(covariance(rows));
}

function fisherAxes(rows: readonly number[][], labels: readonly string[]): Axes | undefined {
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
  const [a, b] = leading(between);
  const back = (axis: number[]): number[] => whiten.mmul(Matrix.columnVector(axis)).getColumn(0);
  return [back(a), back(b)];
}
