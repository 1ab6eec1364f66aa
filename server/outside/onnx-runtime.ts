import { ModelError } from '../../src/ground/signal/errors.js';

/** The part of an ONNX runtime that is used; `onnxruntime-node` and `onnxruntime-web` both have it. */
export interface OnnxRuntime {
  readonly InferenceSession: { create(path: string): Promise<OnnxSession> };
  readonly Tensor: new (
    type: 'float32' | 'float64',
    data: Float32Array | Float64Array,
    dims: readonly number[],
  ) => object;
}

/** What a model says of an input or output; numbers of the shape are fixed, names and −1 are free. */
export interface OnnxValue {
  readonly isTensor: boolean;
  readonly type?: string;
  readonly shape?: readonly (number | string)[];
}

export interface OnnxSession {
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
  /** In the order of the names; runtimes before 1.21 do not have it. */
  readonly inputMetadata?: readonly OnnxValue[];
  run(
    feeds: Record<string, object>,
    fetches?: readonly string[],
  ): Promise<Record<string, { readonly data: unknown }>>;
  release?(): Promise<void>;
}

const runtimes = ['onnxruntime-node', 'onnxruntime-web'] as const;

/**
 * The ONNX runtime that is installed.
 * @throws ModelError that says what to install
 */
export async function findOnnxRuntime(
  load = (name: string): Promise<unknown> => import(name),
): Promise<OnnxRuntime> {
  for (const name of runtimes) {
    let loaded: unknown;
    try {
      loaded = await load(name);
    } catch {
      continue; // Not installed, or its binary does not run here: the next one may.
    }
    const runtime = [loaded, property(loaded, 'default')].find(isRuntime);
    if (runtime) return runtime;
  }
  throw new ModelError(`an ONNX model needs one of ${runtimes.join(' or ')}, and neither is installed`, {
    hint: 'Run "npm install onnxruntime-node" (native, fast) or "npm install onnxruntime-web" (no binary to fetch).',
  });
}

function isRuntime(value: unknown): value is OnnxRuntime {
  return (
    typeof property(property(value, 'InferenceSession'), 'create') === 'function' &&
    typeof property(value, 'Tensor') === 'function'
  );
}

function property(value: unknown, key: string): unknown {
  return (typeof value === 'object' || typeof value === 'function') && value !== null
    ? Reflect.get(value, key)
    : undefined;
}
