import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StreamError } from '../../../src/ground/signal/errors.js';
import type { SampleBlock } from '../../../src/ground/signal/sample-block.js';
import { arrayBlocks, readNumbers, readStrings, signalArray } from '../npy/array-reader.js';
import { InputFile } from '../input-file.js';
import { npyHeadBytes, numberReader, parseNpyHeader, type ArraySource } from '../npy/npy.js';
import {
  defaultUnitScale,
  type Annotation,
  type ReadOptions,
  type Recording,
  type RecordingInfo,
} from '../recording.js';
import { segmentsOfAnnotations } from '../segments.js';
import { openSpool, parseInfo } from '../spool/spool.js';
import { inflateEntry, readZip, type ZipEntry } from './zip-reader.js';

/** Read one array saved with `numpy.save`: samples × channels or channels × samples, the longer is time. */
export async function readNpy(path: string, options: ReadOptions = {}): Promise<Recording> {
  const source = await InputFile.using(path, async (file) =>
    whole(parseNpyHeader(await file.read(0, npyHeadBytes), path), file),
  );
  return recordingOf(path, source, undefined, [], options);
}

/**
 * Read an NPZ archive, ours or any other. The signal is `variable`, else `signal`, `emg` or `data`, else the
 * only two-dimensional array of numbers; the rate is `sampleRateHz`, else what `sample_rate_hz` or `fs` says.
 * Compressed arrays are unpacked to a temporary file while blocks are read.
 */
export async function readNpz(path: string, options: ReadOptions = {}): Promise<Recording> {
  const entries = await InputFile.using(path, readZip);
  const scratch = new Scratch(path);
  try {
    const sources = new Map<string, ArraySource>();
    const compressed = new Map<string, ZipEntry>();
    for (const entry of entries) {
      if (!entry.name.endsWith('.npy')) continue;
      const name = entry.name.slice(0, -4);
      const from = entry.deflated ? await scratch.unpack(entry) : { path, offset: entry.offset };
      const source = await InputFile.using(from.path, async (file) =>
        parseNpyHeader(
          await file.read(from.offset, npyHeadBytes),
          from.path,
          from.offset,
          `${path}: ${entry.name}`,
        ),
      );
      sources.set(name, source);
      if (entry.deflated) compressed.set(name, entry);
    }
    const { name, source } = pickSignal(path, sources, options.variable);
    const rate = sources.get(rateNames.find((candidate) => sources.has(candidate)) ?? '');
    const sampleRateHz = options.sampleRateHz ?? (rate && (await readNumbers(rate, 0, 1))[0]);
    const texts = async (key: string): Promise<string[]> => {
      const found = sources.get(key);
      return found ? readStrings(found) : [];
    };
    const [json = ''] = await texts('info');
    const info = ownInfo(json);
    const named = await texts('channel_names');
    const indices = sources.get('annotation_index');
    const words = await texts('annotation_text');
    const annotations: Annotation[] = indices
      ? [...(await readNumbers(indices))].map((index, i) => ({ index, text: words[i] ?? '' }))
      : [];
    const known =
      info ??
      (named.length > 0 && sampleRateHz
        ? { sampleRateHz, channelNames: named, unit: 'V' as const }
        : undefined);
    const recording = recordingOf(`${path}: ${name}`, source, known, annotations, {
      ...options,
      ...(sampleRateHz !== undefined && { sampleRateHz }),
      ...(info && { unitScale: options.unitScale ?? 1 }),
    });
    const entry = compressed.get(name);
    return entry
      ? { ...recording, blocks: () => unpackedBlocks(path, entry, source, recording, options) }
      : recording;
  } finally {
    await scratch.remove();
  }
}

/** Read the folder that an interrupted NPZ, HDF5 or Parquet recording leaves. */
export async function readSpool(dir: string, options: ReadOptions = {}): Promise<Recording> {
  const { info, annotations, arrays } = await openSpool(dir);
  const signal = arrays.get('signal');
  if (!signal) throw new StreamError(`${dir}: holds no signal.npy`);
  const notes = ['The recording was never finished; what was on disk was read.'];
  return recordingOf(dir, signal, { ...info, notes }, annotations, { unitScale: 1, ...options });
}

