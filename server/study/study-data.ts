import { channelOf, type SampleBlock } from '../../src/ground/signal/sample-block.js';
import type { Scenario } from '../../src/scenario/scenario.js';
import { recordCalibration } from '../../src/patient/calibrate.js';
import type { LabelledData } from '../cli/labelled-data.js';

/** One labelled stretch of signal. */
export interface StudySegment {
  readonly label: string;
  readonly repetition: number;
  readonly trial: number;
  readonly signal: SampleBlock;
}

/** Labelled recordings that a study is about; samples are shared between threads, never copied. */
export interface StudyData {
  readonly segments: readonly StudySegment[];
  readonly sampleRateHz: number;
  readonly channelNames: readonly string[];
}

/** Recordings from files. */
export function dataOfRecordings({ segments, sampleRateHz, channels }: LabelledData): StudyData {
  return {
    segments: segments.map(({ label, repetition, trial, signal }) => ({
      label,
      repetition,
      trial,
      signal: shared(signal),
    })),
    sampleRateHz,
    channelNames: Array.from({ length: channels }, (_, c) => `ch${c + 1}`),
  };
}

/** The calibration of a simulated person. */
export function dataOfScenario(scenario: Scenario, onProgress?: (share: number) => void): StudyData {
  const recordings = recordCalibration(scenario, onProgress ? { onProgress } : {});
  return {
    segments: recordings.map(({ label, repetition, signal }) => ({
      label,
      repetition,
      trial: 0,
      signal: shared(signal),
    })),
    sampleRateHz: scenario.sampleRateHz,
    channelNames: scenario.electrodes.positions.map(({ name }, c) => name || `CH${c + 1}`),
  };
}

function shared(block: SampleBlock): SampleBlock {
  const buffer = new SharedArrayBuffer(block.data.byteLength);
  const data = new Float32Array(buffer);
  for (let c = 0; c < block.channels; c++) data.set(channelOf(block, c), c * block.length);
  return { ...block, data };
}
