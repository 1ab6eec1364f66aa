import type { ClassQuality } from '../decoder/training/class-quality.js';
import type { DecoderLatency } from '../decoder/latency.js';
import type { DofId } from '../ground/movement/degree-of-freedom.js';
import type { StreamName } from './stream-kind.js';
import type { TestName, TestState } from './test-state.js';

/** How to read the frames of one stream. */
export interface StreamInfo {
  /** Name of each row, in order. */
  readonly rows: readonly string[];
  /** Columns per second; 0 where columns come when they come. */
  readonly rateHz: number;
  /** Samples of the signal that one column spans. */
  readonly samplesPerColumn: number;
  /** Samples of the decoder's window, the last of which is before the column's index; only where columns are windows. */
  readonly windowSamples?: number;
  readonly unit: string;
}

/** Result of training, measured on repetitions that were held out. */
export interface CalibrationSummary {
  /** The model that was measured, where it is not the one that decides: an outside model measures itself live. */
  readonly model?: string;
  /** Held-out accuracy, 0 to 1. */
  readonly accuracy: number;
  readonly classes: readonly string[];
  /** Rows truth, columns decision, counts of windows. */
  readonly confusion: readonly (readonly number[])[];
  /** Windows used per class. */
  readonly windows: readonly number[];
  /** Seconds of signal recorded, and seconds it took. */
  readonly signalSeconds: number;
  readonly wallSeconds: number;
  readonly quality: readonly ClassReport[];
}

/** Quality of one class, as the page shows it. */
export type ClassReport = Pick<
  ClassQuality,
  'label' | 'separability' | 'repeatability' | 'amplitudeOverRest' | 'advice'
>;

/** Parts of the delay from muscle to command, in milliseconds: the decoder's, and what computing adds. */
export interface LatencyBudget extends DecoderLatency {
  /** Measured. */
  readonly computeMs: number;
  /** Mean time that an outside model takes to answer; absent where the decoder's own model decides. */
  readonly outsideMs?: number;
}

/** Measured on the running stream over the last minute. */
export interface LiveStatistics {
  readonly sampleRateHz: number;
  readonly blocksPerSecond: number;
  /** Share of decisions equal to the intent, in the last 60 s; null before any. */
  readonly accuracy: number | null;
  readonly decisions: number;
  readonly clients: number;
  readonly lostBlocks: number;
  readonly replacedSamples: number;
  readonly outside?: OutsideStatistics;
}

/** How an outside model answers: a process, a module or an ONNX file. Times in milliseconds, null before the first. */
export interface OutsideStatistics {
  readonly name: string;
  readonly answers: number;
  /** Windows that got no usable answer in time, and counted as rest. */
  readonly unanswered: number;
  readonly meanMs: number | null;
  readonly p95Ms: number | null;
  readonly maxMs: number | null;
}

/** Where a muscle, its sector and electrodes lie, as the cross-section draws them (after surgery). */
export interface LimbGeometry {
  readonly layers: readonly { readonly name: string; readonly outerRadiusMm: number }[];
  readonly muscles: readonly {
    readonly name: string;
    readonly angleDeg: number;
    readonly widthDeg: number;
    readonly innerRadiusMm: number;
    readonly outerRadiusMm: number;
    readonly units: number;
  }[];
  readonly electrodes: readonly {
    readonly name: string;
    readonly contacts: readonly {
      readonly angleDeg: number;
      readonly radiusMm: number;
      readonly axialMm: number;
    }[];
  }[];
}

export interface JointInfo {
  readonly dof: DofId;
  readonly name: string;
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly neutral: number;
}

export interface PresetInfo {
  readonly name: string;
  readonly title: string;
  readonly description: string;
}

/** The stages of a patient's journey, and where the patient is. */
export interface JourneyInfo {
  readonly stages: readonly { readonly title: string; readonly durationS: number }[];
  /** Number of the present stage, from 0. */
  readonly stage: number;
  /** Sample indices at which it began and at which it ends. */
  readonly from: number;
  readonly until: number;
}

/** What the server says, one JSON object per text message. */
export type ServerMessage =
  | {
      /** First message, and again whenever what streams mean changes (preset, electrodes, classes). */
      readonly op: 'serverInfo';
      readonly protocol: string;
      readonly version: string;
      readonly capabilities: readonly string[];
      /** The whole scenario in force (a Scenario of the schema). Null while a recording is replayed. */
      readonly scenario: unknown;
      readonly source: 'simulation' | 'recording';
      readonly sampleRateHz: number;
      readonly channels: readonly string[];
      readonly classes: readonly string[];
      readonly movements: readonly string[];
      readonly muscles: readonly string[];
      readonly joints: readonly JointInfo[];
      readonly limb: 'arm' | 'leg';
      readonly geometry: LimbGeometry | null;
      readonly streams: Readonly<Partial<Record<StreamName, StreamInfo>>>;
      readonly calibration: CalibrationSummary | null;
      readonly presets: readonly PresetInfo[];
      /** Absent where the scenario has no journey. */
      readonly journey?: JourneyInfo;
      readonly index: number;
    }
  /** The patient has entered a stage of the journey. */
  | { readonly op: 'stage'; readonly journey: JourneyInfo }
  | {
      readonly op: 'scenario';
      readonly scenario: unknown;
      readonly geometry: LimbGeometry | null;
      readonly index: number;
    }
  | {
      readonly op: 'status';
      readonly phase: 'calibrating' | 'running' | 'paused' | 'failed';
      readonly progress?: number;
      readonly text: string;
    }
  | { readonly op: 'calibration'; readonly calibration: CalibrationSummary }
  | { readonly op: 'statistics'; readonly statistics: LiveStatistics; readonly latency: LatencyBudget }
  /** `who` is script, person or simulated-user. */
  | {
      readonly op: 'intent';
      readonly who: string;
      readonly activations: readonly { movement: string; strength: number }[];
    }
  | {
      readonly op: 'event';
      readonly index: number;
      readonly kind: 'cue' | 'artefact' | 'mark' | 'templates' | 'lost' | 'classifier' | 'stage';
      readonly text: string;
    }
  /** Oldest data dropped for this client because it did not read fast enough. */
  | { readonly op: 'lost'; readonly frames: number; readonly bytes: number; readonly since: number }
  | {
      readonly op: 'recordedClasses';
      readonly recording: string | null;
      readonly classes: readonly { label: string; seconds: number; repetitions: number }[];
      readonly quality: readonly ClassReport[];
    }
  | {
      readonly op: 'recorder';
      readonly file: string | null;
      readonly seconds: number;
      readonly url: string | null;
    }
  | {
      readonly op: 'muap';
      readonly id?: string | number | undefined;
      readonly muscle: number;
      readonly unit: number;
      readonly sampleRateHz: number;
      readonly channels: readonly (readonly number[])[];
      readonly recruitmentPercent: number;
      readonly twitchForce: number;
    }
  /** At most ten times a second while a test runs; the last one carries the whole result. */
  | { readonly op: 'test'; readonly test: TestName; readonly state: TestState }
  | {
      readonly op: 'pong';
      readonly id?: string | number | undefined;
      readonly t?: number | undefined;
      readonly serverTime: number;
    }
  | {
      readonly op: 'ok';
      readonly id?: string | number | undefined;
      readonly of: string;
      readonly text?: string;
    }
  | {
      readonly op: 'error';
      readonly id?: string | number | undefined;
      readonly code: string;
      readonly message: string;
      readonly hint: string;
      readonly field?: string;
    };

export type ServerOp = ServerMessage['op'];
