import { RandomStream } from '../../ground/signal/random.js';
import type { IntentSpec } from './intent-fields.js';
import type { IntentState } from './intent-state.js';
import { sessionSeed } from './session-seed.js';
import { cos, exp, sin } from '../../ground/math/real.js';

/** What the synergy needs to know of a muscle. */
export interface SynergyMuscle {
  readonly name: string;
  /** Relative force per movement, 0 … 1: part of the muscle's maximum asked for at full strength. */
  readonly drives: Readonly<Record<string, number>>;
  /** Voluntary activation, 0 … 1; 0 under a nerve block. */
  readonly activationGain: number;
  /** Maximal force relative to an intact muscle. */
  readonly forceGain: number;
}

/** What shapes a synergy besides the script and the muscles. */
export interface SynergyOptions {
  readonly seed: number;
  readonly sampleRateHz: number;
  /** Guarding because of painful neuromas, 0 none … 1 severe. */
  readonly guarding?: number;
}

/** Co-contraction at full guarding, relative to the effort; and the height of its bursts. Assumptions. */
const GUARDING = { coContraction: 0.25, burst: 0.15, slotSeconds: 1.5, probability: 0.5 };
/** Time from one random value of a share's drift to the next, s: a few tenths of a hertz. Assumption. */
const WANDER_SECONDS = 0.8;
/** Trials whose patterns are kept at a time. */
const KEPT = 4;

/**
 * From intent to the force asked of each muscle. A movement's share of each muscle varies from trial to trial
 * and with limb position (log-normal factors), every effort spreads to the other muscles, and neuromas add
 * guarding: more co-contraction and irregular bursts, since their discharge is mainly afferent. Each muscle
 * draws from streams of its own name.
 */
export class Synergy {
  private readonly position: Float64Array;
  private readonly posture: Float64Array;
  private readonly patterns = new Map<string, Float64Array>();
  private readonly trialSeed: number;
  /** Slot of the drift that is at hand, and each muscle's values at its start and end. */
  private wanderSlot = NaN;
  private readonly wanderEnds: Float64Array;

  constructor(
    private readonly spec: IntentSpec,
    private readonly muscles: readonly SynergyMuscle[],
    private readonly options: SynergyOptions,
  ) {
    this.trialSeed = sessionSeed(options.seed, spec.session);
    const { limbPosition, positionEffectPercent } = spec;
    const effect = limbPosition === 0 ? 0 : positionEffectPercent / 100;
    const draws = muscles.map(
      ({ name }) => new RandomStream(options.seed, `intent/${name}/position/${limbPosition}`),
    );
    this.position = Float64Array.from(draws, (random) => exp(effect * random.normal()));
    this.wanderEnds = new Float64Array(2 * muscles.length);
    // Uneven shares with a mean of 1: which muscles carry the limb depends on how it is held.
    this.posture = Float64Array.from(draws, (random) => 2 * random.uniform());
  }

  /**
   * Force asked of each muscle, as a fraction of what it can give at most.
   * @param out one number per muscle, 0 … 1
   */
  forceTargets(state: IntentState, out: Float64Array): void {
    const { spec, muscles, options } = this;
    const guarding = options.guarding ?? 0;
    let effort = 0;
    for (const { strength } of state.activations) effort = Math.max(effort, strength);
    const spread = (spec.coContractionPercent / 100 + GUARDING.coContraction * guarding) * effort;
    const load = spec.loadPercent / 100;
    const between = spec.wanderPercent > 0 ? this.wanderTo(state.index) : 0;
    for (let m = 0; m < muscles.length; m++) {
      const { drives, activationGain, forceGain, name } = muscles[m];
      let drive = 0;
      for (const { movement, strength, trial } of state.activations) {
        const share = drives[movement] ?? 0;
        if (share > 0)
          drive +=
            share * strength * this.position[m] * this.pattern(trial ?? state.trial, state.variability)[m];
      }
      drive = Math.min(1, drive * this.wander(m, between));
      let target = drive + (1 - drive) * Math.min(1, spread) + spec.restingTonePercent / 100;
      // Load is a force in the world: a weak muscle needs more of what it has.
      if (load > 0) target += (load * this.posture[m]) / Math.max(0.1, forceGain);
      if (guarding > 0) target += guarding * this.burst(name, state.index);
      out[m] = Math.min(1, Math.max(0, target)) * activationGain;
    }
  }

  /** Factor on each muscle's share in one trial; mean 1. */
  private pattern(trial: number, variability: number): Float64Array {
    const key = `${trial}/${variability}`;
    const kept = this.patterns.get(key);
    if (kept) return kept;
    const sd = (this.spec.directionVariabilityPercent / 100) * variability;
    const pattern = Float64Array.from(this.muscles, ({ name }) => {
      const random = new RandomStream(this.trialSeed, `intent/${name}/trial/${trial}`);
      return exp(sd * random.normal() - (sd * sd) / 2);
    });
    const oldest = this.patterns.keys().next();
    if (this.patterns.size >= KEPT && !oldest.done) this.patterns.delete(oldest.value);
    this.patterns.set(key, pattern);
    return pattern;
  }

  /** Draw the drift around a sample index, and tell how far along its slot that is, 0 … 1. */
  private wanderTo(index: number): number {
    const place = Math.max(0, index) / (WANDER_SECONDS * this.options.sampleRateHz);
    const slot = Math.floor(place);
    if (slot !== this.wanderSlot) {
      this.wanderSlot = slot;
      this.muscles.forEach(({ name }, m) => {
        const at = (knot: number): number =>
          new RandomStream(this.trialSeed, `intent/${name}/wander/${knot}`).normal();
        this.wanderEnds[2 * m] = at(slot);
        this.wanderEnds[2 * m + 1] = at(slot + 1);
      });
    }
    return place - slot;
  }

  /** Factor on a muscle's drive at a place between two values of its drift; mean about 1. */
  private wander(m: number, between: number): number {
    const sd = this.spec.wanderPercent / 100;
    if (sd === 0) return 1;
    // Along a quarter of a circle, so that the variance is the same everywhere between two values.
    const angle = (Math.PI / 2) * between;
    const value = cos(angle) * this.wanderEnds[2 * m] + sin(angle) * this.wanderEnds[2 * m + 1];
    return exp(sd * value - (sd * sd) / 2);
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
