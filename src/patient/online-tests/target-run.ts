import type { Posture, Target } from '../../body/user/simulated-user.js';
import type { Acquisition } from '../../decoder/evaluation/target-acquisition.js';
import type { TargetTestState } from '../../decoder/evaluation/target-test.js';
import { measuredOf } from '../../protocol/schemas.js';
import type { TestName, TestTrial } from '../../protocol/test-state.js';
import type { OnlineTest, TestProgress, TestTask } from './online-test.js';
import { postureText, type TestJoint } from './test-joints.js';

/** What tests of reaching targets have in common, on a running prosthesis. */
export abstract class TargetRun<T> implements OnlineTest {
  abstract readonly name: TestName;
  protected now: TargetTestState<T> | undefined;
  /** Posture to reach now or next; undefined when done. */
  protected goal: Target | undefined;

  /** @param joints that are tested */
  constructor(protected readonly joints: readonly TestJoint[]) {}

  decided(): void {
    // Only where the prosthesis goes counts.
  }

  abstract moved(seconds: number, posture: Posture): Posture | undefined;

  /** The joints that a target asks for, as people are told. */
  protected abstract asked(target: T): Posture;
  protected abstract outcome(): Pick<TestProgress, 'results' | 'summary'>;
  /** Cursor and target in a plane, for a test that shows them. */
  protected abstract cursorTo(target: T): TestProgress['cursor'];

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
    const { goal, joints } = this;
    const text = target ? postureText(this.asked(target)) : '';
    return {
      phase: phase === 'reach' ? 'trial' : phase,
      prompt: phase === 'reach' ? `Reach ${text}` : target ? `Rest. Next: ${text}` : 'Done',
      trial: Math.min(trial + 1, trials),
      trials,
      secondsLeft,
      progress: dwell,
      movement: null,
      target: goal
        ? {
            posture: goal.posture,
            tolerance: Object.fromEntries(joints.map(({ dof }) => [dof, goal.tolerance])),
          }
        : null,
      cursor: target ? this.cursorTo(target) : null,
      inside,
      ...this.outcome(),
    };
  }

  /** What every reach is told by. */
  protected reached(trial: Acquisition & { readonly target: T }): TestTrial {
    return {
      target: postureText(this.asked(trial.target)),
      completed: trial.completed,
      completionSeconds: measuredOf(trial.movementSeconds),
      overshoots: trial.overshoots,
      pathEfficiency: measuredOf(trial.pathEfficiency),
    };
  }
}
