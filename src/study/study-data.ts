import { channelNames } from '../body/anatomy/channel-names.js';
import type { OwnMovement } from '../ground/movement/own-movements.js';
import { ModelError } from '../ground/signal/errors.js';
import { channelOf, type SampleBlock } from '../ground/signal/sample-block.js';
import type { SegmentOrigin } from '../ground/signal/segment-origin.js';
import { recordCalibration, testSession, type CalibrationOptions } from '../patient/calibrate.js';
import type { Scenario } from '../scenario/scenario.js';

/** One labelled stretch of signal. */
export interface StudySegment extends SegmentOrigin {
  /** Raw signal in volts, one stretch without gaps. */
  readonly signal: SampleBlock;
}

/** Labelled recordings that a study is about. */
export interface StudyData {
  readonly segments: readonly StudySegment[];
  readonly sampleRateHz: number;
  readonly channelNames: readonly string[];
  /** Movements of a scenario's own, which labels may name. */
  readonly movements?: readonly OwnMovement[];
  /** Class that moves nothing, where its name does not say so. */
  readonly rest?: string;
  /** Volts per number of the file, where its numbers are not µV: LibEMG's features see those. */
  readonly unitVolts?: number;
}

/**
 * Labelled stretches as the data of a study. Samples are put where threads can share them instead of copying.
 * @param channelNames default `ch1`, `ch2` …
 * @param about which class is rest, where its name does not say so, and the unit of the file, where it is not µV
 * @throws ModelError where there are none
 */
export function studyData(
  segments: readonly StudySegment[],
  channelNames?: readonly string[],
  about: Pick<StudyData, 'rest' | 'unitVolts'> = {},
): StudyData {
  const first = segments[0]?.signal;
  if (!first)
    throw new ModelError('got no labelled recordings, expected some of at least two movements', {
      hint: 'Give one segment { label, repetition, trial, signal } per repetition.',
    });
  return {
    segments: segments.map(({ label, repetition, trial, subject, part, signal }) => ({
      label,
      repetition,
      trial,
      ...(subject !== undefined && { subject }),
      ...(part && { part }),
      signal: shared(signal),
    })),
    sampleRateHz: first.sampleRateHz,
    channelNames: channelNames ?? Array.from({ length: first.channels }, (_, c) => `ch${c + 1}`),
    ...about,
  };
}

/** The calibration of a simulated person. */
export function dataOfScenario(
  scenario: Scenario,
  options: Pick<CalibrationOptions, 'onProgress' | 'session'> = {},
): StudyData {
  const data = studyData(
    recordCalibration(scenario, options).map((recording) => ({
      ...recording,
      trial: '0',
    })),
    channelNames(scenario.electrodes),
  );
  return { ...data, movements: scenario.movements };
}

/**
 * The prompts of the calibration followed once more, in a session that nothing can have learned from: other trials,
 * and other noise too, which comes from the same source in every session and is therefore taken from later on.
 */
export function untriedData(scenario: Scenario): StudyData {
  const { repetitions } = scenario.calibration;
  const longer = { ...scenario, calibration: { ...scenario.calibration, repetitions: 2 * repetitions } };
  const data = dataOfScenario(longer, { session: testSession(scenario) });
  const first = Math.min(...data.segments.map(({ repetition }) => repetition));
  return { ...data, segments: data.segments.filter(({ repetition }) => repetition >= first + repetitions) };
}

/** A page may share memory between threads only where its server says so; without, threads copy. */
function shared(block: SampleBlock): SampleBlock {
  if (typeof SharedArrayBuffer === 'undefined') return block;
  const data = new Float32Array(new SharedArrayBuffer(block.data.byteLength));
  for (let c = 0; c < block.channels; c++) data.set(channelOf(block, c), c * block.length);
  return { ...block, data };
}
