import type { MovementId } from '../../ground/movement/movement.js';
import { RandomStream } from '../../ground/signal/random.js';
import type { UserIntent } from './simulated-user.js';
import type { UserSpec } from './user-fields.js';

/** A person who makes the movement that is asked for: sees the prompt late, decides, contracts until it changes. */
export class PromptFollower {
  private readonly random: RandomStream;
  private asked: MovementId = 'rest';
  private dueAt = 0;
  private doing: MovementId = 'rest';
  private strength = 0;

  /**
   * @param spec the scenario's `user` part
   * @param seed scenario seed; hesitation draws from the stream `user/prompt`
   */
  constructor(
    private readonly spec: UserSpec,
    seed: number,
  ) {
    this.random = new RandomStream(seed, 'user/prompt');
  }

  /**
   * What the user intends now, with the prompt there is.
   * @param timeMs time since the start, milliseconds; must not go back
   * @param strength asked for, 0 … 1, which is followed once the movement has begun; default their own
   */
  step(timeMs: number, prompt: MovementId, strength = this.spec.strengthPercent / 100): UserIntent {
    const { visualDelayMs, decisionIntervalMs } = this.spec;
    if (prompt !== this.asked) {
      this.asked = prompt;
      this.dueAt = timeMs + visualDelayMs + decisionIntervalMs * (0.7 + 0.6 * this.random.uniform());
    }
    if (timeMs >= this.dueAt) this.doing = this.asked;
    // What is over is held on to until it is noticed.
    if (this.doing === prompt) this.strength = strength;
    return { movement: this.doing, strength: this.doing === 'rest' ? 0 : this.strength };
  }
}
