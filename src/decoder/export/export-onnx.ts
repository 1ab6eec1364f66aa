import type { CompiledModel } from '../classifiers/compiled-model.js';
import type { Standardizer } from '../training/standardizer.js';
import type { ExportOptions } from './c-head.js';
import { exportableDecoder } from './exportable.js';
import { onnxFile, type Constant, type Node } from './onnx-file.js';

/** A stretch of a model: from the vector `z` to the scores `scores`, one per class. */
interface Stretch {
  readonly constants: readonly Constant[];
  readonly nodes: readonly Node[];
}

/**
 * The classifier of a decoder as an ONNX file: standardisation and model, in single precision. Input `features`,
 * [N, features] as extracted; outputs `label` [N], the index of the class, and `probabilities` [N, classes]. Names of
 * features and classes, and how features are taken, are in its metadata.
 *
 * What is not in it: filters, features, smoothing, and the replacement of values that are not finite.
 *
 * @param json a saved decoder: `decoder.toJSON()`, or the content of its file
 * @throws ModelError where it is no decoder; ConfigError for what cannot be exported, with what can
 */
export function exportOnnx(json: unknown, { name, version }: ExportOptions = {}): Uint8Array {
  const { decoder, parts, model } = exportableDecoder(json);
  const { featureNames, classes, spec, signal } = decoder;
  const size = featureNames.length;
  const count = classes.length;
  const before = standardising(parts.standardizer);
  const scoring = scores(model, size, count);
  const sigmoids = model.shape === 'linear' ? model.sigmoids : undefined;
  const after = sigmoids ? shares(sigmoids) : softmax;
  return onnxFile({
    input: { name: 'features', shape: ['N', size] },
    outputs: [
      { name: 'label', shape: ['N'], type: 'int64' },
      { name: 'probabilities', shape: ['N', count] },
    ],
    constants: [before, scoring, after].flatMap(({ constants }) => constants),
    nodes: [
      ...[before, scoring, after].flatMap(({ nodes }) => nodes),
      node('ArgMax', ['probabilities'], 'label', { axis: 1, keepdims: 0 }),
    ],
    metadata: {
      ...(name !== undefined && { decoder: name }),
      ...(version !== undefined && { myodesis: version }),
      classes: JSON.stringify(classes),
      features: JSON.stringify(featureNames),
      feature_options: JSON.stringify(parts.featureOptions),
      filters: JSON.stringify(spec.filters),
      window: JSON.stringify({
        windowMs: spec.windowMs,
        stepMs: spec.stepMs,
        sampleRateHz: signal.sampleRateHz,
      }),
    },
  });
}

/** From `features` to `z`; what never changed in training is what it was there. */
function standardising({ mean, scale, raw }: Standardizer): Stretch {
  const dims = [mean.length];
  if (!raw)
    return {
      constants: [floats('mean', dims, mean), floats('scale', dims, scale)],
      nodes: [node('Sub', ['features', 'mean'], 'centred'), node('Mul', ['centred', 'scale'], 'z')],
    };
  const changes = scale.map((one) => (one > 0 ? 1 : 0));
  const fixed = mean.map((value, i) => (scale[i] > 0 ? 0 : value));
  return {
    constants: [floats('changes', dims, changes), floats('fixed', dims, fixed)],
    nodes: [node('Mul', ['features', 'changes'], 'changing'), node('Add', ['changing', 'fixed'], 'z')],
  };
}

