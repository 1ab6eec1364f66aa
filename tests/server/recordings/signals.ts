import { RandomStream } from '../../../src/ground/signal/random.js';
import { concatBlocks, createBlock, type SampleBlock } from '../../../src/ground/signal/sample-block.js';
import { sliceBlock } from '../../../src/ground/signal/sample-block.js';
import type {
  Recording,
  RecordingInfo,
  RecordingTruth,
  RecordingWriter,
} from '../../../server/recordings/recording.js';

export function infoOf(
  channels: number,
  sampleRateHz: number,
  extra: Partial<RecordingInfo> = {},
): RecordingInfo {
  return {
    sampleRateHz,
    channelNames: Array.from({ length: channels }, (_, c) => `E${c + 1}`),
    unit: 'V',
    ...extra,
  };
}

/** Seeded noise of 100 µV RMS, volts. */
export function noise(
  channels: number,
  length: number,
  sampleRateHz: number,
  seed = 1,
  index = 0,
): SampleBlock {
  const random = new RandomStream(seed, 'tests/recordings');
  const block = createBlock(index, sampleRateHz, channels, length);
  for (let i = 0; i < block.data.length; i++) block.data[i] = 1e-4 * random.normal();
  return block;
}

/** Feed a signal in pieces of the given length. */
export async function feed(
  writer: RecordingWriter,
  signal: SampleBlock,
  piece: number,
  truth?: (block: SampleBlock) => RecordingTruth,
): Promise<void> {
  for (let from = 0; from < signal.length; from += piece) {
    const block = sliceBlock(signal, from, Math.min(signal.length, from + piece));
    await writer.write(block, truth?.(block));
  }
}

export async function readAll(recording: Recording): Promise<SampleBlock> {
  const blocks: SampleBlock[] = [];
  for await (const block of recording.blocks()) blocks.push(block);
  return concatBlocks(blocks);
}

/** Largest difference between two signals of the same shape, volts. */
export function worst(a: SampleBlock, b: SampleBlock): number {
  if (a.channels !== b.channels || a.length !== b.length)
    throw new Error(`shapes differ: ${a.channels} × ${a.length} and ${b.channels} × ${b.length}`);
  let most = 0;
  for (let i = 0; i < a.data.length; i++)
    most = Math.max(most, Math.abs((a.data[i] as number) - (b.data[i] as number)));
  return most;
}

/** Rest for half a second, then a movement, and so on; one discharge per block. */
export function truthOf(muscles: number, rate: number): (block: SampleBlock) => RecordingTruth {
  return (block) => {
    const { index, length } = block;
    const active = Math.floor(index / (rate / 2)) % 2 === 1;
    const movement = active ? 'hand-close' : 'rest';
    const excitation = Float32Array.from({ length: muscles }, (_, m) => (active ? 0.25 * (m + 1) : 0));
    const strength = Float64Array.of(active ? 0.5 : 0);
    const flags = new Uint32Array(length);
    if (index >= rate) flags.fill(2);
    return {
      index,
      length,
      steps: {
        index: [index],
        movement: [movement],
        cue: [movement],
        strength,
        excitation,
        force: excitation,
      },
      clean: block.data.map((volts) => volts / 2),
      flags,
      discharges: [0, 7, 0],
    };
  };
}
