import type { Recording } from '../../../server/recordings/recording.js';

/** A recording in few words, for tables of what is right. */
export interface Lines {
  readonly rate: number;
  readonly names: readonly string[];
  readonly length: number;
  /** Samples without a jump of the index, as `first–after the last`. */
  readonly stretches: readonly string[];
  /** The first twelve samples of the first channel, volts. */
  readonly first: readonly number[];
  /** `sample text`, or `sample+length text`. */
  readonly labels: readonly string[];
  readonly notes: readonly string[];
}

export async function linesOf({ info, annotations, blocks }: Recording): Promise<Lines> {
  const stretches: [number, number][] = [];
  const first: number[] = [];
  let length = 0;
  for await (const block of blocks()) {
    const last = stretches.at(-1);
    if (last?.[1] === block.index) last[1] += block.length;
    else stretches.push([block.index, block.index + block.length]);
    length += block.length;
    first.push(...block.data.subarray(0, Math.min(block.length, Math.max(0, 12 - first.length))));
  }
  return {
    rate: info.sampleRateHz,
    names: info.channelNames,
    length,
    stretches: stretches.map(([from, until]) => `${from}–${until}`),
    first,
    labels: annotations.map(
      ({ index, length: long, text }) => `${index}${long === undefined ? '' : `+${long}`} ${text}`,
    ),
    notes: info.notes ?? [],
  };
}
