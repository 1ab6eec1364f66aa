import type { MovementId } from '../../ground/movement/movement.js';
import { commonVocabulary } from '../../ground/movement/vocabulary.js';
import { heldShape, shapeOf, trapezoid, type ContractionShape } from './contraction-shape.js';
import { Effort } from './effort.js';
import { FreeMotion } from './free-motion.js';
import type { IntentSpec } from './intent-fields.js';
import { restingState, type Activation, type IntentState } from './intent-state.js';
import { sessionSeed } from './session-seed.js';
import { TrialPlan } from './trial-plan.js';

/** One prompt of a script, in absolute samples of the first pass. */
export interface Trial {
  readonly trial: number;
  readonly repetition: number;
  readonly movement: MovementId;
  readonly movements: readonly MovementId[];
  /** Prompt appears. */
  readonly start: number;
  readonly holdStart: number;
  readonly holdEnd: number;
  /** Prompt disappears. */
  readonly end: number;
}

/** What the user does in one trial, relative to the trial's first sample. */
interface Performance {
  readonly trial: number;
  readonly movements: readonly MovementId[];
  /** Strength, 0 … 1, that the prompt asks for. */
  readonly strength: number;
  /** What the prompt asks for, and samples by which it starts after the trial. */
  readonly prompt: ContractionShape;
  readonly promptDelay: number;
  /** What the user makes of it, before the gains of their effort, and samples by which that starts after the trial. */
  readonly shape: ContractionShape;
  readonly delay: number;
}

const WEAKEST = 1e-6;
/** Styles in which the user is led along a moving target, and so neither overshoots nor lets go of a hold. */
const guided: ReadonlySet<IntentSpec['style']> = new Set(['ramp', 'sinusoid', 'random']);

/**
 * A scripted user: intent and prompt at any sample index, in any order. Pure: what happens in a trial derives
 * from the seed and the trial's number alone.
 *
 * @example new IntentScript(defaultsOf(intentFields), 1, 1000).at(2000).movement
 */
export class IntentScript {
  /** Samples of one pass, with the rest before the first movement. */
  readonly lengthSamples: number;
  private readonly plan: TrialPlan;
  private readonly effort: Effort;
  private readonly asked: ContractionShape;
  private readonly followed: ContractionShape;
  private readonly lead: number;
  /** Samples from one prompt to the next. */
  private readonly slot: number;
  private readonly free: FreeMotion | undefined;
  private readonly seen: (Performance | undefined)[] = [undefined, undefined];

  constructor(
    readonly spec: IntentSpec,
    seed: number,
    readonly sampleRateHz: number,
    vocabulary = commonVocabulary,
  ) {
    const trialSeed = sessionSeed(seed, spec.session);
    this.plan = new TrialPlan(spec, trialSeed, vocabulary);
    this.effort = new Effort(spec, seed, sampleRateHz);
    this.asked = shapeOf(spec, sampleRateHz);
    this.followed = shapeOf(spec, sampleRateHz, this.effort.riseSamples);
    this.lead = this.samples(spec.leadMs);
    this.slot = Math.max(1, this.asked.length + this.samples(spec.restMs));
    this.lengthSamples = this.lead + this.plan.length * this.slot;
    this.free = spec.style === 'random' ? new FreeMotion(spec, trialSeed, vocabulary) : undefined;
  }

  /** Intent and prompt at an absolute sample index (rest before 0). */
  at(index: number): IntentState {
    const since = index - this.lead;
    if (since < 0) return restingState(index);
    const trial = Math.floor(since / this.slot);
    if (this.free) return this.roaming(index, since, trial, this.free);
    const over = !this.spec.loop && trial >= this.plan.length;
    if (over && trial > this.plan.length) return restingState(index);
    const activations: Activation[] = [];
    // A slow reaction lets a trial reach into the rest of the next one's time.
    if (trial > 0) {
      const before = this.performance(trial - 1);
      this.collect(before, since - (trial - 1) * this.slot, index, activations);
    }
    if (over) return stateOf({ ...restingState(index), activations });
    const now = this.performance(trial);
    const t = since - trial * this.slot;
    this.collect(now, t, index, activations);
    return stateOf({ ...this.prompt(index, now, t), activations });
  }

  /** Prompts of the first pass, for cutting recordings into trials. Empty for the unprompted random style. */
  trials(): Trial[] {
    if (this.free) return [];
    return Array.from({ length: this.plan.length }, (_, trial) => {
      const { movements, promptDelay, prompt } = this.performance(trial);
      const start = this.lead + trial * this.slot + promptDelay;
      return {
        trial,
        repetition: this.plan.repetitionOf(trial),
        movement: movements[0],
        movements,
        start,
        holdStart: start + prompt.hold[0],
        holdEnd: start + prompt.hold[1],
        end: start + prompt.length,
      };
    });
  }

