import { StreamError } from '../../../src/ground/signal/errors.js';
import { bytesPerSample } from './edf-header.js';

/** EDF asks for data records of at most 61 440 bytes. */
const maxRecordBytes = 61440;
/** Bytes of each record kept for annotations: the record's time and about eight short texts. */
export const annotationBytes = 240;

/** Durations preferred where they fit: a whole number of them makes a second. */
const roundSeconds = [1, 0.5, 0.25, 0.2, 0.125, 0.1, 0.05, 0.04, 0.025, 0.02, 0.01];

const tickSeconds = (longest: number, perSecond: number): number[] =>
  Array.from({ length: Math.floor(longest * perSecond + 1e-9) }, (_, i) => (i + 1) / perSecond).reverse();

/** Samples per channel and seconds of each data record. */
export interface RecordLayout {
  readonly samples: number;
  readonly seconds: number;
}

/**
 * The longest record of at most 1 s and 61 440 bytes that holds a whole number of samples and whose duration
 * is exact in milliseconds (in 10 µs where the rate, such as 1259.259 Hz, allows no better).
 *
 * @throws StreamError where not even one sample of every channel fits
 */
export function recordLayout(format: 'edf' | 'bdf', channels: number, sampleRateHz: number): RecordLayout {
  const room = Math.floor((maxRecordBytes - annotationBytes) / (channels * bytesPerSample[format]));
  if (room < 1)
    throw new StreamError(`got ${channels} channels, ${format.toUpperCase()} holds too few in one record`, {
      hint: 'Record fewer channels, or as NPZ or HDF5.',
    });
  const longest = Math.min(1, room / sampleRateHz);
  const whole = (seconds: number): boolean => {
    const samples = sampleRateHz * seconds;
    return samples >= 1 && Math.abs(samples - Math.round(samples)) < 1e-7 * samples;
  };
  const found =
    roundSeconds.find((seconds) => seconds <= longest && whole(seconds)) ??
    tickSeconds(longest, 1e3).find(whole) ??
    tickSeconds(longest, 1e5).find(whole);
  if (found !== undefined) return { samples: Math.round(sampleRateHz * found), seconds: found };
  const samples = Math.max(1, Math.floor(longest * sampleRateHz));
  return { samples, seconds: Number((samples / sampleRateHz).toFixed(6)) };
}

/**
 * Labels of at most 16 printable characters, all different: `EMG <name>` as the EDF+ texts want it, or the
 * name alone where that is too long.
 */
export function edfLabels(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name, c) => {
    const plain = name.replace(/[^\x20-\x7e]/g, '_').trim() || `ch${c + 1}`;
    const prefixed = /^EMG/i.test(plain) ? plain : `EMG ${plain}`;
    let label = (prefixed.length <= 16 ? prefixed : plain).slice(0, 16).trim();
    for (let n = 2; taken.has(label); n++) label = `${label.slice(0, 15 - String(n).length)}~${n}`;
    taken.add(label);
    return label;
  });
}
