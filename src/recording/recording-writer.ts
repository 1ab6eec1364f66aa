import type { SampleBlock } from '../ground/signal/sample-block.js';

/** What is known of a recording beside its samples. */
export interface RecordingInfo {
  /** Samples per second and channel. */
  readonly sampleRateHz: number;
  /** One name per channel, in the order of the block's rows. */
  readonly channelNames: readonly string[];
  /** Samples are volts everywhere inside the house; each format converts at its own edge. */
  readonly unit: 'V';
  /** Volts per number as the file has it, where all channels share one. */
  readonly unitVolts?: number;
  /** Wall-clock time of the first sample; written as UTC. */
  readonly startedAt?: Date;
  /** Muscles whose excitation travels as truth, in the order of the truth's rows. */
  readonly muscleNames?: readonly string[];
  /** Name → bit of the truth's artefact flags. */
  readonly flags?: Readonly<Record<string, number>>;
  /** What a reader had to assume, skip or cut, as full sentences. */
  readonly notes?: readonly string[];
}

/** What holds from one sample on until the next step; the first begins at or before the block. */
export interface RecordingSteps {
  /** Absolute index of each step's first sample, ascending. */
  readonly index: ArrayLike<number>;
  /** Movement intended, and how strongly (0..1 of MVC). */
  readonly movement: readonly string[];
  readonly strength: Float64Array;
  /** Movement the prompt asks for. */
  readonly cue: readonly string[];
  /** muscles × steps. */
  readonly excitation?: Float32Array;
  readonly force?: Float32Array;
}

/**
 * Ground truth of one block, as the synthesizer gives it (only what a recording keeps is asked for, so that
 * truth from elsewhere can be written too).
 */
export interface RecordingTruth {
  readonly index: number;
  readonly length: number;
  readonly steps: RecordingSteps;
  /** EMG before disturbances, volts, channel-major. */
  readonly clean?: Float32Array;
  /** Artefact bits per sample; names in {@link RecordingInfo.flags}. */
  readonly flags?: Uint32Array;
  /** Triples muscle, unit within it, samples after `index` with their fraction. */
  readonly discharges?: ArrayLike<number>;
}

/** Writes one recording. Where the index of the blocks jumps, samples are missing, and the recording shows it. */
export interface RecordingWriter {
  /**
   * Add a block. Await the result to feel the disk's back-pressure; blocks are written in order either way.
   * @throws StreamError when the block begins before the one before has ended, or the disk refused earlier data
   */
  write(block: SampleBlock, truth?: RecordingTruth): void | Promise<void>;
  /** Put a text at an absolute sample index. */
  annotate(index: number, text: string): void;
  /** Finish the files. Nothing may be written afterwards; closing twice is harmless. */
  close(): Promise<void>;
}
