/** An entry of an archive, stored as it is. */
export interface ZipEntry {
  readonly name: string;
  /** Byte of the archive at which its local header begins. */
  readonly offset: number;
  readonly size: number;
  readonly crc: number;
}

const limit32 = 0xffffffff;
/** 1 January 1980, so that the same recording gives the same bytes. */
const dosDate = 0x21;
/** Names are UTF-8. */
const utf8 = 0x800;
const [plain, zip64] = [20, 45];

/*
 * Records of a ZIP archive of stored (uncompressed) entries, with those of ZIP64 where sizes or offsets pass 4 GB
 * (PKWARE APPNOTE 6.3).
 */

/** What comes before the bytes of an entry. */
export function localHeader({ name, size, crc }: Omit<ZipEntry, 'offset'>): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder().encode(name);
  const extra = size >= limit32 ? wideFields([size, size]) : new Uint8Array();
  const shown = Math.min(size, limit32);
  return record(
    [
      [4, 0x04034b50],
      [2, extra.length > 0 ? zip64 : plain],
      [2, utf8],
      [4, 0],
      [2, dosDate],
      [4, crc],
      [4, shown],
      [4, shown],
      [2, text.length],
      [2, extra.length],
    ],
    text,
    extra,
  );
}

/** What the directory at the end says of an entry. */
export function centralHeader({ name, offset, size, crc }: ZipEntry): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder().encode(name);
  const wide = [...(size >= limit32 ? [size, size] : []), ...(offset >= limit32 ? [offset] : [])];
  const extra = wide.length > 0 ? wideFields(wide) : new Uint8Array();
  const shown = Math.min(size, limit32);
  return record(
    [
      [4, 0x02014b50],
      [2, zip64],
      [2, wide.length > 0 ? zip64 : plain],
      [2, utf8],
      [4, 0],
      [2, dosDate],
      [4, crc],
      [4, shown],
      [4, shown],
      [2, text.length],
      [2, extra.length],
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, Math.min(offset, limit32)],
    ],
    text,
    extra,
  );
}

/** What ends an archive of `count` entries whose directory takes `size` bytes from `start` on. */
export function endRecords(count: number, start: number, size: number): Uint8Array<ArrayBuffer> {
  const end = record([
    [4, 0x06054b50],
    [4, 0],
    [2, count],
    [2, count],
    [4, Math.min(size, limit32)],
    [4, Math.min(start, limit32)],
    [2, 0],
  ]);
  if (start < limit32) return end;
  const wide: Field[] = [
    [4, 0x06064b50],
    [8, 44],
    [2, zip64],
    [2, zip64],
    [8, 0],
    [8, count],
    [8, count],
    [8, size],
    [8, start],
    [4, 0x07064b50],
    [4, 0],
    [8, start + size],
    [4, 1],
  ];
  return record(wide, end);
}

function wideFields(values: readonly number[]): Uint8Array<ArrayBuffer> {
  return record([[2, 1], [2, 8 * values.length], ...values.map((value): Field => [8, value])]);
}

type Field = readonly [bytes: 2 | 4 | 8, value: number];

/** Little-endian fields, then bytes. */
function record(fields: readonly Field[], ...tails: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const head = fields.reduce((sum, [bytes]) => sum + bytes, 0);
  const whole = new Uint8Array(tails.reduce((sum, { length }) => sum + length, head));
  const view = new DataView(whole.buffer);
  let at = 0;
  for (const [bytes, value] of fields) {
    if (bytes === 2) view.setUint16(at, value, true);
    else if (bytes === 4) view.setUint32(at, value, true);
    else view.setBigUint64(at, BigInt(value), true);
    at += bytes;
  }
  for (const tail of tails) {
    whole.set(tail, at);
    at += tail.length;
  }
  return whole;
}
