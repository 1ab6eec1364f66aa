import { isAscii, isUtf8 } from 'node:buffer';
import { StreamError } from '../../../src/ground/signal/errors.js';
import { InputFile } from '../input-file.js';

const chunkBytes = 1 << 18;

/** First bytes of what is no text, and what to do with it. */
const signatures: readonly (readonly [readonly number[], string, string])[] = [
  [[0x1f, 0x8b], 'a gzip archive', 'Unpack it first (gunzip).'],
  [[0x50, 0x4b, 3, 4], 'a ZIP archive or an Excel workbook', 'Unpack it, or save the sheet as CSV.'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an Excel workbook', 'Save the sheet as CSV.'],
  [[0x89, 0x48, 0x44, 0x46], 'HDF5', 'Give it the extension .h5.'],
  [[0x4d, 0x41, 0x54, 0x4c, 0x41, 0x42, 0x20, 0x35], 'a MAT file', 'Give it the extension .mat.'],
  [[0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59], 'a NumPy array', 'Give it the extension .npy.'],
  [[0x50, 0x41, 0x52, 0x31], 'Parquet', 'Give it the extension .parquet.'],
  [[0xff, 0x42, 0x49, 0x4f, 0x53, 0x45, 0x4d, 0x49], 'BDF', 'Give it the extension .bdf.'],
];

/**
 * The text of a file in pieces, whatever it is encoded in: UTF-8, UTF-16 with or without a byte-order mark, else
 * Windows-1252 (of which Latin-1 is a part), as spreadsheets write it. What it is shows at the first byte beyond ASCII.
 *
 * @throws StreamError when the file cannot be read or holds no text
 */
export async function* textOf(path: string): AsyncGenerator<string> {
  const file = await InputFile.open(path);
  try {
    let decoder: TextDecoder | undefined;
    for (let at = 0; at < file.size; at += chunkBytes) {
      const bytes = await file.read(at, chunkBytes);
      if (at === 0) {
        decoder = utf16Of(bytes);
        if (!decoder) refuseBinary(bytes, path);
      }
      if (!decoder && isAscii(bytes)) yield bytes.toString('latin1');
      else {
        decoder ??= new TextDecoder(isUtf8(wholeCharacters(bytes)) ? 'utf-8' : 'windows-1252');
        yield decoder.decode(bytes, { stream: at + chunkBytes < file.size });
      }
    }
  } finally {
    await file.close();
  }
}

function utf16Of(bytes: Buffer): TextDecoder | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be');
  // Without a mark: numbers are ASCII, so that every other byte is 0.
  const places = Math.min(bytes.length, 64) & ~1;
  let [even, odd] = [0, 0];
  for (let i = 0; i < places; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  if (places < 4 || Math.max(even, odd) < 0.4 * places || Math.min(even, odd) > 0) return undefined;
  return new TextDecoder(odd > even ? 'utf-16le' : 'utf-16be');
}

function refuseBinary(bytes: Buffer, path: string): void {
  const known = signatures.find(([signature]) => signature.every((byte, i) => bytes[i] === byte));
  if (known)
    throw new StreamError(`${path}: holds ${known[1]}, expected text with one row per sample`, {
      hint: known[2],
    });
  const control = bytes.findIndex(
    (byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27 && byte !== 26),
  );
  if (control < 0) return;
  const value = `0x${(bytes[control] ?? 0).toString(16).padStart(2, '0')}`;
  throw new StreamError(
    `${path}: holds binary data (byte ${control} is ${value}), expected text with one row per sample`,
    { hint: 'Export the recording as CSV, EDF, MAT or NPY; the layout of binary files is not known.' },
  );
}

/** Without a character that the end of the bytes cuts. */
function wholeCharacters(bytes: Buffer): Buffer {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) break;
    if (byte >= 0xc0) return bytes.subarray(0, bytes.length - back);
  }
  return bytes;
}
