import type { MovementId } from '../../ground/movement/movement.js';
import type { Effort } from './effort.js';
import { stateOf } from './intent-script.js';
import { restingState, type Activation, type IntentState } from './intent-state.js';

/** From some sample on, head for these strengths. */
interface Request {
  readonly start: number;
  /** Part of a rise from rest that lies between the strengths it comes from and those it heads for; 0 lets go. */
  readonly climb: number;
  /** First sample of the effort it belongs to. */
  readonly onset: number;
  readonly from: ReadonlyMap<MovementId, number>;
  readonly to: ReadonlyMap<MovementId, number>;
  readonly asked: readonly Activation[];
  readonly trial: number;
}

/** How fast someone turns a wish into muscle, and what becomes of it. */
export interface IntentRampOptions {
  readonly reactionMs: number;
  /** Time to let go, and the least that any change takes. */
  readonly rampMs: number;
  /** Number of the first trial: each effort out of rest is a new trial of effort and synergy; default 0. */
  readonly firstTrial?: number;
}

/**
 * Live intent, from keys or from a simulated user: strengths set at a moment are reached after a reaction
 * time and a rise, and held as well as the person can. Depends only on what was set at which sample index.
 */
export class IntentRamp {
  private readonly reaction: number;
  private readonly ramp: number;
  private readonly requests: Request[] = [];
  private trials = 0;

  /** @param effort whose strengths, gains and rise the person has; may be replaced while the stream runs */
  constructor(
    sampleRateHz: number,
    { reactionMs, rampMs, firstTrial = 0 }: IntentRampOptions,
    public effort: Effort,
  ) {
    this.reaction = Math.max(0, Math.round((reactionMs * sampleRateHz) / 1000));
    this.ramp = Math.max(1, Math.round((rampMs * sampleRateHz) / 1000));
    this.trials = firstTrial;
  }

  /**
   * Set what the user wants from a sample index on; an empty list lets go. Strengths are clipped to 0 … 1; what is
   * wanted already changes nothing. Calls must come in order of their index.
   */
  intend(activations: readonly Activation[], index: number): void {
    const start = index + this.reaction;
    const to = new Map<MovementId, number>();
    for (const { movement, strength } of activations) {
      const level = Math.min(1, Math.max(0, Number.isFinite(strength) ? strength : 0));
      if (movement !== 'rest' && level > 0) to.set(movement, Math.max(level, to.get(movement) ?? 0));
    }
    const newest = this.requests.at(-1);
    if (newest && alike(newest.to, to)) return;
    const from = this.levels(start);
    const fresh = from.size === 0 && to.size > 0;
    if (fresh) this.trials++;
    let climb = 0;
    for (const [movement, level] of to) climb = Math.max(climb, 1 - (from.get(movement) ?? 0) / level);
    const asked = [...to].map(([movement, strength]) => ({ movement, strength }));
    const onset = fresh || !newest ? start : newest.onset;
    this.requests.push({ start, climb, onset, from, to, asked, trial: this.trials });
    // Only requests still ahead and the one in force matter.
    while (this.requests.length > 1 && this.requests[1].start <= index) this.requests.shift();
  }

  /** Intent at a sample index, not before the last `intend`. */
  at(index: number): IntentState {
    const newest = this.requests.at(-1);
    const asked = newest?.asked ?? [];
    const arrived = !!newest && index >= newest.start + this.lengthOf(newest);
    return stateOf({
      ...restingState(index),
      activations: this.done(index),
      asked,
      cue: asked[0]?.movement ?? 'rest',
      trial: this.inForce(index)?.trial ?? this.trials,
      phase: asked.length === 0 ? 'rest' : arrived ? 'hold' : 'ramp',
    });
  }

  /** True once the user has let go and every ramp has come down. */
  idle(index: number): boolean {
    const newest = this.requests.at(-1);
    return !newest || (newest.to.size === 0 && index >= newest.start + this.lengthOf(newest));
  }

  private inForce(index: number): Request | undefined {
    for (let k = this.requests.length - 1; k >= 0; k--)
      if (this.requests[k].start <= index) return this.requests[k];
    return undefined;
  }

  private lengthOf({ climb }: Request): number {
    return Math.max(this.ramp, Math.round(climb * this.effort.riseSamples));
  }

  /** What the person makes of what they want. */
  private done(index: number): Activation[] {
    const request = this.inForce(index);
    const levels = this.levels(index);
    if (!request || levels.size === 0) return [];
    const { effort, ramp } = this;
    const { trial, onset } = request;
    const rise = Math.max(ramp, effort.riseSamples);
    const gain = effort.gain(trial, 1, index) * effort.course(trial, index - onset, rise);
    return [...levels].map(([movement, level]) => ({
      movement,
      strength: Math.min(1, level * gain * effort.strengthOf(movement)),
    }));
  }

  /** Strengths headed for, as far as they are reached. */
  private levels(index: number): Map<MovementId, number> {
    const levels = new Map<MovementId, number>();
    const request = this.inForce(index);
    if (!request) return levels;
    const part = Math.min(1, (index - request.start) / this.lengthOf(request));
    for (const movement of new Set([...request.from.keys(), ...request.to.keys()])) {
      const from = request.from.get(movement) ?? 0;
      const level = from + part * ((request.to.get(movement) ?? 0) - from);
      if (level > 0) levels.set(movement, level);
    }
    return levels;
  }
}

function alike(a: ReadonlyMap<MovementId, number>, b: ReadonlyMap<MovementId, number>): boolean {
  return a.size === b.size && [...a].every(([movement, level]) => b.get(movement) === level);
}