const signalNames = ['signal', 'emg', 'data'];
const rateNames = ['sample_rate_hz', 'sampling_rate', 'sampling_frequency', 'sfreq', 'fs', 'Fs', 'sf', 'sF'];

function pickSignal(
  path: string,
  sources: ReadonlyMap<string, ArraySource>,
  variable: string | undefined,
): { name: string; source: ArraySource } {
  const numeric = [...sources].filter(([, { shape, descr }]) => shape.length === 2 && numberReader(descr));
  const wanted = variable !== undefined ? [variable] : signalNames;
  const name =
    wanted.find((candidate) => sources.has(candidate)) ??
    (variable === undefined && numeric.length === 1 ? numeric[0]?.[0] : undefined);
  const source = name === undefined ? undefined : sources.get(name);
  if (name !== undefined && source) return { name, source };
  const listed = [...sources].map(([key, { shape }]) => `${key} (${shape.join(' × ')})`).join(', ');
  throw new StreamError(
    `${path}: ${variable === undefined ? 'cannot tell which array is the signal' : `holds no array "${variable}"`}; it holds ${listed || 'none'}`,
    { hint: 'Name the array to read (variable), or save it as "signal".' },
  );
}

function ownInfo(json: string): RecordingInfo | undefined {
  try {
    const parsed: unknown = JSON.parse(json);
    return typeof parsed === 'object' && parsed !== null && 'info' in parsed
      ? parseInfo(parsed.info)
      : undefined;
  } catch {
    return undefined;
  }
}

function recordingOf(
  name: string,
  source: ArraySource,
  known: RecordingInfo | undefined,
  annotations: readonly Annotation[],
  options: ReadOptions,
): Recording {
  const array = signalArray(source, name);
  const sampleRateHz = options.sampleRateHz ?? known?.sampleRateHz;
  if (sampleRateHz === undefined || !(sampleRateHz > 0))
    throw new StreamError(`${name}: does not say its sampling rate`, {
      hint: 'Give the sampling rate in Hz, or save it in the archive as "sample_rate_hz".',
    });
  const fits = known?.channelNames.length === array.channels;
  const segments = segmentsOfAnnotations(annotations, array.samples);
  return {
    info: {
      ...known,
      sampleRateHz,
      channelNames:
        known && fits ? known.channelNames : Array.from({ length: array.channels }, (_, c) => `ch${c + 1}`),
      unit: 'V',
    },
    annotations,
    ...(segments.length > 0 && { segments }),
    blocks: () => arrayBlocks(array, sampleRateHz, options.unitScale ?? defaultUnitScale),
  };
}

/** An array cut to the rows that its file really holds. */
function whole(source: ArraySource, file: InputFile): ArraySource {
  const size = numberReader(source.descr)?.size ?? 1;
  const row = source.shape.slice(1).reduce((a, b) => a * b, 1);
  const rows = Math.floor((file.size - source.offset) / (size * row));
  const [first = 0, ...rest] = source.shape;
  return source.fortran || rows >= first ? source : { ...source, shape: [rows, ...rest] };
}

/** Blocks of a compressed array: unpacked for as long as they are being read. */
async function* unpackedBlocks(
  path: string,
  entry: ZipEntry,
  source: ArraySource,
  recording: Recording,
  options: ReadOptions,
): AsyncIterable<SampleBlock> {
  const scratch = new Scratch(path);
  try {
    const unpacked = await scratch.unpack(entry);
    const array = signalArray({ ...source, path: unpacked.path }, path);
    yield* arrayBlocks(array, recording.info.sampleRateHz, options.unitScale ?? defaultUnitScale);
  } finally {
    await scratch.remove();
  }
}

/** A temporary folder for unpacked arrays, made when first needed. */
class Scratch {
  private dir: string | undefined;
  private count = 0;

  constructor(private readonly archive: string) {}

  async unpack(entry: ZipEntry): Promise<{ path: string; offset: number }> {
    this.dir ??= await mkdtemp(join(tmpdir(), 'myodesis-'));
    const path = join(this.dir, `${this.count++}.npy`);
    await inflateEntry(this.archive, entry, path);
    return { path, offset: 0 };
  }

  async remove(): Promise<void> {
    if (this.dir) await rm(this.dir, { recursive: true, force: true });
  }
}
