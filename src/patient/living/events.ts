import type { MyodesisError } from '../../ground/signal/errors.js';
import type { Decoder } from '../../decoder/decoder.js';
import type { DecoderSpec } from '../../decoder/decoder-fields.js';
import type { ScenarioChange } from '../../scenario/change.js';
import type { Scenario } from '../../scenario/scenario.js';
import type { Ticket } from './state.js';

/** What happens to a patient. Indices are those of the stream when it happens. */
export type PatientEvent =
  /** Another person is to live. `given`: with a decoder that was made before. */
  | { readonly type: 'load'; readonly scenario: Scenario; readonly given: boolean }
  /** The scenario is to become another one; `whole` where it came whole, not as a patch. */
  | { readonly type: 'change'; readonly scenario: Scenario; readonly whole: boolean; readonly index: number }
  | { readonly type: 'pause'; readonly paused: boolean }
  | { readonly type: 'calibrate' }
  /** A decoder that was made elsewhere is to decide. */
  | { readonly type: 'loadDecoder'; readonly decoder: Decoder }
  /** Train on what a person recorded. */
  | { readonly type: 'trainRecorded' }
  /** Train on what a prompted calibration recorded. */
  | { readonly type: 'trainPrompted' }
  /**
   * Go to a stage of the journey, because somebody asks or because it is due; without a stage, that of now begins anew.
   * `hold` as before where absent.
   */
  | {
      readonly type: 'enterStage';
      readonly stage?: number | undefined;
      readonly hold?: boolean | undefined;
      readonly index: number;
    }
  /** The running body cannot become what the scenario says: it takes a new one. */
  | { readonly type: 'outgrown' }
  /** The running body has become what the scenario says; `stale` where its templates no longer fit. */
  | { readonly type: 'bodyChanged'; readonly stale: boolean }
  /** The body has tired so much that its templates no longer fit. */
  | { readonly type: 'tired' }
  | { readonly type: 'progress'; readonly ticket: Ticket; readonly share: number }
  /** Work is done, and everything made of it that its adoption needs. */
  | { readonly type: 'done'; readonly ticket: Ticket }
  | { readonly type: 'failed'; readonly ticket: Ticket; readonly error: MyodesisError }
  /** The stream cannot go on. */
  | { readonly type: 'streamFailed'; readonly error: MyodesisError }
  | { readonly type: 'close' };

/** What is to be done about it, in this order. Work comes back as `done` or `failed` by its ticket. */
export type PatientEffect =
  /** Make somebody ready: templates, and a decoder where none is `given`. */
  | { readonly do: 'prepare'; readonly ticket: Ticket; readonly scenario: Scenario; readonly given: boolean }
  /** Calibrate whoever lives again; `reuse` the templates of the running body where they fit. */
  | {
      readonly do: 'calibrate';
      readonly ticket: Ticket;
      readonly scenario: Scenario;
      readonly reuse: boolean;
    }
  | { readonly do: 'trainRecorded'; readonly ticket: Ticket; readonly spec: DecoderSpec }
  | { readonly do: 'trainPrompted'; readonly ticket: Ticket; readonly spec: DecoderSpec }
  /** Train on what the running decoder learned from. */
  | { readonly do: 'trainAgain'; readonly ticket: Ticket; readonly spec: DecoderSpec }
  /** A decoder that is there takes over from the next block on. */
  | { readonly do: 'takeDecoder'; readonly decoder: Decoder }
  /** Derive the templates of another body of the same person. */
  | { readonly do: 'deriveBody'; readonly ticket: Ticket; readonly scenario: Scenario }
  /** Derive the templates that the running body asks for. */
  | { readonly do: 'deriveTemplates'; readonly ticket: Ticket }
  /** Nothing that a piece of work makes is of use any more. */
  | { readonly do: 'abort'; readonly ticket: Ticket }
  /** What a piece of work made takes over from the next block on. */
  | { readonly do: 'adopt'; readonly ticket: Ticket }
  /**
   * The running body, decoder and prosthesis become what the scenario says, as far as they can; comes back as
   * `outgrown` or `bodyChanged`.
   */
  | { readonly do: 'update'; readonly change: ScenarioChange }
  /** Tell everyone. */
  | { readonly do: 'tellInfo' }
  | { readonly do: 'tellScenario' }
  | { readonly do: 'tellStage' }
  | { readonly do: 'tellError'; readonly error: MyodesisError }
  /** Tell whoever asked for a training that it failed. */
  | { readonly do: 'refuse'; readonly ticket: Ticket; readonly error: MyodesisError };

/** What comes of an event. */
export interface Step<State> {
  readonly state: State;
  readonly effects: readonly PatientEffect[];
  /** Answer to whoever caused the event. */
  readonly reply?: string;
}
