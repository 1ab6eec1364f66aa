import { exp } from '../../ground/math/real.js';
import type { MovementId } from '../../ground/movement/movement.js';
import { RandomStream } from '../../ground/signal/random.js';
import { DB } from '../../ground/signal/units.js';
import type { IntentSpec } from './intent-fields.js';
import { sessionSeed } from './session-seed.js';
import { SlowDrift } from './slow-drift.js';

/**
 * What is left of a person's own unsteadiness where the level is shown: SD of the common gain in dB, and part of its
 * wander. Fitted to repetitionCommonSd (0.53 dB) and withinTrialCommonCorr (0.23) of ten people with force feedback.
 */
const SHOWN = { spreadDb: 0.25, wander: 0.4 };
/** Duration over which the decay of a hold is stated, s, and time constant with which it levels off. The latter is assumed. */
const HOLD = { seconds: 4, tau: 4 };
/** Spread of overshoot and decay from trial to trial, relative to their means. Fitted to driftSd of thigh and hand. */
const COURSE_SPREAD = 0.5;
/** Time from one independent value of the common wander to the next, s. Fitted to envelope power at 1 to 3 Hz. */
const WANDER_SECONDS = 0.8;
/** Part of a straight rise between 10 and 90 % of its height. */
const TEN_TO_NINETY = 0.8;
/** Trials whose traits are kept at a time. */
const KEPT = 4;

/** How an effort happens to be made in one trial, as standard normal numbers. */
interface EffortTraits {
  readonly level: number;
  readonly overshoot: number;
  readonly decay: number;
}

/**
 * What becomes of the strength asked for, before it is shared out among the muscles: one gain for all of them, which
 * differs from trial to trial, overshoots at onset, wanders and decays. In people most of what varies is common to
 * all muscles; what each varies by itself belongs to the {@link Synergy}. Pure: any index of any trial in any order.
 */
export class Effort {
  /** Samples that a rise from rest takes at least. */
  readonly riseSamples: number;
  private readonly seed: number;
  private readonly wander: SlowDrift;
  private readonly spread: number;
  private readonly wanderSd: number;
  private readonly overshoot: number;
  private readonly settling: number;
  /** Natural logarithm of what an endless hold loses, and the time constant of the loss in samples. */
  private readonly loss: number;
  private readonly tau: number;
  private readonly traits = new Map<number, EffortTraits>();

  constructor(
    private readonly spec: IntentSpec,
    seed: number,
    sampleRateHz: number,
  ) {
    this.seed = sessionSeed(seed, spec.session);
    this.wander = new SlowDrift(this.seed, 'intent/effort/wander', sampleRateHz, WANDER_SECONDS);
    this.riseSamples = Math.round((spec.onsetRiseMs * sampleRateHz) / (1000 * TEN_TO_NINETY));
    const own = 1 - spec.forceFeedback;
    const shown = Math.min(spec.repetitionSpreadDb, SHOWN.spreadDb);
    this.spread = DB * (own * spec.repetitionSpreadDb + spec.forceFeedback * shown);
    this.wanderSd = (spec.commonWanderPercent / 100) * (own + spec.forceFeedback * SHOWN.wander);
    this.overshoot = (own * spec.overshootPercent) / 100;
    this.settling = Math.max(1, (spec.overshootSettlingMs * sampleRateHz) / 1000);
    this.loss = (own * DB * spec.holdDecayDb) / (1 - exp(-HOLD.seconds / HOLD.tau));
    this.tau = HOLD.tau * sampleRateHz;
  }

  /** Strength the person makes a movement with where 1 is asked for, as they always do. */
  strengthOf(movement: MovementId): number {
    return strengthOf(this.spec, movement);
  }

  /**
   * Common factor on the strength at a sample.
   * @param variability factor on what differs from trial to trial: above 1 while learning
   * @param index absolute sample index
   */
  gain(trial: number, variability: number, index: number): number {
    const sd = this.wanderSd;
    const drift = sd > 0 ? sd * this.wander.at(index) - (sd * sd) / 2 : 0;
    return exp(this.spread * variability * this.traitsOf(trial).level + drift);
  }

  /**
   * Factor on a contraction that is held without being guided along: overshoot at first, decay later.
   * @param since samples since its first excitation
   * @param rise samples that it rises for
   */
  course(trial: number, since: number, rise: number): number {
    if (since <= 0 || (this.overshoot === 0 && this.loss === 0)) return 1;
    const traits = this.traitsOf(trial);
    const settled = exp(-Math.max(0, since - rise) / this.settling);
    const above = this.overshoot * Math.max(0, 1 + COURSE_SPREAD * traits.overshoot) * settled;
    const lost = this.loss * (1 + COURSE_SPREAD * traits.decay) * (1 - exp(-since / this.tau));
    return (1 + above) * exp(-lost);
  }

  private traitsOf(trial: number): EffortTraits {
    const kept = this.traits.get(trial);
    if (kept) return kept;
    const random = new RandomStream(this.seed, `intent/effort/trial/${trial}`);
    const made = { level: random.normal(), overshoot: random.normal(), decay: random.normal() };
    const oldest = this.traits.keys().next();
    if (this.traits.size >= KEPT && !oldest.done) this.traits.delete(oldest.value);
    this.traits.set(trial, made);
    return made;
  }
}

/** Strength a person makes a movement with where 1 is asked for. */
export function strengthOf({ movementStrengthDb }: IntentSpec, movement: MovementId): number {
  const db = movementStrengthDb[movement];
  return db === undefined ? 1 : exp(DB * db);
}
