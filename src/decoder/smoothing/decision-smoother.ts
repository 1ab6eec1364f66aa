import { ModelError } from '../../ground/signal/errors.js';
import { argmax } from '../classifiers/classifier.js';
import { BayesianFusion } from './bayesian-fusion.js';
import { ConfidenceRejection } from './confidence-rejection.js';
import { Debounce } from './debounce.js';
import { MajorityVote } from './majority-vote.js';
import { OnsetThreshold, type RestAmplitude } from './onset-threshold.js';
import { isRest } from '../training/training-windows.js';
import type { Smoothing, SmoothingStep } from './smoothing.js';
import type { SmoothingSpec } from './smoothing-fields.js';
import { VelocityRamp } from './velocity-ramp.js';

/** Names of the steps that a decision goes through, in order; `Decision.steps` has one class for each. */
export const smoothingSteps = ['predicted', 'fusion', 'rejection', 'vote', 'onset', 'debounce'] as const;

/** What {@link DecisionSmoother} is made by. */
export interface SmootherSettings {
  readonly smoothing: SmoothingSpec;
  readonly classes: readonly string[];
  readonly restAmplitude: RestAmplitude;
  /** Steps of one's own, after ours. */
  readonly own: readonly Smoothing[];
}

/** What the smoother makes of one posterior. */
export interface Smoothed {
  /** Posterior after fusion. */
  readonly fused: Float64Array;
  /** Class after each of {@link smoothingSteps} and of the steps of one's own; −1 is rest where no class is rest. */
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
  private readonly own: readonly { readonly name: string; readonly step: SmoothingStep }[];
  /** Index of the rest class, −1 where there is none. */
  readonly rest: number;

  constructor({ smoothing: spec, classes, restAmplitude, own }: SmootherSettings) {
    this.rest = classes.findIndex(isRest);
    this.own = own.map((one) => ({ name: one.name, step: one.create(classes) }));
    this.fusion = new BayesianFusion(spec.fusionWindows, classes.length);
    this.rejection = new ConfidenceRejection(spec.rejectBelow, spec.rejectBelowPerClass, classes);
    this.vote = new MajorityVote(spec.majorityVotes, classes.length);
    this.onset = new OnsetThreshold(spec.onsetRestSd, restAmplitude);
    this.debounce = new Debounce(spec.debounceDecisions, this.rest);
    this.ramp = new VelocityRamp(spec.rampDecisions, spec.rampDownCount, classes.length);
  }

  /**
   * Take one posterior through all steps.
   * @param amplitude of the window, in the unit of the rest amplitude
   */
  push(posterior: Float64Array, amplitude: number): Smoothed {
    const fused = new Float64Array(posterior.length);
    this.fusion.push(posterior, fused);
    const decided = argmax(fused);
    const confidence = fused[decided];
    const rejected = this.rejection.rejects(decided, confidence);
    const accepted = rejected ? this.rest : decided;
    const voted = this.vote.push(accepted);
    const moving = this.onset.passes(amplitude) ? voted : this.rest;
    const steps = [argmax(posterior), decided, accepted, voted, moving, this.debounce.push(moving)];
    for (const { name, step } of this.own)
      steps.push(checkedClass(name, step.push(steps[steps.length - 1], fused), posterior.length));
    const gain = this.ramp.push(steps[steps.length - 1]);
    return { fused, steps: Int32Array.from(steps), rejected, confidence, gain };
  }

  /** Forget past decisions. */
  reset(): void {
    this.fusion.reset();
    this.vote.reset();
    this.debounce.reset();
    this.ramp.reset();
    for (const { step } of this.own) step.reset();
  }
}

/** @throws ModelError where a step of one's own decides for no class */
function checkedClass(name: string, decision: number, classes: number): number {
  if (Number.isInteger(decision) && decision >= -1 && decision < classes) return decision;
  throw new ModelError(
    `smoothing ${name}: got decision ${decision}, expected an integer within [-1, ${classes - 1}]`,
    {
      hint: 'Return the index of a class, or −1 for rest where no class is rest.',
    },
  );
}

/** Delay that smoothing adds to a change of class, in milliseconds. */
export function smoothingDelayMs(
  spec: SmoothingSpec,
  stepMs: number,
  own: readonly Pick<Smoothing, 'delayDecisions'>[] = [],
): number {
  // A change wins once it holds half of the votes, the newest of equals, or outweighs the older half of the product.
  const decisions =
    Math.floor((spec.majorityVotes - 1) / 2) +
    Math.floor(spec.fusionWindows / 2) +
    spec.debounceDecisions -
    1;
  const further = own.reduce((sum, { delayDecisions = 0 }) => sum + delayDecisions, 0);
  return (decisions + further) * stepMs;
}
