import { measuredOf } from '../../protocol/schemas.js';
import { FittsTest, type FittsTarget } from '../../decoder/evaluation/fitts-test.js';
import type { TargetTestState } from '../../decoder/evaluation/target-test.js';
import type { Posture, Target } from '../../body/user/simulated-user.js';
import { type OnlineTest, type TestProgress, type TestSetting, type TestTask } from './online-test.js';
import { middle, postureText, testJoints, type TestJoint } from './test-joints.js';

/** Diameters of the rings and of the targets; the plane runs from −1 to 1. */
const DISTANCES = [0.6, 1.2];
const WIDTHS = [0.25, 0.4];
const TARGETS_PER_RING = 4;
const DWELL_SECONDS = 1;
const LIMIT_SECONDS = 15;

/**
 * Fitts' test on a running prosthesis: the first two joints move a cursor, the range of each being one axis. With a
 * single joint the test is in one dimension.
 */
export class FittsRun implements OnlineTest {
  readonly name = 'fitts';
  private readonly test: FittsTest;
  private readonly axes: readonly TestJoint[];
  private now: TargetTestState<FittsTarget> | undefined;
  private cursor = { x: 0, y: 0 };
  private goal: Target | undefined;

  constructor({ movements, prosthesis, seed }: TestSetting) {
    this.axes = testJoints(movements, prosthesis).slice(0, 2);
    this.test = new FittsTest({
      distances: DISTANCES,
      widths: WIDTHS,
      targetsPerRing: this.axes.length < 2 ? 2 : TARGETS_PER_RING,
      dwellSeconds: DWELL_SECONDS,
      limitSeconds: LIMIT_SECONDS,
      seed,
    });
  }

  decided(): void {
    // Only where the cursor goes counts.
  }

  moved(seconds: number, posture: Posture): Posture | undefined {
    const first = this.now === undefined;
    if (!first) this.cursor = this.cursorAt(posture);
    const before = this.now?.target;
    this.now = this.test.update(seconds, this.cursor.x, this.cursor.y);
    if (this.now.target !== before) this.goal = this.now.target && this.goalAt(this.now.target);
    return first ? middle(this.axes) : undefined;
  }

  get task(): TestTask {
    return this.now?.phase === 'reach' && this.goal ? { target: this.goal } : null;
  }

  get done(): boolean {
    return this.now?.phase === 'done';
  }

  progress(): TestProgress {
    const {
      phase = 'pause',
      target,
      trial = 0,
      trials = 0,
      inside = false,
      dwell = 0,
      secondsLeft = 0,
    } = this.now ?? {};
    const { goal, axes, cursor } = this;
    const { result } = this.test;
    const text = goal ? postureText(goal.posture) : '';
    return {
      phase: phase === 'reach' ? 'trial' : phase,
      prompt: phase === 'reach' ? `Reach ${text}` : goal ? `Rest. Next: ${text}` : 'Done',
      trial: Math.min(trial + 1, trials),
      trials,
      secondsLeft,
      progress: dwell,
      movement: null,
      target: goal
        ? {
            posture: goal.posture,
            tolerance: Object.fromEntries(axes.map(({ dof }) => [dof, goal.tolerance])),
          }
        : null,
      cursor: target ? { ...cursor, targetX: target.x, targetY: target.y, targetWidth: target.width } : null,
      inside,
      results: result.trials.map(({ target, ...trial }) => ({
        target: postureText(this.goalAt(target).posture),
        completed: trial.completed,
        completionSeconds: measuredOf(trial.movementSeconds),
        overshoots: trial.overshoots,
        pathEfficiency: measuredOf(trial.pathEfficiency),
        indexOfDifficulty: measuredOf(trial.indexOfDifficulty),
        throughput: measuredOf(trial.throughput),
        stoppingDistance: measuredOf(trial.stoppingDistance),
      })),
      summary:
        result.trials.length === 0
          ? null
          : {
              completionRate: measuredOf(result.completionRate),
              completionSeconds: measuredOf(result.movementSeconds),
              overshoots: measuredOf(result.overshoots),
              pathEfficiency: measuredOf(result.pathEfficiency),
              throughput: measuredOf(result.throughput),
              stoppingDistance: measuredOf(result.stoppingDistance),
            },
    };
  }

  private cursorAt(posture: Posture): { x: number; y: number } {
    const [x = 0, y = 0] = this.axes.map(({ dof, min, max }) =>
      max > min ? (2 * ((posture[dof] ?? min) - min)) / (max - min) - 1 : 0,
    );
    return { x, y };
  }

  /** The posture at the middle of a target; off by no more than its tolerance is always inside the target. */
  private goalAt({ x, y, width }: FittsTarget): Target {
    const { axes } = this;
    const place = [x, y];
    const posture = Object.fromEntries(
      axes.map(({ dof, min, max }, a) => [dof, min + (((place[a] ?? 0) + 1) / 2) * (max - min)]),
    );
    const narrowest = Math.min(...axes.map(({ min, max }) => max - min));
    return { posture, tolerance: ((width / 2 / Math.sqrt(axes.length)) * narrowest) / 2 };
  }
}
