import type { File as Hdf5File } from 'h5wasm/node';
import { readNumbers } from '../npy/npy-array.js';
import type { ArraySource } from '../npy/npy.js';
import { perSample, type Spool } from '../spool/spool.js';

const chunkNumbers = 1 << 18;

/**
 * HDF5: `/signal` (samples × channels, float32, volts) with the attributes `sample_rate_hz`,
 * `channel_names` and `unit`; `/truth/…` and `/gaps` as in the NPZ; `/annotations/index` and `/annotations/text`.
 * The library (h5wasm) is loaded when first needed.
 */
export async function packHdf5(spool: Spool, target: string): Promise<void> {
  const { default: h5wasm, ready } = await import('h5wasm/node');
  await ready;
  const file = new h5wasm.File(target, 'w');
  try {
    const { info, annotations, names, gaps } = spool;
    for (const [name, source] of spool.arrays) {
      if (name !== 'signal' && !file.keys().includes('truth')) file.create_group('truth');
      await copyArray(file, name === 'signal' ? name : `truth/${name}`, source);
    }
    const signal = file.get('signal');
    if (signal && 'create_attribute' in signal) {
      signal.create_attribute('sample_rate_hz', info.sampleRateHz, [], '<d');
      signal.create_attribute('channel_names', [...info.channelNames]);
      signal.create_attribute('unit', 'V');
      if (info.startedAt) signal.create_attribute('started_at', info.startedAt.toISOString());
    }
    const truth = file.get('truth');
    if (truth && 'create_attribute' in truth) {
      if (info.muscleNames?.length) truth.create_attribute('muscle_names', [...info.muscleNames]);
      if (names.length > 0) truth.create_attribute('movement_names', [...names]);
      if (info.flags) truth.create_attribute('flag_names', JSON.stringify(info.flags));
    }
    if (gaps.length > 0)
      file.create_dataset({
        name: 'gaps',
        data: Float64Array.from(gaps.flatMap(({ row, missing }) => [row, missing])),
        shape: [gaps.length, 2],
      });
    if (annotations.length > 0) {
      const group = file.create_group('annotations');
      group.create_dataset({ name: 'index', data: Float64Array.from(annotations, ({ index }) => index) });
      group.create_dataset({ name: 'text', data: annotations.map(({ text }) => text) });
    }
  } finally {
    file.close();
  }
}

/** Copy an array chunk by chunk; the library is synchronous, so other work gets its turn in between. */
async function copyArray(file: Hdf5File, name: string, source: ArraySource): Promise<void> {
  const [rows = 0, ...rest] = source.shape;
  const width = rest.reduce((a, b) => a * b, 1);
  const step = Math.max(1, Math.floor(chunkNumbers / width));
  const typed = typedOf(source.descr);
  const chunk = [Math.max(1, Math.min(step, 16384, Math.max(rows, 1))), ...rest];
  const dataset = file.create_dataset({
    name,
    data: typed(new Float64Array(0)),
    shape: [0, ...rest],
    maxshape: [null, ...rest],
    chunks: chunk,
  });
  dataset.resize([rows, ...rest]);
  for (let from = 0; from < rows; from += step) {
    const count = Math.min(step, rows - from);
    const numbers = await readNumbers(source, from * width, count * width);
    dataset.write_slice(
      [[from, from + count], ...rest.map((size): [number, number] => [0, size])],
      typed(numbers),
    );
    await new Promise((resolve) => setImmediate(resolve));
  }
}

type Typed = Float32Array | Float64Array | Int16Array | Uint32Array;

function typedOf(descr: string): (numbers: Float64Array) => Typed {
  if (descr === perSample.signal) return (numbers) => new Float32Array(numbers);
  if (descr === perSample.movement) return (numbers) => new Int16Array(numbers);
  if (descr === perSample.flags) return (numbers) => new Uint32Array(numbers);
  return (numbers) => numbers;
}
