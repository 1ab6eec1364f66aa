import { StreamError } from '../../src/ground/signal/errors.js';

const mebi = 2 ** 20;

/**
 * What a file may ask for. Sizes in headers are claims, and small files unpack to large ones, so memory is never laid
 * out by what a file says of itself. Far above what recordings of EMG need.
 */
export const limits = {
  /** Bytes that one compressed array or variable may unpack to: four hours of 16 channels at 2 kHz are 920 MB. */
  unpackedBytes: 1024 * mebi,
  /**
   * How many times its packed size something may unpack to, beyond {@link limits.heldBytes}. Noise hardly packs: real
   * recordings unpack to twice or, as 32-bit numbers of a 12-bit converter, six times their size.
   */
  unpackedRatio: 200,
  /** Bytes that what is taken apart in memory (cells, structs, texts, labels) may hold. */
  heldBytes: 128 * mebi,
  /** Bytes of a file that is read whole. */
  wholeFileBytes: 2047 * mebi,
  /** Bytes of one header or table of contents. */
  headerBytes: 16 * mebi,
  /** Arrays, variables, cells or columns of a file. */
  parts: 100_000,
  /** Sampling rates that a recording of EMG can have, Hz. */
  sampleRateHz: { lowest: 20, highest: 100_000 },
  /** Classes of a recording. */
  classes: 1000,
  /** Channels of a recording. */
  channels: 4096,
  /** How deep cells, structs and groups may be nested. */
  nesting: 32,
  /** Milliseconds that a library may take for one answer about a file. */
  answerMs: 30_000,
} as const;

/** Bytes as people read them: `1.2 GB`. */
function sizeOf(bytes: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  let [size, unit] = [bytes, 0];
  while (size >= 1000 && unit < units.length - 1) [size, unit] = [size / 1000, unit + 1];
  return `${Number(size.toPrecision(3))} ${units[unit] ?? ''}`;
}

/**
 * Refuse bytes that pass a limit.
 * @param what subject of the sentence, with the file: `emg.npz: emg unpacks to`
 * @throws StreamError that says what was got, what is allowed and what to do instead
 */
export function checkBytes(bytes: number, allowed: number, what: string, hint: string): void {
  if (!(bytes <= allowed))
    throw new StreamError(`${what} ${sizeOf(bytes)}, at most ${sizeOf(allowed)} are allowed`, { hint });
}

/**
 * Refuse what unpacks to more than any signal does.
 * @param what subject of the sentence, with the file: `emg.npz: emg`
 * @throws StreamError that says what was got, what is allowed and what to do instead
 */
export function checkUnpacked(packed: number, unpacked: number, what: string, hint: string): void {
  checkBytes(unpacked, limits.unpackedBytes, `${what} unpacks to`, hint);
  const allowed = Math.max(limits.heldBytes, packed * limits.unpackedRatio);
  if (unpacked > allowed)
    throw new StreamError(
      `${what} unpacks from ${sizeOf(packed)} to ${sizeOf(unpacked)}, at most ${limits.unpackedRatio} times as much is allowed`,
      { hint: 'No signal packs so tightly. Save it uncompressed if it is one.' },
    );
}

/**
 * Refuse a count that passes a limit.
 * @throws StreamError that says what was got and what is allowed
 */
export function checkCount(count: number, allowed: number, what: string, hint: string): void {
  if (!(count <= allowed))
    throw new StreamError(`${what} ${count}, at most ${allowed} are allowed`, { hint });
}
