import { RandomStream } from '../signal/random.js';
import { CommonDrive } from './common-drive.js';
import type { Discharges } from './discharges.js';
import { Fatigue } from './fatigue.js';
import { ForceCurve } from './force-curve.js';
import type { MotorUnitSpec } from './motor-unit-fields.js';
import type { MotorUnitPool } from './motor-unit-pool.js';
import { QUANTUM_MS } from './quantum.js';
import { MeanForce, twitchWeight } from './twitch.js';

/** Quanta between two steps of fatigue, and between two calibrations of the tired pool. */
const FATIGUE_EVERY = 10;
const CALIBRATE_EVERY = 100;

/**
 * One pool in time: excitation from the force asked for, discharge times, and force by twitch summation.
 *
 * Each unit is a renewal process in continuous time: what is left of its present interval shrinks with its
 * rate, so that intervals follow a changing rate exactly; times are rounded to samples only on output. A
 * unit below its threshold keeps what is left of its interval, so units never start in step.
 *
 * Time advances in quanta; the result depends on their length, so callers use `quantumSamples(rate)` always.
 * Discharges and force draw from streams named after the muscle: other muscles change nothing.
 */
export class PoolSimulator {
  /** Conduction velocity of each unit relative to rested (1); changes in place as units tire. */
  readonly velocityScale: Float64Array;
  private readonly random: RandomStream;
  private readonly drive: CommonDrive;
  private readonly mean: MeanForce;
  private readonly curve: ForceCurve;
  private readonly tired: Fatigue;
  private spec: MotorUnitSpec;
  private readonly gammaShape: number;

  /** What is left of each unit's interval, in mean intervals. */
  private readonly left: Float64Array;
  private readonly last: Float64Array;
  /** State of the twitch filters: impulse response (t/T) e^(−t/T). */
  private readonly stage1: Float64Array;
  private readonly stage2: Float64Array;
  private readonly decay: Float64Array;
  private readonly stepOverTime: Float64Array;
  private readonly timeSeconds: Float64Array;
  private readonly relative: Float64Array;

  private quantum = 0;
  private step = 0;
  private now = 0;
  private excited = 0;
  private produced = 0;

  constructor(
    readonly pool: MotorUnitPool,
    readonly sampleRateHz: number,
    seed: number,
  ) {
    const { size, spec, name } = pool;
    this.spec = spec;
    this.random = new RandomStream(seed, `physiology/${name}/discharge`);
    this.drive = new CommonDrive(seed, name, spec.commonDriveHz, QUANTUM_MS / 1000);
    this.mean = new MeanForce(spec.intervalCv);
    this.curve = new ForceCurve(pool, this.mean);
    this.tired = new Fatigue(pool);
    this.velocityScale = this.tired.velocityScale;
    this.gammaShape = 1 / (spec.intervalCv * spec.intervalCv);
    const phases = new RandomStream(seed, `physiology/${name}/phase`);
    this.left = Float64Array.from({ length: size }, () => phases.uniform());
    this.last = new Float64Array(size).fill(-1e3);
    this.stage1 = new Float64Array(size);
    this.stage2 = new Float64Array(size);
    this.decay = new Float64Array(size);
    this.stepOverTime = new Float64Array(size);
    this.timeSeconds = new Float64Array(size);
    this.relative = new Float64Array(size);
  }

  /** Excitation of the last quantum as a fraction of the maximum, 0 … 1. */
  get excitation(): number {
    return this.excited / this.pool.maximalExcitation;
  }

  /** Force at the end of the last quantum, as a fraction of the rested maximum (twitch summation). */
  get force(): number {
    return this.produced;
  }

  /** Largest steady force the units can give at present, as a fraction of the rested maximum. */
  get capacity(): number {
    return this.curve.maximum;
  }

  /** Excitation (fraction of the maximum) at which the units, as tired as they are, give a steady force. */
  excitationFor(force: number): number {
    return this.curve.excitationFor(force) / this.pool.maximalExcitation;
  }

  /** Take over changed fatigue parameters; switching fatigue off rests the units. */
  update(spec: MotorUnitSpec): void {
    if (this.spec.fatigue && !spec.fatigue) {
      this.tired.reset();
      this.curve.update();
      this.settle();
    }
    this.spec = spec;
    this.tired.update(spec);
  }

