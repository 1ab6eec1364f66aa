import { StreamError } from '../../../src/ground/signal/errors.js';

/** One signal of an EDF file. */
export interface EdfSignal {
  readonly label: string;
  readonly transducer: string;
  /** Physical dimension, such as `uV`. */
  readonly dimension: string;
  readonly physicalMin: number;
  readonly physicalMax: number;
  readonly digitalMin: number;
  readonly digitalMax: number;
  readonly prefilter: string;
  /** Samples in each data record. */
  readonly samples: number;
}

/** EDF (16 bits a sample) and BDF (24 bits), plain, continuous `+C` or interrupted `+D`. */
export interface EdfHeader {
  readonly format: 'edf' | 'bdf';
  readonly plus: '' | 'C' | 'D';
  readonly patient: string;
  readonly recording: string;
  /** Whole seconds, UTC as written by us. */
  readonly startedAt?: Date;
  /** Data records; −1 while the recording runs. */
  readonly records: number;
  readonly recordSeconds: number;
  readonly signals: readonly EdfSignal[];
}

/** Byte offset of the count of data records. */
export const recordCountOffset = 236;
export const bytesPerSample = { edf: 2, bdf: 3 } as const;
export const annotationLabel = { edf: 'EDF Annotations', bdf: 'BDF Annotations' } as const;

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const two = (value: number): string => String(value).padStart(2, '0');

/** Widths of the signal fields in file order (EDF specification, 1992). */
const signalFields: readonly [keyof EdfSignal | 'reserved', number][] = [
  ['label', 16],
  ['transducer', 80],
  ['dimension', 8],
  ['physicalMin', 8],
  ['physicalMax', 8],
  ['digitalMin', 8],
  ['digitalMax', 8],
  ['prefilter', 80],
  ['samples', 8],
  ['reserved', 32],
];

/**
 * Header of an EDF+/BDF+ file, 256 bytes and 256 more per signal (edfplus.info/specs). Text outside
 * printable US-ASCII becomes `_`; a start date that is not known is written as 01.01.85 with `Startdate X`.
 */
export function encodeEdfHeader(header: EdfHeader): Uint8Array {
  const { format, plus, signals, startedAt } = header;
  const start = startedAt ?? new Date(Date.UTC(1985, 0, 1));
  const year = two(start.getUTCFullYear() % 100);
  const fields = [
    format === 'bdf' ? field('\xffBIOSEMI', 8) : field('0', 8),
    field(header.patient, 80),
    field(header.recording, 80),
    field(`${two(start.getUTCDate())}.${two(start.getUTCMonth() + 1)}.${year}`, 8),
    field([start.getUTCHours(), start.getUTCMinutes(), start.getUTCSeconds()].map(two).join('.'), 8),
    field(String(256 * (signals.length + 1)), 8),
    field(plus ? `${format.toUpperCase()}+${plus}` : format === 'bdf' ? '24BIT' : '', 44),
    field(String(header.records), 8),
    field(number(header.recordSeconds), 8),
    field(String(signals.length), 4),
  ];
  for (const [name, width] of signalFields)
    for (const signal of signals) {
      const value = name === 'reserved' ? '' : signal[name];
      fields.push(field(typeof value === 'number' ? number(value) : value, width));
    }
  return Buffer.from(fields.join(''), 'latin1');
}

/** `Startdate dd-MMM-yyyy X X <equipment>`, as EDF+ wants it. */
export function recordingField(startedAt: Date | undefined, equipment: string): string {
  const date = startedAt
    ? `${two(startedAt.getUTCDate())}-${months[startedAt.getUTCMonth()]}-${startedAt.getUTCFullYear()}`
    : 'X';
  return `Startdate ${date} X X ${equipment.replaceAll(' ', '_') || 'X'}`;
}

function field(text: string, width: number): string {
  const plain = text.replace(/µ/g, 'u').replace(/[^\x20-\x7e]/g, (c) => (c === '\xff' ? c : '_'));
  return plain.slice(0, width).padEnd(width);
}

