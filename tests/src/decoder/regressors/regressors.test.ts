import { describe, expect, it } from 'vitest';
import { createRegressor, regressorFromJSON } from '../../../../src/decoder/regressors/create-regressor.js';
import { Ridge } from '../../../../src/decoder/regressors/ridge.js';
import { regressorKinds } from '../../../../src/decoder/model-fields.js';
import { ModelError } from '../../../../src/ground/signal/errors.js';
import { RandomStream } from '../../../../src/ground/signal/random.js';

const random = new RandomStream(5, 'tests/regression');
const x = Array.from({ length: 300 }, () => Array.from({ length: 4 }, () => random.normal()));
const linear = ([a, b, c]: number[]): number[] => [2 * a - b + 0.5, 0.3 * c];
const y = x.map(linear);

describe.each(regressorKinds)('%s', (kind) => {
  const model = createRegressor(kind, { ridge: 0.01, epochs: 80, kernelWidth: 1.5 }).fit(x, y);

  it('estimates both outputs at once', () => {
    let error = 0;
    for (let n = 0; n < 100; n++) {
      const row = Array.from({ length: 4 }, () => random.normal());
      model.predict(row).forEach((value, o) => (error += (value - linear(row)[o]) ** 2 / 200));
    }
    // The variance of the outputs is 5 and 0.09.
    expect(Math.sqrt(error)).toBeLessThan(kind === 'ridge' ? 1e-3 : 0.35);
  });

  it('survives JSON, is deterministic, and writes into the array it is given', () => {
    const copy = regressorFromJSON(JSON.parse(JSON.stringify(model)));
    const again = createRegressor(kind, { ridge: 0.01, epochs: 80, kernelWidth: 1.5 }).fit(x, y);
    const out = new Float64Array(2);
    expect(copy.predict(x[0], out)).toBe(out);
    expect(Array.from(out)).toEqual(Array.from(model.predict(x[0])));
    expect(Array.from(again.predict(x[0]))).toEqual(Array.from(out));
  });

  it('refuses what does not fit', () => {
    expect(() => createRegressor(kind).predict([1])).toThrow(ModelError);
    expect(() => model.predict([1, 2])).toThrow(/got 2 features, expected 4/);
    expect(() => createRegressor(kind).fit(x, y.slice(1))).toThrow(/299 targets for 300 rows/);
    expect(() => regressorFromJSON({ kind })).toThrow(ModelError);
  });
});

it('least squares has the textbook solution', () => {
  // y = 1 + 2x through (0, 1), (1, 3), (2, 5), and the closed form of a ridge on standardised x.
  const points = [[0], [1], [2]];
  const line = new Ridge({ ridge: 0 }).fit(points, [[1], [3], [5]]);
  expect(line.predict([10])[0]).toBeCloseTo(21, 6);
  const shrunk = new Ridge({ ridge: 3 }).fit(points, [[1], [3], [5]]);
  // zᵀz = 3, so λ = 3 halves the slope.
  expect(shrunk.predict([2])[0]).toBeCloseTo(4, 9);
});

it('suggests the regressor most likely meant', () => {
  expect(() => createRegressor('rigde')).toThrow(/expected one of ridge, kernel-ridge, mlp/);
});
