import type { Dataset as Hdf5Dataset, File as Hdf5File } from 'h5wasm/node';
import { StreamError } from '../../../src/ground/signal/errors.js';
import { createBlock, type SampleBlock } from '../../../src/ground/signal/sample-block.js';
import { defaultUnitScale, type Annotation, type ReadOptions, type Recording } from '../recording.js';
import { segmentsOfAnnotations } from '../segments.js';
import { InputFile } from '../input-file.js';
import { voltsPerUnit } from '../unit-scale.js';

const chunkNumbers = 1 << 18;

const signature = Buffer.from('\x89HDF\r\n\x1a\n', 'latin1');

interface Plan {
  readonly name: string;
  readonly samples: number;
  readonly channels: number;
  /** True where the first dimension is time. */
  readonly rows: boolean;
  readonly scale: number;
}

/**
 * Read HDF5: the dataset `variable`, else `signal`, `emg` or `data`, with `sample_rate_hz` (or `fs`) and
 * `channel_names` as attributes of it or of the file. The longer dimension is time.
 */
export async function readHdf5(path: string, options: ReadOptions = {}): Promise<Recording> {
  // Looked at first by ourselves: the library prints a page of its own on any file that is none.
  const signed = await InputFile.using(path, async (input) => {
    for (const offset of [0, 512, 1024, 2048])
      if ((await input.read(offset, 8)).equals(signature)) return true;
    return false;
  });
  if (!signed) throw notHdf5(path);
  const { file, dataset, name } = await openDataset(path, options.variable);
  try {
    const [rows = 0, columns = 1] = dataset.shape ?? [];
    if (dataset.shape === null || dataset.shape.length < 1 || dataset.shape.length > 2)
      throw new StreamError(
        `${path}: /${name} has ${dataset.shape?.length ?? 0} dimensions, expected samples × channels`,
        {
          hint: 'Name the dataset to read (variable).',
        },
      );
    const byRows = rows >= columns;
    const attribute = (...names: string[]): unknown => {
      for (const key of names)
        for (const owner of [dataset, file]) if (owner.attrs[key]) return owner.attrs[key].value;
      return undefined;
    };
    const stated = attribute('sample_rate_hz', 'sampling_rate', 'fs', 'Fs');
    const sampleRateHz = options.sampleRateHz ?? numberOf(stated);
    if (sampleRateHz === undefined || !(sampleRateHz > 0))
      throw new StreamError(`${path}: /${name} does not say its sampling rate`, {
        hint: 'Give the sampling rate in Hz, or set the attribute "sample_rate_hz".',
      });
    const unit = attribute('unit', 'units');
    const names = attribute('channel_names');
    const channels = byRows ? columns : rows;
    const plan: Plan = {
      name,
      samples: byRows ? rows : columns,
      channels,
      rows: byRows,
      scale:
        options.unitScale ?? (typeof unit === 'string' ? voltsPerUnit(unit) : undefined) ?? defaultUnitScale,
    };
    const channelNames =
      Array.isArray(names) && names.length === channels
        ? names.map(String)
        : Array.from({ length: channels }, (_, c) => `ch${c + 1}`);
    const annotations = annotationsOf(file);
    const segments = segmentsOfAnnotations(annotations, plan.samples);
    const startedAt = dateOf(attribute('started_at'));
    return {
      info: { sampleRateHz, channelNames, unit: 'V', ...(startedAt && { startedAt }) },
      annotations,
      ...(segments.length > 0 && { segments }),
      blocks: () => blocksOf(path, plan, sampleRateHz),
    };
  } finally {
    file.close();
  }
}

function notHdf5(path: string, cause?: unknown): StreamError {
  return new StreamError(`${path}: is not HDF5, or is damaged`, {
    hint: 'An interrupted recording of ours lies beside it in a folder that ends in .part.',
    cause,
  });
}

async function openDataset(
  path: string,
  variable: string | undefined,
): Promise<{ file: Hdf5File; dataset: Hdf5Dataset; name: string }> {
  const { default: h5wasm, ready } = await import('h5wasm/node');
  await ready;
  let file: Hdf5File;
  try {
    file = new h5wasm.File(path, 'r');
  } catch (cause) {
    throw notHdf5(path, cause);
  }
  const present = file.paths().map((name) => name.replace(/^\/+/, ''));
  for (const name of variable === undefined ? ['signal', 'emg', 'data'] : [variable]) {
    if (!present.includes(name.replace(/^\/+/, ''))) continue;
    const found = file.get(name);
    if (found instanceof h5wasm.Dataset) return { file, dataset: found, name };
  }
  const listed = present.join(', ');
  file.close();
  throw new StreamError(
    `${path}: holds no dataset "${variable ?? 'signal'}"; it holds ${listed || 'nothing'}`,
    {
      hint: 'Name the dataset to read (variable).',
    },
  );
}

async function* blocksOf(path: string, plan: Plan, rate: number): AsyncIterable<SampleBlock> {
  const { file, dataset } = await openDataset(path, plan.name);
  const { samples, channels, rows, scale } = plan;
  const step = Math.max(1, Math.floor(chunkNumbers / channels));
  try {
    for (let from = 0; from < samples; from += step) {
      const count = Math.min(step, samples - from);
      const flat = dataset.shape?.length === 1;
      const time: [number, number] = [from, from + count];
      const values = dataset.slice(flat ? [time] : rows ? [time, []] : [[], time]);
      const block = createBlock(from, rate, channels, count);
      if (!ArrayBuffer.isView(values) || values.length !== block.data.length)
        throw new StreamError(`${path}: /${plan.name} holds no plain numbers`, {
          hint: 'Save it as float or int.',
        });
      for (let c = 0; c < channels; c++)
        for (let i = 0; i < count; i++)
          block.data[c * count + i] = Number(values[rows ? i * channels + c : c * count + i]) * scale;
      yield block;
    }
  } finally {
    file.close();
  }
}

function annotationsOf(file: Hdf5File): Annotation[] {
  const value = (name: string): unknown => {
    const found = file.keys().includes('annotations') ? file.get(`annotations/${name}`) : undefined;
    return found && 'value' in found ? found.value : undefined;
  };
  const indices = value('index');
  const texts = value('text');
  if (!ArrayBuffer.isView(indices) || !Array.isArray(texts) || !(indices instanceof Float64Array)) return [];
  return Array.from(indices, (index, i) => ({ index, text: String(texts[i] ?? '') }));
}

function numberOf(value: unknown): number | undefined {
  const first: unknown =
    ArrayBuffer.isView(value) && 'length' in value ? Array.from(value as Float64Array)[0] : value;
  return typeof first === 'number' || typeof first === 'bigint' ? Number(first) : undefined;
}

function dateOf(value: unknown): Date | undefined {
  const date = typeof value === 'string' ? new Date(value) : undefined;
  return date && Number.isFinite(date.getTime()) ? date : undefined;
}
