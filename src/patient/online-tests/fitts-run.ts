import { measuredOf } from '../../protocol/schemas.js';
import { FittsTest, type FittsTarget } from '../../decoder/evaluation/fitts-test.js';
import type { Posture, Target } from '../../body/user/simulated-user.js';
import type { TestProgress, TestSetting } from './online-test.js';
import { TargetRun } from './target-run.js';
import { middle, testJoints } from './test-joints.js';

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
export class FittsRun extends TargetRun<FittsTarget> {
  readonly name = 'fitts';
  private readonly test: FittsTest;
  private cursor = { x: 0, y: 0 };

  constructor(setting: TestSetting) {
    const { seed } = setting;
    super(testJoints(setting).slice(0, 2));
    this.test = new FittsTest({
      distances: DISTANCES,
      widths: WIDTHS,
      targetsPerRing: this.joints.length < 2 ? 2 : TARGETS_PER_RING,
      dwellSeconds: DWELL_SECONDS,
      limitSeconds: LIMIT_SECONDS,
      seed,
    });
  }

  moved(seconds: number, posture: Posture): Posture | undefined {
    const first = this.now === undefined;
    if (!first) this.cursor = this.cursorAt(posture);
    const before = this.now?.target;
    this.now = this.test.update(seconds, this.cursor.x, this.cursor.y);
    if (this.now.target !== before) this.goal = this.now.target && this.goalAt(this.now.target);
    return first ? middle(this.joints) : undefined;
  }

  protected asked(target: FittsTarget): Posture {
    return this.goalAt(target).posture;
  }

  protected cursorTo({ x, y, width }: FittsTarget): TestProgress['cursor'] {
    return { ...this.cursor, targetX: x, targetY: y, targetWidth: width };
  }

  protected outcome(): Pick<TestProgress, 'results' | 'summary'> {
    const { result } = this.test;
    return {
      results: result.trials.map((trial) => ({
        ...this.reached(trial),
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
    const [x = 0, y = 0] = this.joints.map(({ dof, min, max }) =>
      max > min ? (2 * ((posture[dof] ?? min) - min)) / (max - min) - 1 : 0,
    );
    return { x, y };
  }

  /** The posture at the middle of a target; off by no more than its tolerance is always inside the target. */
  private goalAt({ x, y, width }: FittsTarget): Target {
    const axes = this.joints;
    const place = [x, y];
    const posture = Object.fromEntries(
      axes.map(({ dof, min, max }, a) => [dof, min + (((place[a] ?? 0) + 1) / 2) * (max - min)]),
    );
    const narrowest = Math.min(...axes.map(({ min, max }) => max - min));
    return { posture, tolerance: ((width / 2 / Math.sqrt(axes.length)) * narrowest) / 2 };
  }
}
