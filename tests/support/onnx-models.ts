import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onnxFile, type ElementType, type Node, type Shape } from '../../src/decoder/export/onnx-file.js';

const folder = mkdtempSync(join(tmpdir(), 'myodesis-onnx-'));
let written = 0;

/** What a linear model is made of, and how it ends. */
export interface LinearModel {
  /** Shape of the input; the features or channels are those of the weights. */
  readonly shape: Shape;
  readonly type?: ElementType;
  /** A row per feature (or channel), a column per class. */
  readonly weights: readonly (readonly number[])[];
  readonly bias: readonly number[];
  /** Operations between input `X` and features `F`; default none. */
  readonly before?: readonly Node[];
  /** Operation at the end, from scores to `probabilities`; default softmax. */
  readonly end?: Omit<Node, 'inputs' | 'outputs'>;
  readonly endType?: ElementType;
}

/** Write a linear model as an ONNX file. @returns its path */
export function linearModel({ shape, type, weights, bias, before = [], end, endType }: LinearModel): string {
  const classes = bias.length;
  const last = end ?? { op: 'Softmax', attributes: { axis: 1 } };
  const bytes = onnxFile({
    input: { name: 'X', shape, ...(type && { type }) },
    outputs: [{ name: 'probabilities', shape: ['N', classes], ...(endType && { type: endType }) }],
    constants: [
      { name: 'W', dims: [weights.length, classes], values: weights.flat() },
      { name: 'B', dims: [classes], values: bias },
    ],
    nodes: [
      ...before,
      { op: 'Gemm', inputs: [before.length > 0 ? 'F' : 'X', 'W', 'B'], outputs: ['scores'] },
      { ...last, inputs: ['scores'], outputs: ['probabilities'] },
    ],
  });
  const path = join(folder, `model-${written++}.onnx`);
  writeFileSync(path, bytes);
  return path;
}

/** Mean absolute value over axes of the input, as the features of a linear model on windows. */
export function meanAbsolute(axes: readonly number[]): Node[] {
  return [
    { op: 'Abs', inputs: ['X'], outputs: ['A'] },
    { op: 'ReduceMean', inputs: ['A'], outputs: ['F'], attributes: { axes, keepdims: 0 } },
  ];
}

/** What a linear model with softmax says of features. */
export function linearPosterior({ weights, bias }: LinearModel, features: readonly number[]): number[] {
  const scores = bias.map((b, k) => features.reduce((sum, x, i) => sum + x * (weights[i]?.[k] ?? 0), b));
  const powers = scores.map((score) => Math.exp(score));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}
