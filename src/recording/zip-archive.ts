import { centralHeader, endRecords, localHeader, type ZipEntry } from './zip-records.js';

/** A file of an archive: its name, and its bytes in pieces. */
export interface ArchivedFile {
  readonly name: string;
  readonly pieces: readonly Uint8Array<ArrayBuffer>[];
}

/** The pieces of a ZIP archive of files that are in memory, stored as they are. */
export function zipArchive(files: readonly ArchivedFile[]): Uint8Array<ArrayBuffer>[] {
  const archive: Uint8Array<ArrayBuffer>[] = [];
  const entries: ZipEntry[] = [];
  let offset = 0;
  const put = (piece: Uint8Array<ArrayBuffer>): void => {
    archive.push(piece);
    offset += piece.length;
  };
  for (const { name, pieces } of files) {
    const size = pieces.reduce((sum, { length }) => sum + length, 0);
    const entry = { name, offset, size, crc: crc32(pieces) };
    entries.push(entry);
    put(localHeader(entry));
    pieces.forEach(put);
  }
  const start = offset;
  for (const entry of entries) put(centralHeader(entry));
  put(endRecords(entries.length, start, offset - start));
  return archive;
}

/** Remainders of every byte by the polynomial of CRC-32 (ISO 3309), reflected. */
const remainders = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit++) remainder = (remainder >>> 1) ^ (remainder & 1 ? 0xedb88320 : 0);
  return remainder;
});

function crc32(pieces: readonly Uint8Array[]): number {
  let crc = 0xffffffff;
  for (const piece of pieces)
    for (let i = 0; i < piece.length; i++) crc = (crc >>> 8) ^ remainders[(crc ^ piece[i]) & 0xff];
  return (crc ^ 0xffffffff) >>> 0;
}
