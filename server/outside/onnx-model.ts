import { statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { softmax } from '../../src/decoder/classifiers/classifier.js';
import { checkedPosterior } from '../../src/decoder/outside/check-posterior.js';
import { LatencyMeter } from '../../src/decoder/outside/latency-meter.js';
import type {
  ClassifierTask,
  LatencySummary,
  OutsideModel,
  Sample,
  SampleKind,
} from '../../src/decoder/outside-model.js';
import { InputOutputError, ModelError } from '../../src/ground/signal/errors.js';
import { layoutOf, windowOf, type OnnxLayout } from './onnx-layout.js';
import { findOnnxRuntime, type OnnxRuntime, type OnnxSession } from './onnx-runtime.js';

export interface OnnxOptions {
  /** What it is given of each window; default `features`. */
  readonly kind?: SampleKind;
  /** Whether its numbers are logits, whose softmax is taken here. */
  readonly logits?: boolean;
  /** Told what is assumed of the model, and, once until it is over, why it gives no answer. */
  readonly onNotice?: (text: string) => void;
  /** Give the runtime instead of finding one. */
  readonly runtime?: OnnxRuntime;
}

/** Probabilities may miss 1 by what half precision and quantisation cost. */
const SUM_TOLERANCE = 0.02;

/**
 * A trained ONNX model: takes standardised features as [1, features], or a window in µV as [1, channels, samples],
 * and gives one probability per class, in alphabetical order of the classes as scikit-learn sorts them. Where it has
 * several outputs, that named like `prob…` is read, else the last.
 */
export class OnnxModel implements OutsideModel {
  private readonly meter = new LatencyMeter();
  private readonly onNotice: (text: string) => void;
  private classes: readonly string[] = [];
  private layout: OnnxLayout = { dims: [1, 0], transposed: false, type: 'float32' };
  private failing = false;
  private told = '';
  /** Runtimes do one run of a session at a time. */
  private last: Promise<unknown> = Promise.resolve();

  private constructor(
    readonly name: string,
    readonly kind: SampleKind,
    private readonly logits: boolean,
    private readonly runtime: OnnxRuntime,
    private readonly session: OnnxSession,
    onNotice: (text: string) => void = () => undefined,
  ) {
    this.onNotice = onNotice;
  }

  /** @throws InputOutputError, ModelError where the file or the runtime is missing, or the model is no classifier */
  static async load(path: string, options: OnnxOptions = {}): Promise<OnnxModel> {
    // A file that is not there is named before a runtime is asked for.
    const file = existing(path);
    const { kind = 'features', logits = false, runtime = await findOnnxRuntime(), onNotice } = options;
    let session: OnnxSession;
    try {
      session = await runtime.InferenceSession.create(file);
    } catch (cause) {
      throw new ModelError(`${path}: not a model that can be loaded (${reason(cause)})`, {
        hint: 'Export it as ONNX with an operator set that your onnxruntime knows.',
        cause,
      });
    }
    const { inputNames } = session;
    if (inputNames.length !== 1)
      throw new ModelError(
        `${path}: takes ${inputNames.length} inputs (${inputNames.join(', ')}), expected one`,
        {
          hint: 'Export it with one input: the features, or with --input window the samples.',
        },
      );
    return new OnnxModel(basename(path), kind, logits, runtime, session, onNotice);
  }

  get latency(): LatencySummary {
    return this.meter.summary();
  }

  /** Try the model once, so that a misfit is told before anything depends on it. */
  async prepare(task: ClassifierTask): Promise<void> {
    this.classes = task.classes;
    this.layout = layoutOf(this.name, this.kind, task, this.session.inputMetadata?.[0]);
    const { channels, samples } = windowOf(task);
    await this.ask(
      this.kind === 'window'
        ? Array.from({ length: channels }, (_, c) => trial(samples, c))
        : trial(task.features.length, 0),
    );
    this.failing = false;
    const assumed = `${this.name}: its ${task.classes.length} numbers are taken in alphabetical order of the classes: ${task.classes.join(', ')}`;
    if (assumed !== this.told) this.onNotice(assumed);
    this.told = assumed;
  }

  async posterior(sample: Sample): Promise<Float64Array | undefined> {
    const start = performance.now();
    try {
      const posterior = await this.ask(sample);
      this.meter.answered(performance.now() - start);
      if (this.failing) this.onNotice(`classifier ${this.name} works again`);
      this.failing = false;
      return posterior;
    } catch (error) {
      this.meter.missed();
      if (!this.failing) this.onNotice(`classifier ${reason(error)}`);
      this.failing = true;
      return undefined;
    }
  }

  async close(): Promise<void> {
    await this.last;
    await this.session.release?.();
  }

  private ask(sample: Sample): Promise<Float64Array> {
    const turn = this.last.then(() => this.run(sample));
    this.last = turn.catch(() => undefined);
    return turn;
  }

  private async run(sample: Sample): Promise<Float64Array> {
    const { session, runtime, name, layout } = this;
    const { dims, type } = layout;
    const numbers = flat(sample, layout);
    const tensor = new runtime.Tensor(
      type,
      type === 'float64' ? Float64Array.from(numbers) : Float32Array.from(numbers),
      dims,
    );
    const output = session.outputNames.find((text) => /prob/i.test(text)) ?? session.outputNames.at(-1) ?? '';
    let outputs: Awaited<ReturnType<OnnxSession['run']>>;
    try {
      outputs = await session.run({ [session.inputNames[0] ?? 'input']: tensor }, [output]);
    } catch (cause) {
      throw new ModelError(
        `${name}: the model does not accept [${dims.join(', ')}] numbers (${reason(cause)})`,
        {
          hint: 'Train it on these features, and export the probabilities as a tensor (skl2onnx: zipmap=False).',
          cause,
        },
      );
    }
    return this.probabilities(outputs[output]?.data, output);
  }

  private probabilities(data: unknown, output: string): Float64Array {
    const { name, classes, logits } = this;
    if (!(data instanceof Float32Array || data instanceof Float64Array))
      throw new ModelError(`${name}: the output ${output} holds no probabilities`, {
        hint: 'Export the probabilities, not the label alone, as a tensor of float32 (skl2onnx: zipmap=False).',
      });
    const numbers = Float64Array.from(data);
    if (logits && numbers.every(Number.isFinite)) softmax(numbers);
    const posterior = checkedPosterior(name, numbers, classes.length, LOGITS);
    const sum = numbers.reduce((total, value) => total + value, 0);
    if (Math.abs(sum - 1) > SUM_TOLERANCE)
      throw new ModelError(
        `${name}: got numbers that sum to ${sum.toPrecision(3)}, expected probabilities, which sum to 1`,
        {
          hint: LOGITS,
        },
      );
    return posterior;
  }
}

const LOGITS = 'These look like logits: end the model with softmax, or give --logits.';

/** Numbers between −1 and 1 of which no two neighbours are alike: zeros would make models divide by nothing. */
function trial(length: number, shift: number): number[] {
  return Array.from({ length }, (_, i) => Math.sin(1 + i * 1.7 + shift));
}

/** The numbers of a sample one after the other, in the order of the layout. */
function flat(sample: Sample, { transposed }: OnnxLayout): readonly number[] {
  const rows = sample.filter((row): row is readonly number[] => Array.isArray(row));
  if (rows.length === 0) return sample.filter((value) => typeof value === 'number');
  if (!transposed) return rows.flat();
  return (rows[0] ?? []).flatMap((_, i) => rows.map((row) => row[i] ?? 0));
}

/** @throws InputOutputError where there is no such file */
function existing(path: string): string {
  const file = resolve(path);
  const found = statSync(file, { throwIfNoEntry: false });
  if (found?.isFile()) return file;
  throw new InputOutputError(`${path}: ${found ? 'no file but a folder' : 'no such file'}`, {
    hint: 'Give the path of an .onnx file.',
  });
}

function reason(cause: unknown): string {
  return cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause);
}
