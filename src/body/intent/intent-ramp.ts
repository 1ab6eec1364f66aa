import type { MovementId } from '../../ground/movement/movement.js';
import { stateOf } from './intent-script.js';
import { restingState, type Activation, type IntentState } from './intent-state.js';

/** From some sample on, head for these strengths. */
interface Request {
  readonly start: number;
  readonly from: ReadonlyMap<MovementId, number>;
  readonly to: ReadonlyMap<MovementId, number>;
  readonly asked: readonly Activation[];
  readonly trial: number;
}

/**
 * Live intent, from keys or from a simulated user: strengths set at a moment are reached after a reaction
 * time and a ramp. Depends only on what was set at which sample index.
 */
export class IntentRamp {
  private readonly reaction: number;
  private readonly ramp: number;
  private readonly requests: Request[] = [];
  private trials = 0;

  /**
   * @param firstTrial number of the first trial: each effort out of rest is a new trial of the synergy
   */
  constructor(
    sampleRateHz: number,
    { reactionMs, rampMs, firstTrial = 0 }: { reactionMs: number; rampMs: number; firstTrial?: number },
  ) {
    this.reaction = Math.max(0, Math.round((reactionMs * sampleRateHz) / 1000));
    this.ramp = Math.max(1, Math.round((rampMs * sampleRateHz) / 1000));
    this.trials = firstTrial;
  }

  /**
   * Set what the user wants from a sample index on; an empty list lets go. Strengths are clipped to 0 … 1.
   * Calls must come in order of their index.
   */
  intend(activations: readonly Activation[], index: number): void {
    const start = index + this.reaction;
    const from = this.levels(start);
    const to = new Map<MovementId, number>();
    for (const { movement, strength } of activations) {
      const level = Math.min(1, Math.max(0, Number.isFinite(strength) ? strength : 0));
      if (movement !== 'rest' && level > 0) to.set(movement, Math.max(level, to.get(movement) ?? 0));
    }
    if (from.size === 0 && to.size > 0) this.trials++;
    const asked = [...to].map(([movement, strength]) => ({ movement, strength }));
    this.requests.push({ start, from, to, asked, trial: this.trials });
    // Only requests still ahead and the one in force matter.
    while (this.requests.length > 1 && this.requests[1].start <= index) this.requests.shift();
  }

  /** Intent at a sample index, not before the last `intend`. */
  at(index: number): IntentState {
    const activations = [...this.levels(index)].map(([movement, strength]) => ({ movement, strength }));
    const newest = this.requests.at(-1);
    const asked = newest?.asked ?? [];
    const arrived = !!newest && index >= newest.start + this.ramp;
    return stateOf({
      ...restingState(index),
      activations,
      asked,
      cue: asked[0]?.movement ?? 'rest',
      trial: this.inForce(index)?.trial ?? this.trials,
      phase: asked.length === 0 ? 'rest' : arrived ? 'hold' : 'ramp',
    });
  }

  /** True once the user has let go and every ramp has come down. */
  idle(index: number): boolean {
    const newest = this.requests.at(-1);
    return !newest || (newest.to.size === 0 && index >= newest.start + this.ramp);
  }

  private inForce(index: number): Request | undefined {
    for (let k = this.requests.length - 1; k >= 0; k--)
      if (this.requests[k].start <= index) return this.requests[k];
    return undefined;
  }

  private levels(index: number): Map<MovementId, number> {
    const levels = new Map<MovementId, number>();
    const request = this.inForce(index);
    if (!request) return levels;
    const part = Math.min(1, (index - request.start) / this.ramp);
    for (const movement of new Set([...request.from.keys(), ...request.to.keys()])) {
      const from = request.from.get(movement) ?? 0;
      const level = from + part * ((request.to.get(movement) ?? 0) - from);
      if (level > 0) levels.set(movement, level);
    }
    return levels;
  }
}
