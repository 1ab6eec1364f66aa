import { measuredOf } from '../../protocol/schemas.js';
import { MotionTest, type MotionTestState } from '../../decoder/evaluation/motion-test.js';
import type { MovementId } from '../../ground/movement/movement.js';
import { type OnlineTest, type TestProgress, type TestSetting, type TestTask } from './online-test.js';

const NEEDED = 20;
const REST_SECONDS = 2;

/** The Motion Test on a running decoder: each movement twice, complete after 20 right decisions. */
export class MotionRun implements OnlineTest {
  readonly name = 'motion';
  private readonly test: MotionTest;
  private now: MotionTestState;
  private readonly nameOf: (id: MovementId) => string;

  constructor({ movements, vocabulary, seed }: TestSetting) {
    this.nameOf = (id) => vocabulary.byId(id)?.name ?? id;
    this.test = new MotionTest({ movements, seed, neededCorrect: NEEDED, restSeconds: REST_SECONDS });
    this.now = this.test.state(0);
  }

  decided(seconds: number, movement: MovementId): void {
    this.now = this.test.update(seconds, movement);
  }

  moved(): undefined {
    // What the prosthesis does is of no concern here.
  }

  get task(): TestTask {
    const { prompt } = this.now;
    return prompt === 'rest' ? null : { movement: prompt };
  }

  get done(): boolean {
    return this.now.phase === 'done';
  }

  progress(): TestProgress {
    const { phase, prompt, next, trial, trials, correct, secondsLeft } = this.now;
    const { result } = this.test;
    const active = phase === 'motion';
    return {
      phase: phase === 'rest' ? 'pause' : active ? 'trial' : 'done',
      prompt: active ? this.nameOf(prompt) : next ? `Rest. Next: ${this.nameOf(next)}` : 'Done',
      trial: Math.min(trial + 1, trials),
      trials,
      secondsLeft,
      progress: active ? Math.min(1, correct / NEEDED) : 0,
      movement: active ? prompt : null,
      target: null,
      cursor: null,
      inside: false,
      results: result.trials.map(
        ({ movement, completed, completionSeconds, selectionSeconds, accuracy }) => ({
          target: this.nameOf(movement),
          completed,
          completionSeconds: measuredOf(completionSeconds),
          selectionSeconds: measuredOf(selectionSeconds),
          accuracy: measuredOf(accuracy),
        }),
      ),
      summary:
        result.trials.length === 0
          ? null
          : {
              completionRate: measuredOf(result.completionRate),
              completionSeconds: measuredOf(result.completionSeconds),
              selectionSeconds: measuredOf(result.selectionSeconds),
              accuracy: measuredOf(result.accuracy),
            },
    };
  }
}