function scores(model: CompiledModel, size: number, count: number): Stretch {
  switch (model.shape) {
    case 'linear':
      return {
        constants: [floats('weights', [count, size], model.weights), floats('bias', [count], model.bias)],
        nodes: [node('Gemm', ['z', 'weights', 'bias'], 'scores', { transB: 1 })],
      };
    case 'diagonal':
      return {
        constants: [
          floats('means', [1, count, size], model.means),
          floats('precisions', [1, model.precisions.length / size, size], model.precisions),
          floats('offsets', [count], model.offsets),
          integers('row', [0, 1, size]),
        ],
        nodes: [
          node('Reshape', ['z', 'row'], 'z_row'),
          node('Sub', ['z_row', 'means'], 'apart'),
          node('Mul', ['apart', 'apart'], 'squared'),
          node('Mul', ['squared', 'precisions'], 'weighted'),
          // All are at least 0, so that the sum of their sizes is their sum.
          node('ReduceL1', ['weighted'], 'distances', { axes: [2], keepdims: 0 }),
          node('Sub', ['offsets', 'distances'], 'scores'),
        ],
      };
    case 'quadratic': {
      const matrices = model.factors.length / (size * size);
      return {
        constants: [
          floats('means', [1, count, size, 1], model.means),
          floats('factors', [1, matrices, size, size], model.factors),
          floats('offsets', [count], model.offsets),
          floats('half', [], [0.5]),
          integers('column', [0, 1, size, 1]),
        ],
        nodes: [
          node('Reshape', ['z', 'column'], 'z_column'),
          node('Sub', ['z_column', 'means'], 'apart'),
          node('MatMul', ['factors', 'apart'], 'whitened'),
          node('ReduceSumSquare', ['whitened'], 'distances', { axes: [2, 3], keepdims: 0 }),
          node('Mul', ['distances', 'half'], 'halved'),
          node('Sub', ['offsets', 'halved'], 'scores'),
        ],
      };
    }
    case 'network': {
      const { hiddenUnits } = model;
      const first = split(model.first, hiddenUnits);
      const second = split(model.second, count);
      return {
        constants: [
          floats('first', [hiddenUnits, size], first.weights),
          floats('first_bias', [hiddenUnits], first.bias),
          floats('second', [count, hiddenUnits], second.weights),
          floats('second_bias', [count], second.bias),
        ],
        nodes: [
          node('Gemm', ['z', 'first', 'first_bias'], 'sums', { transB: 1 }),
          node('Tanh', ['sums'], 'hidden'),
          node('Gemm', ['hidden', 'second', 'second_bias'], 'scores', { transB: 1 }),
        ],
      };
    }
  }
}

const softmax: Stretch = {
  constants: [],
  nodes: [node('Softmax', ['scores'], 'probabilities', { axis: 1 })],
};

/** From margins to `probabilities` by a sigmoid per class, which are divided by their sum. */
function shares(sigmoids: Float64Array): Stretch {
  const count = sigmoids.length / 2;
  // 1 / (1 + exp(A f + B)) is the sigmoid of −A f − B.
  const every = (offset: number): number[] =>
    Array.from({ length: count }, (_, k) => -sigmoids[2 * k + offset]);
  return {
    constants: [
      floats('slopes', [count], every(0)),
      floats('shifts', [count], every(1)),
      floats('least', [], [1e-12]),
    ],
    nodes: [
      node('Mul', ['scores', 'slopes'], 'sloped'),
      node('Add', ['sloped', 'shifts'], 'shifted'),
      node('Sigmoid', ['shifted'], 'sigmoid'),
      node('Add', ['sigmoid', 'least'], 'shares'),
      node('ReduceL1', ['shares'], 'sum', { axes: [1], keepdims: 1 }),
      node('Div', ['shares', 'sum'], 'probabilities'),
    ],
  };
}

/** A layer whose rows end in their bias, as weights and biases. */
function split(
  layer: Float64Array,
  rows: number,
): { readonly weights: Float64Array; readonly bias: Float64Array } {
  const width = layer.length / rows;
  return {
    weights: layer.filter((_, at) => at % width < width - 1),
    bias: layer.filter((_, at) => at % width === width - 1),
  };
}

function node(op: string, inputs: readonly string[], output: string, attributes?: Node['attributes']): Node {
  return { op, inputs, outputs: [output], ...(attributes && { attributes }) };
}

function floats(name: string, dims: readonly number[], values: ArrayLike<number>): Constant {
  return { name, dims, values };
}

function integers(name: string, values: readonly number[]): Constant {
  return { name, dims: [values.length], values, type: 'int64' };
}
