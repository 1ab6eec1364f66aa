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
  /** Length of the header as it says itself; absent where the field is blank. */
  readonly headerBytes?: number;
  /** Data records; −1 while the recording runs. */
  readonly records: number;
  readonly recordSeconds: number;
  readonly signals: readonly EdfSignal[];
}

/** Byte offset of the count of data records. */
export const recordCountOffset = 236;
/** Byte offset of the field that says whether the file is an EDF+ one, and interrupted. */
export const reservedOffset = 192;
export const bytesPerSample = { edf: 2, bdf: 3 } as const;
export const annotationLabel = { edf: 'EDF Annotations', bdf: 'BDF Annotations' } as const;

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const two = (value: number): string => String(value).padStart(2, '0');

/** Widths of the signal fields in file order (EDF specification, 1992). */
export const signalFields: readonly [keyof EdfSignal | 'reserved', number][] = [
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