/** Shortest decimal of at most 8 characters, without an exponent. */
function number(value: number): string {
  const plain = String(value);
  if (plain.length <= 8 && !plain.includes('e')) return plain;
  for (let decimals = 7; decimals >= 0; decimals--) {
    const fixed = value.toFixed(decimals);
    if (fixed.length <= 8) return fixed;
  }
  throw new StreamError(`cannot write ${value} in the 8 characters of an EDF header field`, {
    hint: 'Choose a smaller physical range.',
  });
}

/** Length in bytes of the header that starts with these 256 bytes. */
export function headerLength(head: Buffer, path: string): number {
  formatOfHeader(head, path);
  return 256 * (1 + whole(head, 252, 4, 'number of signals', path));
}

/**
 * Parse a whole EDF/EDF+/BDF/BDF+ header.
 * @throws StreamError naming the field, its bytes and what it says
 */
export function parseEdfHeader(bytes: Buffer, path: string): EdfHeader {
  if (bytes.length < 256)
    throw new StreamError(`${path}: got ${bytes.length} bytes, an EDF header has at least 256`, {
      hint: 'The file is empty or cut short; export it again.',
    });
  const format = formatOfHeader(bytes, path);
  const count = whole(bytes, 252, 4, 'number of signals', path);
  if (count < 1 || bytes.length < 256 * (count + 1))
    throw new StreamError(
      `${path}: header of ${count} signals needs ${256 * (count + 1)} bytes, got ${bytes.length}`,
      {
        hint: 'The file is cut short within its header; nothing can be read from it.',
      },
    );
  const recordSeconds = numeric(bytes, 244, 8, 'duration of a data record', path);
  const signals = Array.from({ length: count }, (_, s) => parseSignal(bytes, s, count, path));
  const recording = text(bytes, 88, 80);
  const startedAt = parseStart(text(bytes, 168, 8), text(bytes, 176, 8), recording);
  return {
    format,
    plus: /^(EDF|BDF)\+D/.test(text(bytes, 192, 44))
      ? 'D'
      : /^(EDF|BDF)\+/.test(text(bytes, 192, 44))
        ? 'C'
        : '',
    patient: text(bytes, 8, 80),
    recording,
    ...(startedAt && { startedAt }),
    records: numeric(bytes, recordCountOffset, 8, 'number of data records', path),
    recordSeconds,
    signals,
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
  const value = (name: string, what: string): number =>
    numeric(bytes, ...place(name), `${what} of signal ${index + 1} "${label}"`, path);
  return {
    label,
    transducer: words('transducer'),
    dimension: words('dimension'),
    physicalMin: value('physicalMin', 'physical minimum'),
    physicalMax: value('physicalMax', 'physical maximum'),
    digitalMin: value('digitalMin', 'digital minimum'),
    digitalMax: value('digitalMax', 'digital maximum'),
    prefilter: words('prefilter'),
    samples: value('samples', 'samples per record'),
  };
}

function text(bytes: Buffer, offset: number, width: number): string {
  return bytes
    .toString('latin1', offset, offset + width)
    .replace(/\0/g, ' ')
    .trim();
}

function numeric(bytes: Buffer, offset: number, width: number, what: string, path: string): number {
  const written = text(bytes, offset, width);
  const value = written === '' ? NaN : Number(written.replace(',', '.'));
  if (Number.isFinite(value)) return value;
  throw new StreamError(
    `${path}: ${what} (bytes ${offset} to ${offset + width - 1}) says "${written}", expected a number`,
    { hint: 'The header is damaged or not EDF; export the recording again.' },
  );
}

function whole(bytes: Buffer, offset: number, width: number, what: string, path: string): number {
  const value = numeric(bytes, offset, width, what, path);
  if (Number.isInteger(value) && value >= 0) return value;
  throw new StreamError(`${path}: ${what} is ${value}, expected a whole number of at least 0`, {
    hint: 'The header is damaged or not EDF; export the recording again.',
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
