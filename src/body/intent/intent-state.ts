import type { MovementId } from '../../ground/movement/movement.js';

/** One movement the user makes, and how hard. */
export interface Activation {
  readonly movement: MovementId;
  /** Fraction of the maximal voluntary contraction, 0 … 1. */
  readonly strength: number;
  /** Trial whose variability colours it; where absent, that of the state. */
  readonly trial?: number;
}

/** What the user intends at one sample, and what they are asked to. */
export interface IntentState {
  /** Absolute sample index this is the state at. */
  readonly index: number;
  /** Movements being made, strongest first; empty at rest. */
  readonly activations: readonly Activation[];
  /** The strongest of them, `rest` where there is none: the truth. */
  readonly movement: MovementId;
  /** Strength of that one, 0 … 1. */
  readonly strength: number;
  /** What the prompt asks for at this sample, without reaction time and variability; empty at rest. */
  readonly asked: readonly Activation[];
  /** Movement the prompt shows (the first, where it asks for several at once). */
  readonly cue: MovementId;
  /** Repetition of the cued movement since the start of the stream, from 0. */
  readonly repetition: number;
  /** Trial (one prompt and the rest after it) since the start of the stream, from 0; −1 before the first. */
  readonly trial: number;
  /** Phase of the prompt; the user follows it by the reaction time. Between prompts it is `rest`. */
  readonly phase: 'rest' | 'ramp' | 'hold';
  /** How far trial-to-trial variability is still above its settled value: 1 settled, more while learning. */
  readonly variability: number;
}

/** The state of doing nothing, with nothing asked. */
export function restingState(index: number): IntentState {
  return {
    index,
    activations: [],
    movement: 'rest',
    strength: 0,
    asked: [],
    cue: 'rest',
    repetition: 0,
    trial: -1,
    phase: 'rest',
    variability: 1,
  };
}
