import { voltsPerUnit } from './unit-scale.js';

/** A column's or channel's name as it was written, taken apart. */
export interface ColumnName {
  /** Without its unit. */
  readonly name: string;
  /** As written, without brackets; absent where the name carries none. */
  readonly unit?: string;
  /**
   * True for `Left_V`: the underscore makes V a unit in some files and a part of the name in others, which only the
   * size of the numbers tells apart.
   */
  readonly doubtful?: boolean;
}

/** Longer names are no names; nothing below takes more than linear time, but somebody has to read them. */
const longest = 200;

const seconds: Readonly<Record<string, number>> = {
  s: 1,
  sec: 1,
  secs: 1,
  second: 1,
  seconds: 1,
  ms: 1e-3,
  msec: 1e-3,
  msecs: 1e-3,
  millis: 1e-3,
  millisecond: 1e-3,
  milliseconds: 1e-3,
  us: 1e-6,
  usec: 1e-6,
  usecs: 1e-6,
  micros: 1e-6,
  microsecond: 1e-6,
  microseconds: 1e-6,
  ns: 1e-9,
  nsec: 1e-9,
  nanos: 1e-9,
  nanosecond: 1e-9,
  nanoseconds: 1e-9,
  min: 60,
  minute: 60,
  minutes: 60,
};

/** Seconds per unit of time as written (`ms`, `µs`, `seconds`); undefined where it is no time. */
export function secondsPerUnit(unit: string): number | undefined {
  const plain = unit
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/^[\u03bc\u00b5\ufffd]/, 'u');
  return Object.hasOwn(seconds, plain) ? seconds[plain] : undefined;
}

/** What a unit measures; undefined where the text is no unit. */
export function quantityOf(unit: string): 'voltage' | 'time' | 'motion' | 'other' | undefined {
  if (voltsPerUnit(unit) !== undefined) return 'voltage';
  if (secondsPerUnit(unit) !== undefined) return 'time';
  if (/^(?:m?g|g's|m\/s.*|deg.*|°(?!c).*|rad.*|dps|gauss|u?t|[\u00b5\u03bc]t|rpm)$/i.test(unit))
    return 'motion';
  return /^(?:k?n|n[. ]?m|kg|k?pa|mmhg|%|°?c|bpm|lux|k?ohm|Ω|hz|[mc]?m|w|m?a)$/i.test(unit)
    ? 'other'
    : undefined;
}

/**
 * Take name and unit apart: `E1 [mV]`, `EMG (µV)`, `X[s]`, `a_uV`, `EMG / mV`, `time ms`. A V after a blank is a name
 * (`Left V`), in brackets or after a stroke it is a unit.
 */
export function columnName(written: string): ColumnName {
  const text = written.slice(0, longest).replace(/\s+/g, ' ').trim();
  const opened = Math.max(text.lastIndexOf('['), text.lastIndexOf('('), text.lastIndexOf('{'));
  if (opened >= 0 && /[\])}]$/.test(text)) {
    const unit = text.slice(opened + 1, -1).trim();
    const name = text.slice(0, opened).replace(/[\s_,:-]+$/, '');
    // A bracket may hold anything: `EMG 1 (left)`.
    if (name !== '' && quantityOf(unit)) return { name, unit };
  }
  for (const mark of ['/', ',', '_', ' ']) {
    const at = text.lastIndexOf(mark);
    const unit = text.slice(at + 1).trim();
    const name = text
      .slice(0, Math.max(at, 0))
      .replace(/[\s_,/]+$|(?: in)$/g, '')
      .trim();
    if (at <= 0 || name === '') continue;
    if (secondsPerUnit(unit) !== undefined && (mark !== ' ' || /time|stamp|elapsed|^t$/i.test(name)))
      return { name, unit };
    if (voltsPerUnit(unit) === undefined) continue;
    if (!/^v$/i.test(unit) || mark === '/' || mark === ',') return { name, unit };
    if (mark === '_') return { name, unit, doubtful: true };
  }
  return { name: text };
}

/** Words of a name in lower case: `AccX`, `acc_x` and `ACC X` are all `acc x`. */
export function wordsOf(name: string): string {
  return name
    .slice(0, longest)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}#]+/gu, ' ')
    .trim();
}
