import { measuredOf } from '../../protocol/schemas.js';
import { TacTest, tacTargets, type TacTarget } from '../../decoder/evaluation/tac-test.js';
import type { Posture } from '../../body/user/simulated-user.js';
import type { TestProgress, TestSetting } from './online-test.js';
import { TargetRun } from './target-run.js';
import { middle, testJoints } from './test-joints.js';

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
export class TacRun extends TargetRun<TacTarget> {
  readonly name = 'tac';
  private readonly test: TacTest;
  private readonly start: Posture;

  constructor(setting: TestSetting) {
    const { seed } = setting;
    super(testJoints(setting));
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

  moved(seconds: number, posture: Posture): Posture | undefined {
    const before = this.now?.target;
    this.now = this.test.update(seconds, posture);
    const { target, begins } = this.now;
    if (target !== before || !this.goal)
      this.goal = target && { posture: { ...this.start, ...target.positions }, tolerance: TOLERANCE };
    return begins ? this.start : undefined;
  }

  protected asked({ positions }: TacTarget): Posture {
    return positions;
  }

  protected cursorTo(): null {
    return null;
  }

  protected outcome(): Pick<TestProgress, 'results' | 'summary'> {
    const { result } = this.test;
    return {
      results: result.trials.map((trial) => this.reached(trial)),
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
