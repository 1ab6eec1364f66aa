import { decimal } from '../decimal.js';
import { decodedText } from '../decoded-text.js';

/** One annotation of an EDF+ file: seconds after the file's start time, and a text. */
export interface EdfAnnotation {
  readonly onset: number;
  readonly duration?: number;
  readonly text: string;
}

const encoder = new TextEncoder();
const endOfText = 20;
const durationMark = 21;

/** `+12.5`: a sign, seconds, no exponent, at most microseconds. */
export function formatOnset(seconds: number): string {
  const fixed = Math.abs(seconds)
    .toFixed(6)
    .replace(/\.?0+$/, '');
  return (seconds < 0 && Number(fixed) !== 0 ? '-' : '+') + fixed;
}

/** The time-stamped annotation list that keeps the time of a data record: onset and an empty text. */
export function encodeTimeKeeping(seconds: number): Uint8Array {
  return encoder.encode(`${formatOnset(seconds)}\x14\x14\0`);
}

/** A time-stamped annotation list (TAL). Control characters that the format uses itself become spaces. */
export function encodeAnnotation({ onset, duration, text }: EdfAnnotation): Uint8Array {
  const stamp = formatOnset(onset) + (duration === undefined ? '' : `\x15${formatOnset(duration).slice(1)}`);
  return encoder.encode(`${stamp}\x14${text.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f]/g, ' ')}\x14\0`);
}

/**
 * Parse the annotations signal of one data record. The first time-stamped list keeps the record's time;
 * damaged lists are passed over, for one bad list must not cost the recording.
 */
export function parseAnnotations(bytes: Uint8Array): { start?: number; annotations: EdfAnnotation[] } {
  const annotations: EdfAnnotation[] = [];
  let start: number | undefined;
  let from = 0;
  while (from < bytes.length) {
    if (bytes[from] === 0) {
      from++;
      continue;
    }
    let to = bytes.indexOf(0, from);
    if (to < 0) to = bytes.length;
    const list = bytes.subarray(from, to);
    from = to + 1;
    const head = list.indexOf(endOfText);
    if (head < 0) continue;
    const mark = list.indexOf(durationMark);
    const timed = mark >= 0 && mark < head;
    const onset = decimal(decodedText(list.subarray(0, timed ? mark : head)));
    if (onset === undefined) continue;
    const duration = timed ? decimal(decodedText(list.subarray(mark + 1, head))) : undefined;
    start ??= onset;
    for (const text of decodedText(list.subarray(head + 1)).split('\x14'))
      if (text !== '')
        annotations.push({ onset, text, ...(duration !== undefined && duration >= 0 && { duration }) });
  }
  return start === undefined ? { annotations } : { start, annotations };
}
