import type { DofId } from '../ground/movement/degree-of-freedom.js';
import type { MovementId } from '../ground/movement/movement.js';

/** Online tests: Motion Test, Target Achievement Control, Fitts' test after ISO 9241-411. */
export const testNames = ['motion', 'tac', 'fitts'] as const;
export type TestName = (typeof testNames)[number];

/** Who is tested: a person with keys as intent, or the simulated user of the scenario. */
export const testSubjects = ['person', 'simulated-user'] as const;
export type TestSubject = (typeof testSubjects)[number];

/** A number, or null where there is nothing to measure it on. */
export type Measured = number | null;

/** Posture to reach: position of each joint and how far it may be off, in the joint's unit. */
export interface TestTarget {
  readonly posture: Readonly<Partial<Record<DofId, number>>>;
  readonly tolerance: Readonly<Partial<Record<DofId, number>>>;
}

/** A point that two joints move, and the round target it should reach; both axes run from −1 to 1. */
export interface TestCursor {
  readonly x: number;
  readonly y: number;
  readonly targetX: number;
  readonly targetY: number;
  /** Diameter. */
  readonly targetWidth: number;
}

/** Outcome of one trial. Times in seconds, without the dwell; shares and efficiencies 0 … 1. */
export interface TestTrial {
  /** What was asked for, in words. */
  readonly target: string;
  readonly completed: boolean;
  readonly completionSeconds: Measured;
  /** Motion Test: from the first decision that was not rest to the first right one. */
  readonly selectionSeconds?: Measured;
  /** Motion Test: share of right decisions. */
  readonly accuracy?: Measured;
  /** TAC, Fitts: times the target was left again. */
  readonly overshoots?: number;
  readonly pathEfficiency?: Measured;
  /** Fitts: bits, and bits per second. */
  readonly indexOfDifficulty?: Measured;
  readonly throughput?: Measured;
  /** Fitts: way gone within the target while dwelling. */
  readonly stoppingDistance?: Measured;
}

/** Means over the trials, of what the test measures. */
export type TestSummary = Omit<TestTrial, 'target' | 'completed' | 'overshoots' | 'indexOfDifficulty'> & {
  /** Share of trials completed. */
  readonly completionRate: Measured;
  readonly overshoots?: Measured;
};

/** Where an online test stands; complete in every message, so that the last one is the result. */
export interface TestState {
  readonly by: TestSubject;
  /** `stopped`: ended before its last trial. */
  readonly phase: 'pause' | 'trial' | 'done' | 'stopped';
  /** What to do now, in words. */
  readonly prompt: string;
  /** Number of the trial under way or next, from 1, and of all. */
  readonly trial: number;
  readonly trials: number;
  /** Of signal since the test began. */
  readonly elapsedSeconds: number;
  /** Until the trial fails, or the pause ends. */
  readonly secondsLeft: number;
  /** Share of the dwell, or of the right decisions needed, 0 … 1. */
  readonly progress: number;
  /** Movement asked for now (Motion Test). */
  readonly movement: MovementId | null;
  /** Posture to reach now or next (TAC, Fitts). */
  readonly target: TestTarget | null;
  readonly cursor: TestCursor | null;
  /** Whether the target is reached at this moment. */
  readonly inside: boolean;
  readonly results: readonly TestTrial[];
  /** Null before the first outcome. */
  readonly summary: TestSummary | null;
}
