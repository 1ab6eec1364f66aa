import { RandomStream } from '../../src/ground/signal/random.js';
import { MyodesisError } from '../../src/ground/signal/errors.js';

/** Inputs per valid file: a thousand in CI, more in the long form (`FUZZ_INPUTS=100000 npm test -- fuzz`). */
export const fuzzInputs = Number(process.env['FUZZ_INPUTS'] ?? 1000);

const interesting = [0, 1, 0x7f, 0x80, 0xff] as const;

/**
 * Damage a valid file: bytes changed, cut out, doubled, cut short; numbers in text grown. The same seed and number give
 * the same damage.
 */
export function mutated(valid: Uint8Array, seed: number, n: number): Buffer {
  const random = new RandomStream(seed, `fuzz/${n}`);
  const whole = (below: number): number => random.integer(Math.max(1, below));
  let bytes = Buffer.from(valid);
  for (let turns = 1 + whole(4); turns > 0; turns--) {
    // Headers are where lengths stand: half the damage is done in the first 512 bytes.
    const at = whole(whole(2) === 0 ? Math.min(512, bytes.length) : bytes.length);
    const kind = whole(7);
    if (kind === 0) bytes[at] = whole(256);
    else if (kind === 1) bytes[at] = interesting[whole(interesting.length)] ?? 0;
    else if (kind === 2) bytes[at] = (bytes[at] ?? 0) ^ (1 << whole(8));
    else if (kind === 3)
      bytes.fill(interesting[whole(interesting.length)] ?? 0, at, Math.min(bytes.length, at + 1 + whole(8)));
    else if (kind === 4) bytes = bytes.subarray(0, at);
    else if (kind === 5) bytes = Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + whole(64))]);
    else
      bytes = Buffer.concat([
        bytes.subarray(0, at),
        bytes.subarray(at, at + 1 + whole(64)),
        bytes.subarray(at),
      ]);
    if (bytes.length === 0) break;
  }
  return bytes;
}

/** What damaged files did to a parser. */
export interface FuzzOutcome {
  readonly read: number;
  readonly refused: number;
  /** Errors that are not the product's own, by message, with the number of the first input that gave each. */
  readonly escaped: ReadonlyMap<string, number>;
}

/** Read `inputs` damaged copies of a valid file; every one must be read or refused by an error of the product. */
export async function fuzz(
  valid: Uint8Array,
  read: (damaged: Buffer, n: number) => Promise<unknown>,
  { seed = 1, inputs = fuzzInputs }: { readonly seed?: number; readonly inputs?: number } = {},
): Promise<FuzzOutcome> {
  let done = 0;
  let refused = 0;
  const escaped = new Map<string, number>();
  for (let n = 0; n < inputs; n++)
    try {
      await read(mutated(valid, seed, n), n);
      done++;
    } catch (error) {
      if (error instanceof MyodesisError) refused++;
      else {
        const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
        if (!escaped.has(text)) escaped.set(text, n);
      }
    }
  return { read: done, refused, escaped };
}
