import type { Activation } from '../body/intent/intent-state.js';
import type { MovementId } from '../ground/movement/movement.js';
import { vocabularyOf } from '../ground/movement/vocabulary-of.js';
import type { TestTask } from './online-tests/online-test.js';
import type { Scenario } from '../scenario/scenario.js';
import { PromptFollower } from '../body/user/prompt-follower.js';
import { SimulatedUser, type Posture, type UserIntent } from '../body/user/simulated-user.js';

/** The simulated user of a scenario as the subject of an online test. */
export class TestUser {
  private readonly steering: SimulatedUser;
  private readonly following: PromptFollower;
  private intent: UserIntent = { movement: 'rest', strength: 0 };
  private task: TestTask = null;

  /** @param movements ids of those the prosthesis can be asked for */
  constructor(scenario: Scenario, movements: readonly MovementId[]) {
    const { user, seed, surgery } = scenario;
    const available = vocabularyOf(scenario).movements.filter(({ id }) => movements.includes(id));
    this.steering = new SimulatedUser(user, seed, available, surgery.anchor);
    this.following = new PromptFollower(user, seed);
  }

  /** Look at task and prosthesis; what to intend from now on, where that is something else than before. */
  step(timeMs: number, posture: Posture, contacts: Posture, task: TestTask): Activation[] | undefined {
    const target = task && 'target' in task ? task.target : null;
    if (target && (!this.task || !('target' in this.task) || this.task.target !== target))
      this.steering.reset();
    this.task = task;
    const steered = this.steering.step(timeMs, posture, target, contacts);
    const prompted = this.following.step(timeMs, task && 'movement' in task ? task.movement : 'rest');
    const { movement, strength } = target ? steered : prompted;
    if (movement === this.intent.movement && strength === this.intent.strength) return undefined;
    this.intent = { movement, strength };
    return movement === 'rest' ? [] : [{ movement, strength }];
  }
}
