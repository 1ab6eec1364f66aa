/** One annotation of an EDF+ file: seconds after the file's start time, and a text. */
export interface EdfAnnotation {
  readonly onset: number;
  readonly duration?: number;
  readonly text: string;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();
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

/**
 * A time-stamped annotation list (TAL) of at most `capacity` bytes; a longer text is cut between characters.
 * Control characters that the format uses itself become spaces.
 */
export function encodeAnnotation({ onset, duration, text }: EdfAnnotation, capacity: number): Uint8Array {
  const stamp = formatOnset(onset) + (duration === undefined ? '' : `\x15${formatOnset(duration).slice(1)}`);

  const plain = text.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f]/g, ' ');
  let words = plain;
  let bytes = encoder.encode(`${stamp}\x14${words}\x14\0`);
  while (bytes.length > capacity && words.length > 0) {
    words = Array.from(words)
      .slice(0, -Math.max(1, Math.ceil((bytes.length - capacity) / 4)))
      .join('');
    bytes = encoder.encode(`${stamp}\x14${words}\x14\0`);
  }
  return bytes;
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
    const onset = Number(decoder.decode(list.subarray(0, timed ? mark : head)));
    if (!Number.isFinite(onset)) continue;
    const duration = timed ? Number(decoder.decode(list.subarray(mark + 1, head))) : undefined;
    const texts = decoder.decode(list.subarray(head + 1)).split('\x14');
    start ??= onset;
    for (const text of texts)
      if (text !== '')
        annotations.push({
          onset,
          text,
          ...(duration !== undefined && Number.isFinite(duration) && { duration }),
        });
  }
  return start === undefined ? { annotations } : { start, annotations };
}
