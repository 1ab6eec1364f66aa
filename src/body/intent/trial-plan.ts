import type { MovementId } from '../../ground/movement/movement.js';
import type { Vocabulary } from '../../ground/movement/vocabulary.js';
import { RandomStream } from '../../ground/signal/random.js';
import type { IntentSpec } from './intent-fields.js';
import { exp, log1p, square } from '../../ground/math/real.js';

/** Random traits of one trial: how the user happens to do it this time. */
export interface TrialTraits {
  /** Time from prompt to first excitation, ms. */
  readonly reactionMs: number;
  /** Uniform numbers for whatever else a style leaves to chance. */
  readonly chance: readonly [number, number, number, number];
}

/**
 * Which movements each trial asks for and how it happens to be done. Everything derives from the seed and the
 * trial's number, so that trials can be looked at in any order.
 */
export class TrialPlan {
  /** Movements asked for at once, per trial of one repetition in listed order. */
  readonly prompts: readonly (readonly MovementId[])[];

  constructor(
    private readonly spec: IntentSpec,
    private readonly seed: number,
    vocabulary: Vocabulary,
  ) {
    this.prompts = promptsOf(spec, vocabulary);
  }

  /** Trials of one pass through the script. */
  get length(): number {
    return this.prompts.length * this.spec.repetitions;
  }

  /** Repetition a trial belongs to, counted over all passes. */
  repetitionOf(trial: number): number {
    return Math.floor(trial / this.prompts.length);
  }

  /** Movements a trial asks for. */
  promptOf(trial: number): readonly MovementId[] {
    const place = trial % this.prompts.length;
    const order = this.spec.order === 'shuffled' ? this.shuffled(this.repetitionOf(trial)) : undefined;
    return this.prompts[order ? order[place] : place];
  }

  /** Strength a trial asks for, 0 … 1. */
  strengthOf(trial: number): number {
    const { strengthsPercent: levels, strengthPercent } = this.spec;
    return (levels.length > 0 ? levels[this.repetitionOf(trial) % levels.length] : strengthPercent) / 100;
  }

  /** Factor on all trial-to-trial variability: above 1 while the user is still learning. */
  variabilityOf(trial: number): number {
    const { inexperiencePercent, learningRepetitions } = this.spec;
    return 1 + (inexperiencePercent / 100) * exp(-this.repetitionOf(trial) / learningRepetitions);
  }

  traitsOf(trial: number): TrialTraits {
    const { reactionMs, reactionVariabilityMs } = this.spec;
    const random = new RandomStream(this.seed, `intent/trial/${trial}`);
    return {
      reactionMs: logNormal(reactionMs, reactionVariabilityMs, random.normal()),
      chance: [random.uniform(), random.uniform(), random.uniform(), random.uniform()],
    };
  }

  /** Seeded permutation of the prompts within a repetition (Fisher–Yates). */
  private shuffled(repetition: number): number[] {
    const random = new RandomStream(this.seed, `intent/order/${repetition}`);
    const order = this.prompts.map((_, i) => i);
    for (let i = order.length - 1; i > 0; i--) {
      const j = random.integer(i + 1);
      [order[i], order[j]] = [order[j], order[i]];
    }
    return order;
  }
}

/** Log-normal variate of a mean and a standard deviation: reactions are never early, and now and then very late. */
function logNormal(mean: number, sd: number, normal: number): number {
  if (mean === 0) return 0;
  const variance = log1p(square(sd / mean));
  return mean * exp(Math.sqrt(variance) * normal - variance / 2);
}

/** Each movement joined with the next ones in the list that move other joints. */
function promptsOf(
  { movements: listed, simultaneous, style }: IntentSpec,
  vocabulary: Vocabulary,
): MovementId[][] {
  if (style === 'rest') return listed.map(() => ['rest']);
  return listed.map((first, i) => {
    const prompt = [first];
    const joints = new Set(vocabulary.byId(first)?.actions.map((action) => action.dof));
    if (joints.size === 0) return prompt;
    for (let k = 1; k < listed.length && prompt.length < simultaneous; k++) {
      const next = listed[(i + k) % listed.length];
      const { actions = [] } = vocabulary.byId(next) ?? {};
      if (actions.length === 0 || actions.some((action) => joints.has(action.dof))) continue;
      prompt.push(next);
      for (const action of actions) joints.add(action.dof);
    }
    return prompt;
  });
}
