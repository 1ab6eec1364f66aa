import { exp, pow, sin } from '../../ground/math/real.js';
import { RandomStream } from '../../ground/signal/random.js';
import { strengthOf } from './effort.js';
import type { IntentSpec } from './intent-fields.js';
import type { IntentState } from './intent-state.js';
import { movementShares, type SharingMuscle } from './movement-shares.js';
import { RestingTone } from './resting-tone.js';
import { sessionSeed } from './session-seed.js';
import { SlowDrift } from './slow-drift.js';

/** What the synergy needs to know of a muscle. */
export interface SynergyMuscle extends SharingMuscle {
  /** Voluntary activation, 0 … 1; 0 under a nerve block. */
  readonly activationGain: number;
  /** Maximal force relative to an intact muscle. */
  readonly forceGain: number;
}

/** What shapes a synergy besides the script and the muscles. */
export interface SynergyOptions {
  /** Luck of the session. */
  readonly seed: number;
  /** Decides what is the person's own: how another position of the limb changes their patterns. */
  readonly anatomySeed: number;
  readonly sampleRateHz: number;
  /** Guarding because of painful neuromas, 0 none … 1 severe. */
  readonly guarding?: number;
}

/** Co-contraction at full guarding, relative to the effort; and the height of its bursts. Assumptions. */
const GUARDING = { coContraction: 0.25, burst: 0.15, slotSeconds: 1.5, probability: 0.5 };
/**
 * Overflow grows with this power of the effort: hardly there up to half of the maximum. SD of the logarithm by which
 * it differs between muscles and trials. Assumptions.
 */
const OVERFLOW = { power: 3, unevenness: 0.6 };
/** Mean activity that holding the limb in a foreign position takes at an effect of 100 %. Assumption. */
const POSTURE = 0.1;
/** Time from one random value of a share's drift to the next, s: a few tenths of a hertz. Assumption. */
const WANDER_SECONDS = 0.8;
/** Trials whose patterns are kept at a time. */
const KEPT = 4;

/** How the muscles happen to share one trial: factors on share and overflow of each. */
interface TrialPattern {
  readonly share: Float64Array;
  readonly overflow: Float64Array;
}

/**
 * From intent to the force asked of each muscle. A movement's share of each muscle depends on person, limb position
 * and day, varies from trial to trial and drifts at the cost of the others (log-normal factors); every effort spreads to the other muscles, and
 * overflows the more the nearer it is to the maximum; muscles never quite rest; and neuromas add guarding: more
 * co-contraction and irregular bursts, since their discharge is mainly afferent. Each muscle draws from streams of
 * its own name. What all muscles vary together by is the effort's.
 */
export class Synergy {
  private readonly shares: ReadonlyMap<string, Float64Array>;
  private readonly tone: RestingTone;
  private readonly wander: readonly SlowDrift[];
  /** What each muscle does to hold up the limb, as a fraction of an intact muscle's maximum. */
  private readonly posture: Float64Array;
  private readonly patterns = new Map<string, TrialPattern>();
  private readonly drives: Float64Array;
  private readonly weights: Float64Array;
  private readonly trialSeed: number;

  constructor(
    private readonly spec: IntentSpec,
    private readonly muscles: readonly SynergyMuscle[],
    private readonly options: SynergyOptions,
  ) {
    const { seed, anatomySeed, sampleRateHz } = options;
    this.trialSeed = sessionSeed(seed, spec.session);
    this.shares = movementShares(spec, muscles, anatomySeed);
    this.drives = new Float64Array(muscles.length);
    this.weights = new Float64Array(muscles.length);
    this.tone = new RestingTone(spec, muscles, { anatomySeed, sessionSeed: this.trialSeed, sampleRateHz });
    this.wander = muscles.map(
      ({ name }) => new SlowDrift(this.trialSeed, `intent/${name}/wander`, sampleRateHz, WANDER_SECONDS),
    );
    const { limbPosition, positionEffectPercent, loadPercent } = spec;
    const held = loadPercent / 100 + (limbPosition > 0 ? (POSTURE * positionEffectPercent) / 100 : 0);
    // Uneven shares with a mean of 1: which muscles carry the limb depends on how it is held.
    this.posture = Float64Array.from(
      muscles,
      ({ name }) =>
        2 * held * new RandomStream(anatomySeed, `intent/${name}/posture/${limbPosition}`).uniform(),
    );
  }

