import { annotationsOf } from '../arrays/array-annotations.js';
import { readArrayFile, type KnownBeside } from '../arrays/array-recording.js';
import type { NamedArray } from '../arrays/named-array.js';
import { InputFile } from '../input-file.js';
import { checkUnpacked } from '../limits.js';
import { bytesOf, npyArray } from '../npy/npy-array.js';
import { npyHeadBytes, parseNpyHeader } from '../npy/npy.js';
import type { ReadOptions, Recording, RecordingInfo } from '../recording.js';
import { gapsOf, perSample, parseInfo } from '../spool/spool.js';
import { damaged, entryHead, openEntry } from './zip-entry.js';
import { readZip, type ZipEntry } from './zip-reader.js';

/** Arrays of our own archives that are read as what they say, or are truth. */
const ownArrays = [
  ...Object.keys(perSample),
  'discharges',
  'info',
  'annotation_index',
  'annotation_text',
  'sample_rate_hz',
  'channel_names',
  'muscle_names',
  'movement_names',
  'gaps',
];

/**
 * Read an NPZ archive, ours or any other. The signal is `variable`, else `signal`, `emg` or `data`, else the only
 * two-dimensional array of numbers. Compressed arrays are unpacked to a temporary file while they are read.
 */
export async function readNpz(path: string, options: ReadOptions = {}): Promise<Recording> {
  const entries = await InputFile.using(path, readZip);
  const arrays: NamedArray[] = [];
  for (const entry of entries) if (entry.name.endsWith('.npy')) arrays.push(await entryArray(path, entry));
  const find = (name: string): NamedArray | undefined => arrays.find((array) => array.name === name);
  const info = ownInfo((await textsOf(find('info')))[0]);
  const silent = info ? ownArrays : ['annotation_index', 'annotation_text'];
  const gaps = info ? find('gaps') : undefined;
  const known: KnownBeside = {
    annotations: await annotationsOf(find('annotation_index'), find('annotation_text')),
    silent: ({ name }) => silent.includes(name),
    ...(gaps?.content === 'numbers' && { gaps: gapsOf(await gaps.numbers()) }),
    ...(info && (options.variable ?? 'signal') === 'signal' && { info }),
  };
  return readArrayFile({ path, arrays, ...known }, options);
}

async function entryArray(path: string, entry: ZipEntry): Promise<NamedArray> {
  const title = `${path}: ${entry.name}`;
  const source = parseNpyHeader(await entryHead(path, entry, npyHeadBytes), path, 0, title);
  const total = source.offset + bytesOf(source);
  if (total > entry.size)
    throw damaged(title, `says ${source.shape.join(' × ')}, ${total - entry.size} bytes of that are missing`);
  if (entry.deflated)
    checkUnpacked(
      entry.compressedSize,
      entry.size,
      title,
      'Save it uncompressed, with numpy.savez; such arrays are read piece by piece, whatever their size.',
    );
  return npyArray(source, {
    name: entry.name.slice(0, -'.npy'.length),
    title,
    bytes: () => openEntry(path, entry),
  });
}

const textsOf = async (array: NamedArray | undefined): Promise<string[]> =>
  array?.content === 'texts' ? array.texts() : [];
function ownInfo(json = ''): RecordingInfo | undefined {
  try {
    const parsed: unknown = JSON.parse(json);
    return typeof parsed === 'object' && parsed !== null && 'info' in parsed
      ? parseInfo(parsed.info)
      : undefined;
  } catch {
    return undefined;
  }
}
