import { readFileSync } from 'node:fs';
import { UV } from '../../src/ground/signal/units.js';
import { createBlock, type SampleBlock } from '../../src/ground/signal/sample-block.js';

/** Integers as a device gives them, with what LibEMG and scikit-learn make of them. */
export interface LibemgIntegers {
  readonly recordings: readonly { label: string; repetition: number; channels: number[][] }[];
  /** Windows (over all recordings, 40 samples every 10) that the features are of. */
  readonly windows: readonly number[];
  readonly features: Readonly<Record<string, number[][]>>;
  /** Decisions on the last repetition by `features classifier`, a digit for each window. */
  readonly decisions: Readonly<
    Record<string, { decided: string; accuracy: number; activeErrorRate: number; instability: number }>
  >;
}

export const libemgIntegers = JSON.parse(
  readFileSync(new URL('../golden/libemg-integers.json', import.meta.url), 'utf8'),
) as LibemgIntegers;

/** Rate at which windows of 40 samples are 200 ms. */
export const LIBEMG_HZ = 200;

/** Channels of whole µV as a block in volts. */
export function voltsOf(channels: readonly (readonly number[])[], unitVolts = UV): SampleBlock {
  const length = channels[0]?.length ?? 0;
  const block = createBlock(0, LIBEMG_HZ, channels.length, length);
  channels.forEach((channel, c) =>
    channel.forEach((value, i) => (block.data[c * length + i] = value * unitVolts)),
  );
  return block;
}