  private prompt(index: number, now: Performance, t: number): IntentState {
    const { prompt, movements, strength, promptDelay, trial } = now;
    const phase = prompt.phase(t - promptDelay);
    const level = strength * prompt.level(t - promptDelay);
    return {
      ...restingState(index),
      asked:
        level > 0
          ? movements.filter((id) => id !== 'rest').map((movement) => ({ movement, strength: level }))
          : [],
      cue: phase === 'rest' ? 'rest' : movements[0],
      repetition: this.plan.repetitionOf(trial),
      trial,
      phase,
      variability: this.plan.variabilityOf(trial),
    };
  }

  private collect(
    { movements, strength, delay, shape, trial }: Performance,
    t: number,
    index: number,
    into: Activation[],
  ): void {
    const level = strength * shape.level(t - delay);
    if (level <= 0) return;
    let gain = this.effort.gain(trial, this.plan.variabilityOf(trial), index);
    if (!guided.has(this.spec.style)) gain *= this.effort.course(trial, t - delay, shape.hold[0]);
    for (const movement of movements) {
      const done = Math.min(1, level * gain * this.effort.strengthOf(movement));
      if (movement !== 'rest' && done > WEAKEST) into.push({ movement, strength: done, trial });
    }
  }

  private roaming(index: number, since: number, trial: number, free: FreeMotion): IntentState {
    const left = this.spec.loop ? Infinity : this.plan.length * this.slot - since;
    // Faded in and out, so that even this style starts from rest and ends there.
    const ramp = Math.max(1, this.samples(this.spec.rampMs));
    const fade = Math.min(1, since / ramp, left / ramp);
    if (fade <= 0) return restingState(index);
    const asked = free
      .at(since / this.sampleRateHz)
      .map(({ movement, strength }) => ({ movement, strength: fade * strength }));
    // One trial throughout: a change of gain or of the muscles' shares in mid-movement would be a jump.
    const gain = this.effort.gain(0, 1, index);
    const activations = asked.map(({ movement, strength }) => ({
      movement,
      strength: Math.min(1, strength * gain * this.effort.strengthOf(movement)),
    }));
    return stateOf({
      ...restingState(index),
      activations,
      asked,
      cue: asked[0]?.movement ?? 'rest',
      trial: 0,
      repetition: this.plan.repetitionOf(trial),
      phase: activations.length > 0 ? 'hold' : 'rest',
    });
  }

  /** The two newest trials looked at are kept: a stream asks for them hundreds of times. */
  private performance(trial: number): Performance {
    const kept = this.seen[trial & 1];
    if (kept?.trial === trial) return kept;
    const made = this.spec.style === 'daily-living' ? this.episode(trial) : this.prompted(trial);
    this.seen[trial & 1] = made;
    return made;
  }

  private prompted(trial: number): Performance {
    const { reactionMs } = this.plan.traitsOf(trial);
    return {
      trial,
      movements: this.plan.promptOf(trial),
      strength: this.plan.strengthOf(trial),
      prompt: this.asked,
      promptDelay: 0,
      shape: this.followed,
      delay: Math.min(this.slot, this.samples(reactionMs)),
    };
  }

  /** Daily living: something or nothing, sooner or later, shorter or longer, weaker or stronger. */
  private episode(trial: number): Performance {
    const [whether, howLong, when, howStrong] = this.plan.traitsOf(trial).chance;
    const ramp = Math.max(1, Math.round(this.samples(this.spec.rampMs) * (0.5 + howLong)));
    const hold = Math.round(this.samples(this.spec.holdMs) * (0.2 + 0.6 * howLong));
    const prompt = trapezoid(ramp, hold, ramp);
    const delay = Math.floor(Math.max(0, this.slot - prompt.length) * when);
    return {
      trial,
      movements: whether < 0.3 ? ['rest'] : this.plan.promptOf(trial),
      strength: Math.min(1, this.plan.strengthOf(trial) * (0.3 + 1.4 * howStrong)),
      prompt,
      promptDelay: delay,
      shape: heldShape(ramp, hold, this.effort.riseSamples),
      delay,
    };
  }

  private samples(ms: number): number {
    return Math.round((ms * this.sampleRateHz) / 1000);
  }
}

/** Sort the activations and name the strongest. */
export function stateOf(state: IntentState): IntentState {
  const activations = [...state.activations].sort((a, b) => b.strength - a.strength);
  const strongest = activations[0];
  return strongest
    ? { ...state, activations, movement: strongest.movement, strength: strongest.strength }
    : { ...state, activations, movement: 'rest', strength: 0 };
}
