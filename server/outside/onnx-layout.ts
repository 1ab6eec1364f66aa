import type { ClassifierTask, SampleKind } from '../../src/decoder/outside-model.js';
import { ModelError } from '../../src/ground/signal/errors.js';
import { samplesOf } from '../../src/ground/signal/units.js';
import type { OnnxValue } from './onnx-runtime.js';

/** How a sample is laid out for a model. */
export interface OnnxLayout {
  readonly dims: readonly number[];
  /** Whether a window is given sample by sample instead of channel by channel. */
  readonly transposed: boolean;
  readonly type: 'float32' | 'float64';
}

/**
 * How a model wants to be given its samples: vectors as [1, features], windows as [1, channels, samples], or as the
 * usual relatives of these where its shape says so: samples first, as Keras has them, or with an axis of one more for
 * images, as convolutions in two dimensions want them.
 * @param value what the model says of its input; without, the plain layout is assumed
 * @throws ModelError where no layout fits, with what would
 */
export function layoutOf(
  name: string,
  kind: SampleKind,
  task: ClassifierTask,
  value: OnnxValue | undefined,
): OnnxLayout {
  const { type = 'float32', shape, isTensor = true } = value ?? {};
  if (!isTensor || (type !== 'float32' && type !== 'float64'))
    throw new ModelError(`${name}: takes ${isTensor ? type : 'no tensor'}, expected float32 or float64`, {
      hint: 'Export it with an input of float32 numbers.',
    });
  const fitting = layouts(kind, task).find(({ dims }) => fits(shape, dims));
  if (fitting) return { ...fitting, type };
  const other = kinds(kind).find((one) => layouts(one, task).some(({ dims }) => fits(shape, dims)));
  throw new ModelError(
    `${name}: takes [${shape?.join(', ') ?? ''}] numbers, which ${described(kind, task)} do not fit`,
    {
      hint: other
        ? `It fits ${described(other, task)}: give --input ${other}.`
        : `Train it on ${described('features', task)}, or on ${described('window', task)} with --input window.`,
    },
  );
}

function layouts(kind: SampleKind, task: ClassifierTask): Omit<OnnxLayout, 'type'>[] {
  if (kind !== 'window') {
    const size = task.features.length;
    return [[1, size], [1, 1, size], [1, size, 1]].map((dims) => ({ dims, transposed: false })); // prettier-ignore
  }
  const { channels, samples } = windowOf(task);
  return [
    { dims: [1, channels, samples], transposed: false },
    { dims: [1, samples, channels], transposed: true },
    { dims: [1, 1, channels, samples], transposed: false },
    { dims: [1, channels, samples, 1], transposed: false },
    { dims: [1, 1, samples, channels], transposed: true },
    { dims: [1, samples, channels, 1], transposed: true },
  ];
}

/** Channels and samples of a window as the task cuts it. */
export function windowOf({ channels, sampleRateHz, windowMs }: ClassifierTask): {
  readonly channels: number;
  readonly samples: number;
} {
  return { channels: channels.length, samples: samplesOf(windowMs, sampleRateHz) };
}

function fits(shape: OnnxValue['shape'], dims: readonly number[]): boolean {
  return (
    shape === undefined ||
    (shape.length === dims.length &&
      shape.every((size, at) => typeof size === 'string' || size <= 0 || size === dims[at]))
  );
}

function kinds(but: SampleKind): SampleKind[] {
  return but === 'window' ? ['features'] : ['window'];
}

function described(kind: SampleKind, task: ClassifierTask): string {
  const { channels, samples } = windowOf(task);
  return kind === 'window'
    ? `windows of ${channels} channels × ${samples} samples`
    : `vectors of ${task.features.length} features`;
}