  /**
   * Advance by one quantum.
   *
   * @param forceTarget force asked for, as a fraction of the rested maximum; clipped to 0 … 1
   * @param samples length of the quantum, `quantumSamples(sampleRateHz)`
   * @param out receives the discharges of the quantum; its former content is dropped
   */
  advance(forceTarget: number, samples: number, out: Discharges): void {
    const step = samples / this.sampleRateHz;
    if (step !== this.step) {
      this.step = step;
      this.settle();
    }
    if (this.spec.fatigue && this.quantum > 0) this.tire();
    const slow = 1 + (this.spec.commonDrivePercent / 100) * this.drive.next();
    const wanted = this.curve.excitationFor(forceTarget) * Math.max(0, slow);
    this.excited = Math.min(this.pool.maximalExcitation, wanted);
    this.now = this.quantum * step;
    this.quantum++;
    out.count = 0;
    this.discharge(samples, out);
  }

  /** The kernel: one pass over the units, in order of recruitment. */
  private discharge(samples: number, out: Discharges): void {
    const { size, recruitmentThreshold, peakRateHz, twitchForce, maximalForce } = this.pool;
    const { stage1, stage2, decay, stepOverTime, left, tired, step, excited, spec } = this;
    const { rateGain, minimumRateHz, fatigue } = spec;
    let sum = 0;
    for (let i = 0; i < size; i++) {
      const d = decay[i];
      stage2[i] = d * (stage2[i] + stepOverTime[i] * stage1[i]);
      stage1[i] *= d;
      if (recruitmentThreshold[i] <= excited) {
        let rate = Math.min(peakRateHz[i], rateGain * (excited - recruitmentThreshold[i]) + minimumRateHz);
        if (fatigue) rate = tired.rate(i, rate);
        left[i] -= rate * step;
        while (left[i] < 0) this.emit(i, rate, samples, out);
      }
      sum += twitchForce[i] * (fatigue ? tired.capacity[i] : 1) * stage2[i];
    }
    this.produced = sum / maximalForce;
  }

  /** One discharge of a unit whose interval ends within the quantum. */
  private emit(unit: number, rate: number, samples: number, out: Discharges): void {
    const refractory = this.spec.refractoryMs * 1e-3;
    let within = this.step + this.left[unit] / rate;
    const earliest = this.last[unit] + refractory - this.now;
    if (within < earliest) {
      // The rate has risen so fast that the interval would undercut the floor: put the discharge off.
      if (earliest >= this.step) {
        this.left[unit] = (earliest - this.step) * rate;
        return;
      }
      within = earliest;
      this.left[unit] = (earliest - this.step) * rate;
    }
    const interval = this.now + within - this.last[unit];
    this.last[unit] = this.now + within;
    this.left[unit] += Math.max(this.interval(), refractory * rate);
    const n = out.count++;
    out.unit[n] = unit;
    out.offset[n] = Math.min(samples - 1, Math.floor((within / this.step) * samples));
    const time = this.timeSeconds[unit];
    const weight = twitchWeight(time / interval);
    const since = (this.step - within) / time;
    const faded = weight * Math.exp(-since);
    this.stage1[unit] += faded;
    this.stage2[unit] += faded * since;
  }

  /** An interval in mean intervals. */
  private interval(): number {
    return this.spec.intervalDistribution === 'gamma'
      ? this.random.gamma(this.gammaShape) / this.gammaShape
      : 1 + this.spec.intervalCv * this.random.normal();
  }

  /** Decay of the twitch filters over one quantum. */
  private settle(): void {
    for (let i = 0; i < this.pool.size; i++) {
      const time = this.pool.contractionTimeMs[i] * 1e-3 * this.tired.slowing[i];
      this.timeSeconds[i] = time;
      this.stepOverTime[i] = this.step / time;
      this.decay[i] = Math.exp(-this.step / time);
    }
  }

  /** Fatigue runs on a coarser grid of time than discharge. */
  private tire(): void {
    if (this.quantum % FATIGUE_EVERY !== 0) return;
    const { size, recruitmentThreshold, peakRateHz } = this.pool;
    const { rateGain, minimumRateHz } = this.spec;
    for (let i = 0; i < size; i++) {
      const drive = this.excited - recruitmentThreshold[i];
      if (drive < 0) this.relative[i] = 0;
      else {
        const rate = this.tired.rate(i, Math.min(peakRateHz[i], rateGain * drive + minimumRateHz));
        this.relative[i] = this.mean.at(rate * this.timeSeconds[i]);
      }
    }
    this.tired.advance(FATIGUE_EVERY * this.step, this.relative);
    this.settle();
    if (this.quantum % CALIBRATE_EVERY === 0) this.curve.update(this.tired);
  }
}
