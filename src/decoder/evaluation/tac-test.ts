import type { DofId } from '../../ground/movement/degree-of-freedom.js';
import type { Acquisition } from './target-acquisition.js';
import { TargetTest, type TargetTestState } from './target-test.js';
import { mean, trialOrder } from './trial-order.js';

/** Position of joints, each in its own unit. */
export type JointPositions = Readonly<Partial<Record<DofId, number>>>;

/** A posture to reach. */
export interface TacTarget {
  /** Position of the joints that are to move, in their own unit. */
  readonly positions: JointPositions;
}

/** Options of {@link TacTest}. */
export interface TacTestOptions {
  /** Joints that count; those a target does not name must stay where they start. */
  readonly joints: readonly DofId[];
  /** Position that every trial starts from. */
  readonly start: JointPositions;
  readonly targets: readonly TacTarget[];
  /** Default 1. */
  readonly repetitions?: number;
  /** How far each joint may be off, in its own unit; default 5. */
  readonly tolerance?: number;
  /** How long the posture must be held; default 2 s. */
  readonly dwellSeconds?: number;
  /** Default 15 s. */
  readonly limitSeconds?: number;
  /** Default 1 s. */
  readonly pauseSeconds?: number;
  /** Of the order of the targets; default 1. */
  readonly seed?: number;
}

export interface TacResult {
  readonly trials: readonly (Acquisition & { readonly target: TacTarget })[];
  readonly completionRate: number;
  /** Means over completed trials; NaN where there are none. Time is without the dwell. */
  readonly completionSeconds: number;
  readonly pathEfficiency: number;
  /** Mean over all trials. */
  readonly overshoots: number;
}

/**
 * Target Achievement Control test (Simon, Hargrove, Lock & Kuiken 2011): move a virtual limb into a posture and hold
 * it there, all joints within tolerance at once.
 *
 * @example
 * const state = tac.update(seconds, prosthesis.step(command, dt).positions);
 * if (state.begins) prosthesis.reset(tac.start);
 */
export class TacTest {
  readonly start: JointPositions;
  private readonly joints: readonly DofId[];
  private readonly test: TargetTest<TacTarget>;

  constructor(options: TacTestOptions) {
    const { joints, start, targets, repetitions = 1, tolerance = 5, seed = 1 } = options;
    this.joints = joints;
    this.start = start;
    const centre = ({ positions }: TacTarget): number[] =>
      joints.map((dof) => positions[dof] ?? start[dof] ?? 0);
    this.test = new TargetTest(trialOrder(targets, repetitions, seed, 'tac-test'), {
      dwellSeconds: options.dwellSeconds ?? 2,
      limitSeconds: options.limitSeconds ?? 15,
      pauseSeconds: options.pauseSeconds ?? 1,
      centre,
      inside: (target, position) =>
        centre(target).every((wanted, j) => Math.abs(position[j] - wanted) <= tolerance),
    });
  }

  /**
   * Tell where the joints are.
   * @param seconds time, not falling
   * @param positions of the joints, as {@link Prosthesis.step} returns them
   */
  update(seconds: number, positions: JointPositions): TargetTestState<TacTarget> {
    return this.test.update(
      seconds,
      this.joints.map((dof) => positions[dof] ?? 0),
    );
  }

  get result(): TacResult {
    const trials = this.test.outcomes.map(({ target, acquisition }) => ({ target, ...acquisition }));
    const completed = trials.filter((trial) => trial.completed);
    return {
      trials,
      completionRate: trials.length > 0 ? completed.length / trials.length : NaN,
      completionSeconds: mean(completed.map(({ movementSeconds }) => movementSeconds)),
      pathEfficiency: mean(
        completed.map(({ pathEfficiency }) => pathEfficiency).filter((value) => value >= 0),
      ),
      overshoots: mean(trials.map(({ overshoots }) => overshoots)),
    };
  }
}

/** Targets made of every combination of directions of one to `most` joints, each moved by the same amounts. */
export function tacTargets(
  joints: readonly DofId[],
  start: JointPositions,
  reach: (dof: DofId) => number,
  most = 2,
): TacTarget[] {
  let partial: JointPositions[] = [{}];
  for (const dof of joints)
    partial = partial.flatMap((positions) => [
      positions,
      ...[1, -1].map((direction) => ({ ...positions, [dof]: (start[dof] ?? 0) + direction * reach(dof) })),
    ]);
  return partial
    .filter((positions) => Object.keys(positions).length >= 1 && Object.keys(positions).length <= most)
    .map((positions) => ({ positions }));
}
