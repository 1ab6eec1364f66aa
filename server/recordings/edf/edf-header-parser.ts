import { StreamError } from '../../../src/ground/signal/errors.js';
import { decimal } from '../decimal.js';
import { recordCountOffset, signalFields, type EdfHeader, type EdfSignal } from './edf-header.js';

/** Bytes that a header of so many signals takes. */
export const headerBytesOf = (signals: number): number => 256 * (signals + 1);

/**
 * Length in bytes of the header that starts with these 256 bytes, by its number of signals.
 * @throws StreamError where it is no EDF or BDF header
 */
export function headerLength(head: Buffer, path: string): number {
  if (head.length < 256)
    throw new StreamError(`${path}: got ${head.length} bytes, an EDF header has at least 256`, {
      hint: 'The file is empty or cut short; export it again.',
    });
  formatOfHeader(head, path);
  return headerBytesOf(whole(head, 252, 4, 'number of signals', path, 1));
}

/**
 * Parse a whole EDF/EDF+/BDF/BDF+ header.
 * @throws StreamError naming the field, its bytes and what it says
 */
export function parseEdfHeader(bytes: Buffer, path: string): EdfHeader {
  const needed = headerLength(bytes, path);
  const count = needed / 256 - 1;
  if (bytes.length < needed)
    throw new StreamError(`${path}: header of ${count} signals needs ${needed} bytes, got ${bytes.length}`, {
      hint: 'The file is cut short within its header; nothing can be read from it.',
    });
  const headerBytes =
    text(bytes, 184, 8) === '' ? undefined : whole(bytes, 184, 8, 'length of the header', path);
  const recording = text(bytes, 88, 80);
  const startedAt = parseStart(text(bytes, 168, 8), text(bytes, 176, 8), recording);
  const kind = /^(?:EDF|BDF)\+(D?)/.exec(text(bytes, 192, 44));
  return {
    format: formatOfHeader(bytes, path),
    plus: kind?.[1] === 'D' ? 'D' : kind ? 'C' : '',
    patient: text(bytes, 8, 80),
    recording,
    ...(startedAt && { startedAt }),
    ...(headerBytes !== undefined && { headerBytes }),
    records: whole(bytes, recordCountOffset, 8, 'number of data records', path, -1),
    recordSeconds: atLeast(0, bytes, 244, 8, 'duration of a data record', path),
    signals: Array.from({ length: count }, (_, s) => parseSignal(bytes, s, count, path)),
  };
}

function formatOfHeader(bytes: Buffer, path: string): 'edf' | 'bdf' {
  if (bytes[0] === 0xff) return 'bdf';
  if (text(bytes, 0, 8) === '0') return 'edf';
  throw new StreamError(`${path}: starts with "${text(bytes, 0, 8)}", expected an EDF or BDF header`, {
    hint: 'EDF files start with "0", BDF files with byte 255 and "BIOSEMI".',
  });
}

function parseSignal(bytes: Buffer, index: number, count: number, path: string): EdfSignal {
  let base = 256;
  const at = new Map<string, [number, number]>();
  for (const [name, width] of signalFields) {
    at.set(name, [base + index * width, width]);
    base += width * count;
  }
  const place = (name: string): [number, number] => at.get(name) ?? [0, 0];
  const words = (name: string): string => text(bytes, ...place(name));
  const label = words('label');
  const of = (what: string): string => `${what} of signal ${index + 1} "${label}"`;
  return {
    label,
    transducer: words('transducer'),
    dimension: words('dimension'),
    physicalMin: numeric(bytes, ...place('physicalMin'), of('physical minimum'), path),
    physicalMax: numeric(bytes, ...place('physicalMax'), of('physical maximum'), path),
    digitalMin: numeric(bytes, ...place('digitalMin'), of('digital minimum'), path),
    digitalMax: numeric(bytes, ...place('digitalMax'), of('digital maximum'), path),
    prefilter: words('prefilter'),
    samples: whole(bytes, ...place('samples'), of('samples per record'), path),
  };
}

/** A field up to its first NUL, for C programs leave what was in memory behind it. */
function text(bytes: Buffer, offset: number, width: number): string {
  return bytes
    .toString('latin1', offset, offset + width)
    .replace(/^[\0 ]+/, '')
    .replace(/\0.*$/s, '')
    .trim();
}

const damagedHint = 'The header is damaged or not EDF; export the recording again.';

function numeric(bytes: Buffer, offset: number, width: number, what: string, path: string): number {
  const written = text(bytes, offset, width);
  const value = decimal(written);
  if (value !== undefined) return value;
  throw new StreamError(
    `${path}: ${what} (bytes ${offset} to ${offset + width - 1}) says "${written}", expected a number`,
    { hint: damagedHint },
  );
}

function atLeast(
  least: number,
  bytes: Buffer,
  offset: number,
  width: number,
  what: string,
  path: string,
): number {
  const value = numeric(bytes, offset, width, what, path);
  if (value >= least) return value;
  throw new StreamError(`${path}: ${what} is ${value}, expected at least ${least}`, { hint: damagedHint });
}

function whole(bytes: Buffer, offset: number, width: number, what: string, path: string, least = 0): number {
  const value = atLeast(least, bytes, offset, width, what, path);
  if (Number.isSafeInteger(value)) return value;
  throw new StreamError(`${path}: ${what} is ${value}, expected a whole number of at least ${least}`, {
    hint: damagedHint,
  });
}

/** EDF+ repeats the date with four digits of year; plain EDF means 1985 to 2084. */
function parseStart(date: string, time: string, recording: string): Date | undefined {
  const day = /^(\d\d)[./](\d\d)[./](\d\d)$/.exec(date);
  const clock = /^(\d\d)[.:](\d\d)[.:](\d\d)$/.exec(time);
  if (!day || !clock || /Startdate X\b/.test(recording)) return undefined;
  const short = Number(day[3]);
  const full = /Startdate \d\d-[A-Z]{3}-(\d{4})/i.exec(recording);
  const year = full ? Number(full[1]) : short >= 85 ? 1900 + short : 2000 + short;
  const at = Date.UTC(
    year,
    Number(day[2]) - 1,
    Number(day[1]),
    Number(clock[1]),
    Number(clock[2]),
    Number(clock[3]),
  );
  return Number.isFinite(at) ? new Date(at) : undefined;
}
