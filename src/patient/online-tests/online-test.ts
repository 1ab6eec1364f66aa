import type { Vocabulary } from '../../ground/movement/vocabulary.js';
import type { MovementId } from '../../ground/movement/movement.js';
import type { ProsthesisSpec } from '../../decoder/prosthesis/prosthesis-fields.js';
import type { TestName, TestState } from '../../protocol/test-state.js';
import type { Posture, Target } from '../../body/user/simulated-user.js';

/** What whoever is tested should do now: make a movement, or reach a posture; null is to rest. */
export type TestTask = { readonly movement: MovementId } | { readonly target: Target } | null;

/** Where a test stands, apart from who does it and for how long. */
export type TestProgress = Omit<TestState, 'by' | 'elapsedSeconds'>;

/**
 * An online test joined to decoder and prosthesis. It has no clock: it is told the time, which must not fall, with
 * every decision and after every movement of the prosthesis.
 */
export interface OnlineTest {
  readonly name: TestName;
  /** Take the movement of a command. */
  decided(seconds: number, movement: MovementId): void;
  /**
   * Take the posture of the prosthesis.
   * @returns posture to put it into now, where a trial starts from a given one
   */
  moved(seconds: number, posture: Posture): Posture | undefined;
  readonly task: TestTask;
  readonly done: boolean;
  /** Where it stands, as clients are told. */
  progress(): TestProgress;
}

/** What a test is made for. */
export interface TestSetting {
  /** Movements that the decoder can decide on, rest left out. */
  readonly movements: readonly MovementId[];
  /** What they are. */
  readonly vocabulary: Vocabulary;
  readonly prosthesis: ProsthesisSpec;
  /** Of the order of the trials. */
  readonly seed: number;
}