  /**
   * Force asked of each muscle, as a fraction of what it can give at most.
   * @param out one number per muscle, 0 … 1
   */
  forceTargets(state: IntentState, out: Float64Array): void {
    const { spec, muscles, options } = this;
    const guarding = options.guarding ?? 0;
    let strongest = 0;
    let effort = 0;
    for (const { movement, strength } of state.activations) {
      strongest = Math.max(strongest, strength);
      // Who cannot make a movement well tries as hard as anyone.
      effort = Math.max(effort, strength / strengthOf(spec, movement));
    }
    const spread = (spec.coContractionPercent / 100 + GUARDING.coContraction * guarding) * strongest;
    const overflow = (spec.overflowPercent / 100) * pow(Math.min(1, effort), OVERFLOW.power);
    const over = overflow > 0 ? this.pattern(state.trial, state.variability).overflow : undefined;
    this.tone.seek(state.index);
    this.drive(state);
    for (let m = 0; m < muscles.length; m++) {
      const { activationGain, forceGain, name } = muscles[m];
      const drive = Math.min(1, this.drives[m]);
      const others = spread + (over ? overflow * over[m] : 0);
      let target = drive + (1 - drive) * Math.min(1, others) + this.tone.of(m, state.index);
      // Load is a force in the world: a weak muscle needs more of what it has.
      if (this.posture[m] > 0) target += this.posture[m] / Math.max(0.1, forceGain);
      if (guarding > 0) target += guarding * this.burst(name, state.index);
      out[m] = Math.min(1, Math.max(0, target)) * activationGain;
    }
  }

  /**
   * What the movements ask of each muscle. Trial and drift move effort from muscle to muscle and add none: that of the
   * whole varies by the effort's own gain.
   */
  private drive({ activations, index, trial: newest, variability }: IntentState): void {
    const { drives, weights } = this;
    drives.fill(0);
    for (const { movement, strength, trial } of activations) {
      const shares = this.shares.get(movement);
      if (!shares) continue;
      const { share } = this.pattern(trial ?? newest, variability);
      let asked = 0;
      let weighted = 0;
      for (let m = 0; m < shares.length; m++) {
        weights[m] = shares[m] > 0 ? shares[m] * share[m] * this.drift(m, index) : 0;
        asked += shares[m];
        weighted += weights[m];
      }
      if (weighted === 0) continue;
      const scale = (strength * asked) / weighted;
      for (let m = 0; m < shares.length; m++) drives[m] += scale * weights[m];
    }
  }

  private pattern(trial: number, variability: number): TrialPattern {
    const key = `${trial}/${variability}`;
    const kept = this.patterns.get(key);
    if (kept) return kept;
    const sd = (this.spec.directionVariabilityPercent / 100) * variability;
    const share = new Float64Array(this.muscles.length);
    const overflow = new Float64Array(this.muscles.length);
    this.muscles.forEach(({ name }, m) => {
      const random = new RandomStream(this.trialSeed, `intent/${name}/trial/${trial}`);
      share[m] = exp(sd * random.normal());
      overflow[m] = exp(
        OVERFLOW.unevenness * random.normal() - (OVERFLOW.unevenness * OVERFLOW.unevenness) / 2,
      );
    });
    const pattern = { share, overflow };
    const oldest = this.patterns.keys().next();
    if (this.patterns.size >= KEPT && !oldest.done) this.patterns.delete(oldest.value);
    this.patterns.set(key, pattern);
    return pattern;
  }

  /** Factor on a muscle's share at a sample. */
  private drift(m: number, index: number): number {
    const sd = this.spec.wanderPercent / 100;
    return sd === 0 ? 1 : exp(sd * this.wander[m].at(index));
  }

  /** Height of the muscle's guarding burst at a sample: at most one half-sine per slot of time. */
  private burst(name: string, index: number): number {
    const slotSamples = GUARDING.slotSeconds * this.options.sampleRateHz;
    const slot = Math.floor(index / slotSamples);
    const random = new RandomStream(this.trialSeed, `intent/${name}/guarding/${slot}`);
    if (random.uniform() > GUARDING.probability) return 0;
    const length = 0.15 + 0.4 * random.uniform();
    const start = (1 - length) * random.uniform();
    const part = (index / slotSamples - slot - start) / length;
    return part > 0 && part < 1 ? GUARDING.burst * random.uniform() * sin(Math.PI * part) : 0;
  }
}
