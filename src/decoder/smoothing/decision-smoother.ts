import { argmax } from '../classifiers/classifier.js';
import { BayesianFusion } from './bayesian-fusion.js';
import { ConfidenceRejection } from './confidence-rejection.js';
import { Debounce } from './debounce.js';
import { MajorityVote } from './majority-vote.js';
import { OnsetThreshold, type RestAmplitude } from './onset-threshold.js';
import type { SmoothingSpec } from './smoothing-fields.js';
import { VelocityRamp } from './velocity-ramp.js';

/** Names of the steps that a decision goes through, in order; `Decision.steps` has one class for each. */
export const smoothingSteps = ['predicted', 'fusion', 'rejection', 'vote', 'onset', 'debounce'] as const;

/** What the smoother makes of one posterior. */
export interface Smoothed {
  /** Posterior after fusion. */
  readonly fused: Float64Array;
  /** Class after each of {@link smoothingSteps}; −1 is rest where no class is rest. */
  readonly steps: Int32Array;
  readonly rejected: boolean;
  /** Fused posterior of the class decided before rejection. */
  readonly confidence: number;
  /** Gain of the velocity ramp, 0 … 1. */
  readonly gain: number;
}

/** All steps from a posterior to a steady decision. */
export class DecisionSmoother {
  private readonly fusion: BayesianFusion;
  private readonly rejection: ConfidenceRejection;
  private readonly vote: MajorityVote;
  private readonly onset: OnsetThreshold;
  private readonly debounce: Debounce;
  private readonly ramp: VelocityRamp;

  /** @param rest index of the rest class, −1 where there is none */
  constructor(
    spec: SmoothingSpec,
    classes: readonly string[],
    private readonly rest: number,
    restAmplitude: RestAmplitude,
  ) {
    this.fusion = new BayesianFusion(spec.fusionWindows, classes.length);
    this.rejection = new ConfidenceRejection(spec.rejectBelow, spec.rejectBelowPerClass, classes);
    this.vote = new MajorityVote(spec.majorityVotes, classes.length);
    this.onset = new OnsetThreshold(spec.onsetRestSd, restAmplitude);
    this.debounce = new Debounce(spec.debounceDecisions, rest);
    this.ramp = new VelocityRamp(spec.rampDecisions, spec.rampDownCount, classes.length);
  }

  /** @param amplitude of the window, in the unit of the rest amplitude */
  push(posterior: Float64Array, amplitude: number): Smoothed {
    const fused = new Float64Array(posterior.length);
    this.fusion.push(posterior, fused);
    const decided = argmax(fused);
    const confidence = fused[decided];
    const rejected = this.rejection.rejects(decided, confidence);
    const accepted = rejected ? this.rest : decided;
    const voted = this.vote.push(accepted);
    const moving = this.onset.passes(amplitude) ? voted : this.rest;
    const final = this.debounce.push(moving);
    const steps = Int32Array.of(argmax(posterior), decided, accepted, voted, moving, final);
    return { fused, steps, rejected, confidence, gain: this.ramp.push(final) };
  }

  reset(): void {
    this.fusion.reset();
    this.vote.reset();
    this.debounce.reset();
    this.ramp.reset();
  }
}

/** Delay that smoothing adds to a change of class, in milliseconds. */
export function smoothingDelayMs(spec: SmoothingSpec, stepMs: number): number {
  // A change wins once it holds the majority of votes, or outweighs the older half of the product.
  const decisions =
    Math.floor(spec.majorityVotes / 2) + Math.floor(spec.fusionWindows / 2) + spec.debounceDecisions - 1;
  return decisions * stepMs;
}
