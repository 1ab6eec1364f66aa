import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { InputOutputError, ModelError } from '../../src/ground/signal/errors.js';
import { checkedPosterior } from '../../src/decoder/outside/check-posterior.js';
import { LatencyMeter } from '../../src/decoder/outside/latency-meter.js';
import type {
  ClassifierTask,
  LatencySummary,
  OutsideModel,
  Sample,
  SampleKind,
} from '../../src/decoder/outside-model.js';

/** The part of an ONNX runtime that is used; `onnxruntime-node` and `onnxruntime-web` both have it. */
export interface OnnxRuntime {
  readonly InferenceSession: { create(path: string): Promise<OnnxSession> };
  readonly Tensor: new (type: 'float32', data: Float32Array, dims: readonly number[]) => object;
}

export interface OnnxSession {
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
  run(
    feeds: Record<string, object>,
    fetches?: readonly string[],
  ): Promise<Record<string, { readonly data: unknown }>>;
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

export interface OnnxOptions {
  readonly kind?: SampleKind;
  /** Give the runtime instead of finding one. */
  readonly runtime?: OnnxRuntime;
}

/**
 * A trained ONNX model: takes standardised features as float32 [1, features] (or a window as [1, channels, samples],
 * µV) and gives one number per class, in alphabetical order of the classes as scikit-learn sorts them. Where it has
 * several outputs, that named like `prob…` is read, else the last.
 */
export class OnnxModel implements OutsideModel {
  private readonly meter = new LatencyMeter();
  private classes = 0;
  private told: unknown;

  private constructor(
    readonly name: string,
    readonly kind: SampleKind,
    private readonly runtime: OnnxRuntime,
    private readonly session: OnnxSession,
  ) {}

  /** @throws InputOutputError, ModelError where the file or the runtime is missing, or the model is no classifier */
  static async load(path: string, { kind = 'features', runtime }: OnnxOptions = {}): Promise<OnnxModel> {
    if (!existsSync(resolve(path)))
      throw new InputOutputError(`${path}: no such file`, { hint: 'Give the path of an .onnx file.' });
    const found = runtime ?? (await findOnnxRuntime());
    let session: OnnxSession;
    try {
      session = await found.InferenceSession.create(resolve(path));
    } catch (cause) {
      throw new ModelError(`${path}: not a model that can be loaded (${reason(cause)})`, {
        hint: 'Export it as ONNX with an operator set that your onnxruntime knows.',
        cause,
      });
    }
    return new OnnxModel(basename(path), kind, found, session);
  }

  get latency(): LatencySummary {
    return this.meter.summary();
  }

  /** Try the model once, so that a misfit is told before anything depends on it. */
  async prepare({ classes, features, channels, sampleRateHz, windowMs }: ClassifierTask): Promise<void> {
    this.classes = classes.length;
    const samples = Math.round((windowMs * sampleRateHz) / 1000);
    const zeros = (length: number): number[] => new Array<number>(length).fill(0);
    await this.ask(this.kind === 'window' ? channels.map(() => zeros(samples)) : zeros(features.length));
  }

  async posterior(sample: Sample): Promise<Float64Array | undefined> {
    const start = performance.now();
    try {
      const posterior = await this.ask(sample);
      this.meter.answered(performance.now() - start);
      return posterior;
    } catch (error) {
      this.told = error;
      this.meter.missed();
      return undefined;
    }
  }

  /** Why the last question went without an answer. */
  get lastError(): unknown {
    return this.told;
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  private async ask(sample: Sample): Promise<Float64Array> {
    const { session, runtime, name } = this;
    const nested = sample.filter((row): row is readonly number[] => Array.isArray(row));
    const dims = nested.length > 0 ? [1, nested.length, nested[0]?.length ?? 0] : [1, sample.length];
    const tensor = new runtime.Tensor('float32', Float32Array.from(sample.flat()), dims);
    const output = session.outputNames.find((text) => /prob/i.test(text)) ?? session.outputNames.at(-1) ?? '';
    try {
      const outputs = await session.run({ [session.inputNames[0] ?? 'input']: tensor }, [output]);
      return checkedPosterior(name, outputs[output]?.data, this.classes);
    } catch (cause) {
      if (cause instanceof ModelError) throw cause;
      throw new ModelError(
        `${name}: the model does not accept [${dims.join(', ')}] numbers (${reason(cause)})`,
        {
          hint: 'Train it on these features, and export the probabilities as a tensor (skl2onnx: zipmap=False).',
          cause,
        },
      );
    }
  }
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

function reason(cause: unknown): string {
  return cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause);
}
