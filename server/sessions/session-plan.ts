import type { DecoderSpec } from '../../src/decoder/decoder-fields.js';
import type { SavedDecoder } from '../../src/decoder/decoder-json.js';
import type { TrainingRecording } from '../../src/decoder/training/training-windows.js';
import type { PlayedSegment } from '../../src/patient/segment-tape.js';
import type { RecordingInfo, SessionInfo } from '../../src/protocol/server-messages.js';
import type { Scenario } from '../../src/scenario/scenario.js';
import type { Tokens } from '../access/access.js';
import type { ClassifierReference } from '../outside/classifier-reference.js';

/** What every session needs, whatever it is made of. */
interface PlanBase {
  /** Who says when blocks are due. */
  readonly clock: SessionInfo['clock'];
  /** Folder that its recordings go to. */
  readonly recordingsFolder: string;
  /** How long a thread of its workshop stays without work, in milliseconds; absent for as long as the session. */
  readonly workshopRestMs?: number;
}

/** The classifier that was asked for by name. */
export interface ClassifierPlan {
  readonly reference: ClassifierReference;
  /** How long a process may take to answer, in milliseconds. */
  readonly timeoutMs: number;
  /** What lets a process in; everybody on this machine where absent. */
  readonly tokens?: Tokens;
}

/** A simulated patient. */
export interface PatientPlan extends PlanBase {
  readonly kind: 'patient';
  readonly scenario: Scenario;
  /** File of a decoder that `train` wrote; without one the patient is calibrated. */
  readonly decoderFile?: string;
  readonly classifier?: ClassifierPlan;
}

/** A recording that is played. Its signals lie in shared memory, so that every session of it has the same. */
export interface ReplayPlan extends PlanBase {
  readonly kind: 'replay';
  readonly recording: RecordingInfo;
  readonly played: readonly PlayedSegment[];
  readonly training: readonly TrainingRecording[];
  readonly decoder?: SavedDecoder;
  readonly spec: DecoderSpec;
  readonly channelNames: readonly string[];
  readonly unitVolts?: number;
}

/** What a session is made of, as it travels to the thread that it lives in: nothing but data. */
export type SessionPlan = PatientPlan | ReplayPlan;
