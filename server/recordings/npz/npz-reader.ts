import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StreamError } from '../../../src/ground/signal/errors.js';
import type { SampleBlock } from '../../../src/ground/signal/sample-block.js';
import { arrayRecording } from '../npy/array-recording.js';
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
import { parseInfo } from '../spool/spool.js';
import { inflateEntry, readZip, type ZipEntry } from './zip-reader.js';

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
    const recording = arrayRecording(`${path}: ${name}`, source, known, annotations, {
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
