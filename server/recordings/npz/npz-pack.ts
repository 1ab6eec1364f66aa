import { createReadStream } from 'node:fs';
import {
  encodeNpyHeader,
  encodeStrings,
  npyHeaderBytes,
  numberReader,
  type ArraySource,
} from '../npy/npy.js';
import { allOrNone } from '../../../src/recording/close-all.js';
import { logInfo, type Spool } from '../spool/spool.js';
import { ZipWriter } from './zip-writer.js';

/**
 * NPZ, as `numpy.load` reads it: `signal` (samples × channels, float32, volts), `sample_rate_hz`,
 * `channel_names`, `annotation_index`, `annotation_text`, `info` (JSON) and, with truth, `clean`,
 * `excitation`, `force` (samples × muscles), `strength`, `movement`, `cue` (codes into `movement_names`),
 * `flags` and `discharges` (muscle, unit, sample). Samples are rows of `signal`. Where some are missing, `gaps` says so:
 * the row after each gap, and how many. No pickles.
 */
export async function packNpz(spool: Spool, target: string): Promise<void> {
  await allOrNone(async (keep) => fill(await keep(ZipWriter.create(target)), spool));
}

async function fill(zip: ZipWriter, spool: Spool): Promise<void> {
  for (const [name, source] of spool.arrays) await addArray(zip, name, source);
  const { info, annotations, names, gaps } = spool;
  await addBytes(zip, 'sample_rate_hz', '<f8', [], new Float64Array([info.sampleRateHz]));
  const indices = BigInt64Array.from(annotations, ({ index }) => BigInt(Math.round(index)));
  if (gaps.length > 0) {
    const pairs = BigInt64Array.from(gaps.flatMap(({ row, missing }) => [BigInt(row), BigInt(missing)]));
    await addBytes(zip, 'gaps', '<i8', [gaps.length, 2], pairs);
  }
  await addBytes(zip, 'annotation_index', '<i8', [annotations.length], indices);
  await addStrings(
    zip,
    'annotation_text',
    annotations.map(({ text }) => text),
  );
  await addStrings(zip, 'channel_names', info.channelNames);
  if (info.muscleNames) await addStrings(zip, 'muscle_names', info.muscleNames);
  if (names.length > 0) await addStrings(zip, 'movement_names', names);
  const { descr, bytes } = encodeStrings([JSON.stringify(logInfo(info))]);
  await addBytes(zip, 'info', descr, [], bytes);
  await zip.close();
}

async function addArray(
  zip: ZipWriter,
  name: string,
  { path, offset, descr, shape }: ArraySource,
): Promise<void> {
  const bytes = shape.reduce((a, b) => a * b, numberReader(descr)?.size ?? 1);
  const end = offset + bytes - 1;
  async function* chunks(): AsyncIterable<Uint8Array> {
    yield encodeNpyHeader(descr, shape);
    if (bytes > 0)
      for await (const chunk of createReadStream(path, { start: offset, end, highWaterMark: 1 << 20 }))
        yield Buffer.from(chunk);
  }
  await zip.add(`${name}.npy`, npyHeaderBytes + bytes, chunks());
}

async function addBytes(
  zip: ZipWriter,
  name: string,
  descr: string,
  shape: readonly number[],
  values: ArrayBufferView,
): Promise<void> {
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  await zip.add(`${name}.npy`, npyHeaderBytes + bytes.length, [encodeNpyHeader(descr, shape), bytes]);
}

async function addStrings(zip: ZipWriter, name: string, texts: readonly string[]): Promise<void> {
  const { descr, bytes } = encodeStrings(texts);
  await addBytes(zip, name, descr, [texts.length], bytes);
}
