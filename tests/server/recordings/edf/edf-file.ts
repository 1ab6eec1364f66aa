import {
  encodeEdfHeader,
  type EdfHeader,
  type EdfSignal,
} from '../../../../server/recordings/edf/edf-header.js';

/** A signal of digits that are microvolts, and its digits in each record. */
export interface MadeSignal extends Partial<EdfSignal> {
  readonly label: string;
  readonly records: readonly (readonly number[])[];
}

/** Bytes of an EDF or BDF file with records of 0.1 s, made as others make theirs: nothing of our writer but its header. */
export function edfFile(
  signals: readonly MadeSignal[],
  {
    format = 'edf',
    texts,
    ...header
  }: Partial<EdfHeader> & {
    /** Annotation lists of each record, with the times that records keep. */
    readonly texts?: readonly string[];
  } = {},
): Buffer {
  const width = format === 'edf' ? 2 : 3;
  const count = signals[0]?.records.length ?? texts?.length ?? 0;
  const top = format === 'edf' ? 32767 : 8388607;
  const described = signals.map(({ records, ...rest }) => ({
    transducer: '',
    dimension: 'uV',
    prefilter: '',
    physicalMin: -top - 1,
    physicalMax: top,
    digitalMin: -top - 1,
    digitalMax: top,
    samples: records[0]?.length ?? 0,
    ...rest,
  }));
  const room = 120;
  const annotations: EdfSignal = {
    label: format === 'edf' ? 'EDF Annotations' : 'BDF Annotations',
    transducer: '',
    dimension: '',
    prefilter: '',
    physicalMin: -1,
    physicalMax: 1,
    digitalMin: -top - 1,
    digitalMax: top,
    samples: room / width,
  };
  const head = encodeEdfHeader({
    format,
    plus: texts ? 'C' : '',
    patient: 'X X X X',
    recording: 'Startdate X X X Other',
    records: count,
    recordSeconds: 0.1,
    signals: texts ? [...described, annotations] : described,
    ...header,
  });
  const parts: Uint8Array[] = [head];
  for (let r = 0; r < count; r++) {
    for (const { records } of signals) {
      const digits = Buffer.alloc((records[r]?.length ?? 0) * width);
      records[r]?.forEach((digit, i) => digits.writeIntLE(digit, i * width, width));
      parts.push(digits);
    }
    if (texts)
      parts.push(Buffer.concat([Buffer.from(texts[r] ?? '', 'utf8'), Buffer.alloc(room)]).subarray(0, room));
  }
  return Buffer.concat(parts);
}
