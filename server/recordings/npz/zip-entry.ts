import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline as passOn } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, crc32, createInflateRaw, inflateRawSync } from 'node:zlib';
import { StreamError } from '../../../src/ground/signal/errors.js';
import { InputFile } from '../input-file.js';
import type { ZipEntry } from './zip-reader.js';

/** Packed bytes that give the first bytes of an entry; deflate makes at most 1032 of one. */
const packedHead = 1 << 14;

/** A part of an archive that is not what it says it is. */
export function damaged(title: string, what: string, cause?: unknown): StreamError {
  return new StreamError(`${title}: ${what}`, {
    hint: 'The file was cut short or changed; save it again.',
    cause,
  });
}

/** The first bytes of an entry, unpacked. */
export async function entryHead(archive: string, entry: ZipEntry, bytes: number): Promise<Buffer> {
  const length = Math.min(entry.compressedSize, entry.deflated ? packedHead : bytes);
  const packed = await InputFile.using(archive, (file) => file.read(entry.offset, length));
  if (!entry.deflated) return packed;
  try {
    return inflateRawSync(packed, { finishFlush: constants.Z_SYNC_FLUSH }).subarray(0, bytes);
  } catch (cause) {
    throw damaged(`${archive}: ${entry.name}`, 'cannot be unpacked', cause);
  }
}

/**
 * Random access to the bytes of an entry, unpacked to a temporary file where it is compressed. Its checksum is
 * compared first: what is changed on the way must not pass for a signal.
 *
 * @throws StreamError when size or checksum are not those of the table of contents
 */
export async function openEntry(
  archive: string,
  entry: ZipEntry,
): Promise<Pick<InputFile, 'read' | 'close'>> {
  if (entry.deflated) return openUnpacked(archive, entry);
  await checked(archive, entry, createReadStream(archive, range(entry)), async (bytes) => {
    for await (const chunk of bytes) void chunk;
  });
  const file = await InputFile.open(archive);
  return {
    read: (position, length) =>
      file.read(entry.offset + position, Math.max(0, Math.min(length, entry.size - position))),
    close: () => file.close(),
  };
}

async function openUnpacked(archive: string, entry: ZipEntry): Promise<Pick<InputFile, 'read' | 'close'>> {
  const folder = await mkdtemp(join(tmpdir(), 'myodesis-'));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  try {
    const target = join(folder, 'entry');
    const unpacked = createInflateRaw();
    // What goes wrong with the file reaches whoever reads what is unpacked; of a mere pipe nobody would hear it.
    passOn(createReadStream(archive, range(entry)), unpacked, () => undefined);
    await checked(archive, entry, unpacked, (bytes) => pipeline(bytes, createWriteStream(target)));
    const file = await InputFile.open(target);
    return {
      read: (position, length) => file.read(position, length),
      close: async () => {
        await file.close();
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** Bytes of an entry as they lie in the archive; `end` is the last one that belongs to it. */
const range = ({ offset, compressedSize }: ZipEntry): { start: number; end: number } => ({
  start: offset,
  end: offset + compressedSize - 1,
});

async function checked(
  archive: string,
  entry: ZipEntry,
  from: AsyncIterable<Buffer>,
  into: (bytes: AsyncIterable<Buffer>) => Promise<void>,
): Promise<void> {
  const title = `${archive}: ${entry.name}`;
  let [size, crc] = [0, 0];
  async function* counted(): AsyncIterable<Buffer> {
    for await (const chunk of from) {
      size += chunk.length;
      if (size > entry.size)
        throw damaged(title, `unpacks to more than the ${entry.size} bytes that it says`);
      crc = crc32(chunk, crc);
      yield chunk;
    }
  }
  try {
    await into(counted());
  } catch (cause) {
    throw cause instanceof StreamError ? cause : damaged(title, 'cannot be unpacked', cause);
  }
  if (size !== entry.size)
    throw damaged(title, `unpacks to ${size} bytes, its table of contents says ${entry.size}`);
  if (crc !== entry.crc) throw damaged(title, 'its bytes do not agree with its checksum');
}
