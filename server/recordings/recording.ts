import type { SampleBlock } from '../../src/ground/signal/sample-block.js';
import type { SegmentOrigin } from '../../src/ground/signal/segment-origin.js';
import type { RecordingInfo } from '../../src/recording/recording-writer.js';

export type {
  RecordingInfo,
  RecordingSteps,
  RecordingTruth,
  RecordingWriter,
} from '../../src/recording/recording-writer.js';

/** A text at a sample. */
export interface Annotation {
  /** Absolute sample index, on the same count as the blocks. */
  readonly index: number;
  readonly text: string;
  /** Length in samples, where the source says so. */
  readonly length?: number;
}

/** A labelled stretch of a recording, as sample range. */
export interface SegmentRange extends SegmentOrigin {
  readonly classIndex: number;
  readonly index: number;
  readonly length: number;
}

/** A labelled stretch of signal, as decoders train on it. */
export interface LabelledSegment extends SegmentOrigin {
  readonly classIndex: number;
  readonly path: string;
  /** Raw signal in volts, index 0 at the segment's first sample. */
  readonly signal: SampleBlock;
}

/** Labelled stretches of one recording or many, with what a person should know of how they were read. */
export interface LabelledRecordings {
  readonly segments: readonly LabelledSegment[];
  readonly sampleRateHz: number;
  readonly channelNames: readonly string[];
  /** Volts per number of the file, where all channels share one. */
  readonly unitVolts?: number;
  /** What was repaired, assumed or left out, a full sentence each. */
  readonly notes: readonly string[];
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

/** What a file does not say of itself. */
export interface ReadOptions {
  /** Needed where the file does not say it (CSV without `time_s`, NPY); overrides what it says elsewhere. */
  readonly sampleRateHz?: number;
  /** Volts per number, where the file does not name a unit; 1e-6 (µV) by default. */
  readonly unitScale?: number;
  /** Samples per block; the format's own size by default. */
  readonly blockLength?: number;
  /** Array or variable to read, where a file holds several (NPZ, MAT, HDF5, Parquet). */
  readonly variable?: string;
  /** Stream to read, by name, where a file holds several (XDF). */
  readonly stream?: string;
  /** Channels to take, in this order: names, numbers from 1, or ranges such as `1-8`; all by default. */
  readonly channels?: readonly string[];
}

/** Volts per number of a file that names no unit: microvolts. */
export const defaultUnitScale = 1e-6;
