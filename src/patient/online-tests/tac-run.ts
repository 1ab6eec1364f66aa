import { measuredOf } from '../../protocol/schemas.js';
import { TacTest, tacTargets, type TacTarget } from '../../decoder/evaluation/tac-test.js';
import type { TargetTestState } from '../../decoder/evaluation/target-test.js';
import type { Posture, Target } from '../../body/user/simulated-user.js';
import { type OnlineTest, type TestProgress, type TestSetting, type TestTask } from './online-test.js';
import { middle, postureText, testJoints, type TestJoint } from './test-joints.js';

/** How far each joint may be off, in degrees or percent: Simon et al. 2011 use 5° and more. */
const TOLERANCE = 8;
const DWELL_SECONDS = 1;
const LIMIT_SECONDS = 15;
/** Way of each joint from the start: at most this, and this share of its range. */
const REACH = 30;
const REACH_SHARE = 0.3;
/** Most joints of one target, and most targets of several joints. */
const JOINTS_AT_ONCE = 2;
const MOST_COMBINED = 6;

/** Target Achievement Control on a running prosthesis: every joint both ways, and some pairs of joints. */
export class TacRun implements OnlineTest {
  readonly name = 'tac';
  private readonly test: TacTest;
  private readonly start: Posture;
  private readonly joints: readonly TestJoint[];
  private now: TargetTestState<TacTarget> | undefined;
  private goal: Target | undefined;

  constructor({ movements, prosthesis, seed }: TestSetting) {
    this.joints = testJoints(movements, prosthesis);
    this.start = middle(this.joints);
    const dofs = this.joints.map(({ dof }) => dof);
    this.test = new TacTest({
      joints: dofs,
      start: this.start,
      targets: this.targets(),
      tolerance: TOLERANCE,
      dwellSeconds: DWELL_SECONDS,
      limitSeconds: LIMIT_SECONDS,
      seed,
    });
  }

  decided(): void {
    // Only where the prosthesis goes counts.
  }

  moved(seconds: number, posture: Posture): Posture | undefined {
    const before = this.now?.target;
    this.now = this.test.update(seconds, posture);
    const { target, begins } = this.now;
    if (target !== before || !this.goal)
      this.goal = target && { posture: { ...this.start, ...target.positions }, tolerance: TOLERANCE };
    return begins ? this.start : undefined;
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
    const { result } = this.test;
    const text = target ? postureText(target.positions) : '';
    return {
      phase: phase === 'reach' ? 'trial' : phase,
      prompt: phase === 'reach' ? `Reach ${text}` : target ? `Rest. Next: ${text}` : 'Done',
      trial: Math.min(trial + 1, trials),
      trials,
      secondsLeft,
      progress: dwell,
      movement: null,
      target:
        target && this.goal
          ? {
              posture: this.goal.posture,
              tolerance: Object.fromEntries(this.joints.map(({ dof }) => [dof, TOLERANCE])),
            }
          : null,
      cursor: null,
      inside,
      results: result.trials.map(({ target: { positions }, ...trial }) => ({
        target: postureText(positions),
        completed: trial.completed,
        completionSeconds: measuredOf(trial.movementSeconds),
        overshoots: trial.overshoots,
        pathEfficiency: measuredOf(trial.pathEfficiency),
      })),
      summary:
        result.trials.length === 0
          ? null
          : {
              completionRate: measuredOf(result.completionRate),
              completionSeconds: measuredOf(result.completionSeconds),
              overshoots: measuredOf(result.overshoots),
              pathEfficiency: measuredOf(result.pathEfficiency),
            },
    };
  }

  /** Single joints all, combinations evenly picked. */
  private targets(): TacTarget[] {
    const ranges = new Map(this.joints.map(({ dof, min, max }) => [dof, max - min]));
    const all = tacTargets(
      [...ranges.keys()],
      this.start,
      (dof) => Math.min(REACH, REACH_SHARE * (ranges.get(dof) ?? 0)),
      JOINTS_AT_ONCE,
    );
    const combined = all.filter(({ positions }) => Object.keys(positions).length > 1);
    const every = Math.max(1, Math.ceil(combined.length / MOST_COMBINED));
    return [...all.filter((one) => !combined.includes(one)), ...combined.filter((_, n) => n % every === 0)];
  }
}
