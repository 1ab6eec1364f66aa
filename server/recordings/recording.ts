import type { SampleBlock } from '../../src/ground/signal/sample-block.js';

/** What is known of a recording beside its samples. */
export interface RecordingInfo {
  /** Samples per second and channel. */
  readonly sampleRateHz: number;
  /** One name per channel, in the order of the block's rows. */
  readonly channelNames: readonly string[];
  /** Samples are volts everywhere inside the house; each format converts at its own edge. */
  readonly unit: 'V';
  /** Wall-clock time of the first sample; written as UTC. */
  readonly startedAt?: Date;
  /** Muscles whose excitation travels as truth, in the order of the truth's rows. */
  readonly muscleNames?: readonly string[];
  /** Name → bit of the truth's artefact flags. */
  readonly flags?: Readonly<Record<string, number>>;
  /** What a reader had to assume, skip or cut, as full sentences. */
  readonly notes?: readonly string[];
}

/** A text at a sample. */
export interface Annotation {
  /** Absolute sample index, on the same count as the blocks. */
  readonly index: number;
  readonly text: string;
  /** Length in samples, where the source says so. */
  readonly length?: number;
}

/** A labelled stretch of a recording, as sample range. */
export interface SegmentRange {
  /** Movement id where the vocabulary has one, else the name as found. */
  readonly label: string;
  readonly classIndex: number;
  readonly repetition: number;
  readonly trial: number;
  readonly index: number;
  readonly length: number;
}

/** A labelled stretch of signal, as decoders train on it. */
export interface LabelledSegment {
  /** Movement id where the vocabulary has one (`hand-close`), else the name as found. */
  readonly label: string;
  readonly classIndex: number;
  readonly repetition: number;
  readonly trial: number;
  readonly path: string;
  /** Raw signal in volts, index 0 at the segment's first sample. */
  readonly signal: SampleBlock;
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
  /** Triples muscle, unit within it, samples after `index`. */
  readonly discharges?: ArrayLike<number>;
}

/** Writes one recording. Blocks must follow one another without a gap. */
export interface RecordingWriter {
  /**
   * Add a block. Await the result to feel the disk's back-pressure; blocks are written in order either way.
   * @throws StreamError when the block does not continue the stream, or the disk refused earlier data
   */
  write(block: SampleBlock, truth?: RecordingTruth): void | Promise<void>;
  /** Put a text at an absolute sample index. */
  annotate(index: number, text: string): void;
  /** Finish the files. Nothing may be written afterwards; closing twice is harmless. */
  close(): Promise<void>;
}

/** An opened recording. */
export interface Recording {
  readonly info: RecordingInfo;
  readonly annotations: readonly Annotation[];
  /** Labelled stretches, where the recording has any. */
  readonly segments?: readonly SegmentRange[];
  /** Read the samples from the start, in bounded memory. Can be called again. */
  blocks(): AsyncIterable<SampleBlock>;
}

export interface ReadOptions {
  /** Needed where the file does not say it (CSV without `time_s`, NPY); overrides what it says elsewhere. */
  readonly sampleRateHz?: number;
  /** Volts per number, where the file does not name a unit; 1e-6 (µV) by default. */
  readonly unitScale?: number;
  /** Samples per block; the format's own size by default. */
  readonly blockLength?: number;
  /** Array or variable to read, where a file holds several (NPZ, MAT, HDF5). */
  readonly variable?: string;
}

/** Volts per number of a file that names no unit: microvolts. */
export const defaultUnitScale = 1e-6;
