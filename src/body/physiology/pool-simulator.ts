import { liveAt } from '../../ground/signal/field.js';
import { RandomStream } from '../../ground/signal/random.js';
import { CommonDrive } from './common-drive.js';
import { placesPerSample, type Discharges } from './discharges.js';
import { Fatigue } from './fatigue.js';
import { ForceCurve } from './force-curve.js';
import { IntervalTable } from './interval-table.js';
import { motorUnitFields, type MotorUnitSpec } from './motor-unit-fields.js';
import type { MotorUnitPool } from './motor-unit-pool.js';
import { quantumSamples } from './quantum.js';
import { RateLaw } from './rate-law.js';
import { MeanForce } from './twitch.js';
import { exp } from '../../ground/math/real.js';

/** Quanta between two steps of fatigue, and between two calibrations of the tired pool. */
const FATIGUE_EVERY = 20;
const CALIBRATE_EVERY = 100;

/** One record per unit in a single array: the kernel walks it from front to back. What silent units need comes first. */
const RECORD = 16;
const THRESHOLD = 0;
/** Excitation below which the unit falls silent once it is active. */
const RELEASE = 1;
/** 1 while the unit is active. */
const ACTIVE = 2;
/** Twitch filter: STAGE2 is the sum of (t/T) e^(−t/T) over past discharges, STAGE1 that of e^(−t/T). */
const STAGE1 = 3;
const STAGE2 = 4;
const DECAY = 5;
const STEP_OVER_TIME = 6;
/** Tetanic force at present, as a fraction of the pool's maximal force. */
const FORCE = 7;
/** Highest rate of the unit, before its scale, Hz. */
const CEILING = 8;
/** What is left of the present interval, in mean intervals. */
const LEFT = 9;
/** Rate of the unit with its own scale and as tired as it is: scale · rate by the law + offset. */
const RATE_SCALE = 10;
const RATE_OFFSET = 11;
/** Contraction time, s. */
const TIME = 12;
/** Time of the last discharge, s. */
const LAST = 13;
/** What the next discharge has to do with a doublet: nothing, open it, or close it. */
const DOUBLET = 14;
const OPENS = 1;
const CLOSES = 2;

/** An active unit falls silent at this share of its threshold at the latest, however strong its inward current. Assumption. */
const LAST_RELEASE = 0.3;
/** Effort is ballistic when force is asked to rise by this many MVC per second: to all within half a second. Assumption. */
const BALLISTIC = 2;
/** Doublet intervals vary by this much either way, relative. */
const DOUBLET_SPREAD = 0.5;
/** Excitation above threshold, of the maximum, over which the variation of intervals falls to 37 %. Assumption. */
const SETTLING = 0.1;
/** Steps of excitation, from none above threshold to all, in which that fall is tabulated. */
const STEPS = 256;

/** Below this a unit's twitches have died away (also keeps denormal numbers out of the kernel). */
const SILENT = 1e-9;

/**
 * One pool in time: excitation from the force asked for, discharge times, and force by twitch summation.
 *
 * Each unit is a renewal process in continuous time: what is left of its present interval shrinks with its
 * rate, so that intervals follow a changing rate exactly; times are rounded to 1/256 of a sample, only on output. A
 * unit below its threshold keeps what is left of its interval, so units never start in step.
 *
 * Time advances in quanta; the result depends on their length, so callers use `quantumSamples(rate)` always.
 * Discharges and force draw from streams named after the muscle: other muscles change nothing.
 */
export class PoolSimulator {
  /** Conduction velocity of each unit relative to rested (1); changes in place as units tire. */
  readonly velocityScale: Float64Array;
  private readonly random: RandomStream;
  private readonly doublets: RandomStream;
  private readonly drive: CommonDrive;
  private readonly intervals: IntervalTable;
  /** Variation of intervals over that of their table, by excitation above the unit's threshold. */
  private readonly variation: Float64Array;
  private readonly variationScale: number;
  /** Shortest interval, s. */
  private refractory = 0;
  private readonly mean: MeanForce;
  private readonly curve: ForceCurve;
  private readonly tired: Fatigue;
  private readonly law: RateLaw;
  private readonly units: Float64Array;
  private readonly relative: Float64Array;
  private spec: MotorUnitSpec;

  private quantum = 0;
  private step = 0;
  private now = 0;
  private excited = 0;
  /** Force asked for in the last quantum, and whether it rises ballistically. */
  private asked = 0;
  private ballistic = false;
  /** Common drive at present, as excitation. */
  private deviation = 0;
  private produced = 0;
  /** Where the records of units end that were not silent in the last quantum. */
  private awake = 0;

  /**
   * @param pool from `createPool`
   * @param seed scenario seed
   * @param samples of the quanta that it will advance by
   */
  constructor(
    readonly pool: MotorUnitPool,
    readonly sampleRateHz: number,
    seed: number,
    samples = quantumSamples(sampleRateHz),
  ) {
    const { size, spec, name } = pool;
    this.spec = spec;
    this.random = new RandomStream(seed, `physiology/${name}/discharge`);
    this.doublets = new RandomStream(seed, `physiology/${name}/doublets`);
    this.drive = new CommonDrive(seed, name, spec.commonDriveHz, samples / sampleRateHz);
    const widest = Math.max(spec.intervalCv, spec.recruitmentCv);
    this.intervals = new IntervalTable(spec.intervalDistribution, widest);
    this.variation = Float64Array.from({ length: STEPS + 1 }, (_, k) => {
      const settling = exp(-k / (STEPS * SETTLING));
      return (spec.intervalCv + (spec.recruitmentCv - spec.intervalCv) * settling) / widest;
    });
    this.variationScale = STEPS / pool.maximalExcitation;
    this.mean = new MeanForce(new IntervalTable(spec.intervalDistribution, spec.intervalCv));
    this.curve = new ForceCurve(pool, this.mean);
    this.tired = new Fatigue(pool);
    this.law = new RateLaw(spec, pool.recruitmentThreshold, pool.maximalExcitation);
    this.velocityScale = this.tired.velocityScale;
    this.relative = new Float64Array(size);
    this.units = new Float64Array(size * RECORD);
    const phases = new RandomStream(seed, `physiology/${name}/phase`);
    for (let i = 0, r = 0; i < size; i++, r += RECORD) {
      this.units[r + THRESHOLD] = pool.recruitmentThreshold[i];
      this.units[r + CEILING] = this.law.ceiling[i];
      this.units[r + LEFT] = phases.uniform();
      this.units[r + LAST] = -1e3;
    }
  }

  /** Excitation of the last quantum as a fraction of the maximum, 0 … 1. */
  get excitation(): number {
    return Math.min(1, this.excited / this.pool.maximalExcitation);
  }

  /** Force at the end of the last quantum, as a fraction of the rested maximum (twitch summation). */
  get force(): number {
    return this.produced;
  }

  /** Largest steady force the units can give at present, as a fraction of the rested maximum. */
  get capacity(): number {
    return this.curve.maximum;
  }

  /** Length of the action potential along the fibres relative to rested, ≥ 1. */
  get spikeStretch(): number {
    return this.tired.spikeStretch;
  }

  /** Excitation (fraction of the maximum) at which the units, as tired as they are, give a steady force. */
  excitationFor(force: number): number {
    return this.curve.excitationFor(force) / this.pool.maximalExcitation;
  }

  /**
   * Take over changed fatigue and common-drive parameters (those whose field says `block`). Switching fatigue
   * off rests the units.
   */
  update(spec: MotorUnitSpec): void {
    if (this.spec.fatigue && !spec.fatigue) {
      this.tired.reset();
      this.curve.update();
    }
    this.spec = { ...this.pool.spec, ...liveParameters(spec) };
    this.tired.update(this.spec);
    this.settle();
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
    if (this.spec.fatigue && this.quantum > 0 && this.quantum % FATIGUE_EVERY === 0) this.tire();
    const mean = this.curve.excitationFor(forceTarget);
    this.ballistic = forceTarget - this.asked > BALLISTIC * step;
    this.asked = forceTarget;
    // In proportion to effort: none where there is none.
    this.excited = Math.max(0, mean * (1 + (this.spec.commonDrivePercent / 100) * this.drive.next()));
    this.deviation = this.excited - mean;
    this.now = this.quantum * step;
    this.quantum++;
    out.count = 0;
    this.discharge(samples, out);
  }

  /** The kernel: one pass over the units, in order of recruitment. */
  private discharge(samples: number, out: Discharges): void {
    const { units, step, excited, law } = this;
    law.set(excited);
    const { base, slope, floor } = law;
    // Peak rates limit the mean; the common drive rides on it, or maximal forces would be the steadiest.
    const riding = law.riding * this.deviation;
    const reach = this.awake;
    let awake = 0;
    let sum = 0;
    for (let r = 0; r < units.length; r += RECORD) {
      // Thresholds ascend: what follows is silent, and was.
      if (r >= reach && units[r + THRESHOLD] > excited) break;
      const active = units[r + ACTIVE] === 1;
      const recruited = units[r + (active ? RELEASE : THRESHOLD)] <= excited;
      if (recruited !== active) this.turn(r, recruited);
      const first = units[r + STAGE1];
      const second = units[r + STAGE2];
      if (!recruited && second < SILENT && first < SILENT) {
        units[r + STAGE1] = units[r + STAGE2] = 0;
        continue;
      }
      awake = r + RECORD;
      const decay = units[r + DECAY];
      units[r + STAGE1] = decay * first;
      units[r + STAGE2] = decay * (second + units[r + STEP_OVER_TIME] * first);
      if (recruited) {
        let rate = base + slope * units[r + THRESHOLD];
        const limit = units[r + CEILING] + riding;
        if (rate > limit) rate = limit;
        if (rate < floor) rate = floor;
        rate = rate * units[r + RATE_SCALE] + units[r + RATE_OFFSET];
        const left = units[r + LEFT] - rate * step;
        units[r + LEFT] = left;
        if (left < 0) while (this.emit(r, rate, samples, out));
      }
      sum += units[r + FORCE] * units[r + STAGE2];
    }
    this.awake = awake;
    this.produced = sum;
  }

  /** A unit becomes active or falls silent. */
  private turn(r: number, active: boolean): void {
    const opens = active && this.ballistic && 100 * this.doublets.uniform() < this.spec.doubletPercent;
    this.units[r + ACTIVE] = active ? 1 : 0;
    this.units[r + DOUBLET] = opens ? OPENS : 0;
  }

  /**
   * A discharge of a unit whose interval ends within the quantum.
   * @returns whether the next interval ends within it too
   */
  private emit(r: number, rate: number, samples: number, out: Discharges): boolean {
    const { units, step, now } = this;
    const doublet = units[r + DOUBLET];
    const refractory = doublet === CLOSES ? 0 : this.refractory;
    const last = units[r + LAST] - now;
    let within = step + units[r + LEFT] / rate;
    if (within < last + refractory) {
      // The rate has risen so fast that the interval would undercut the floor: put the discharge off.
      within = last + refractory;
      units[r + LEFT] = (within - step) * rate;
      if (within >= step) return false;
    }
    units[r + LAST] = now + within;
    units[r + LEFT] += doublet === 0 ? this.interval(r, rate) : this.doubletInterval(r, rate, doublet);
    const n = out.count++;
    out.unit[n] = r / RECORD;
    const place = Math.floor((within / step) * samples * placesPerSample);
    out.offset[n] = Math.min(samples * placesPerSample - 1, place) * (1 / placesPerSample);
    const time = units[r + TIME];
    const since = (step - within) / time;
    const faded = this.mean.weight(time / (within - last)) * fade(since);
    units[r + STAGE1] += faded;
    units[r + STAGE2] += faded * since;
    return units[r + LEFT] < 0;
  }

  /** The interval after a discharge, in mean intervals. */
  private interval(r: number, rate: number): number {
    const above = (this.excited - this.units[r + THRESHOLD]) * this.variationScale;
    const variation = this.variation[above > 0 ? Math.min(STEPS, above) | 0 : 0];
    const drawn = 1 + variation * (this.intervals.at(this.random.uint32()) - 1);
    return Math.max(drawn, this.refractory * rate);
  }

  /** The interval after a discharge that opens or closes a doublet, in mean intervals. */
  private doubletInterval(r: number, rate: number, doublet: number): number {
    this.units[r + DOUBLET] = doublet === OPENS ? CLOSES : 0;
    if (doublet !== OPENS) return this.interval(r, rate);
    const spread = 1 + DOUBLET_SPREAD * (2 * this.doublets.uniform() - 1);
    return rate * this.spec.doubletMs * 1e-3 * spread;
  }

  /** Constants of the kernel for the present step and state of the units. */
  private settle(): void {
    const { units, pool, tired, step, spec } = this;
    this.refractory = spec.refractoryMs * 1e-3;
    const hysteresis = spec.persistentInwardHz / spec.rateGain;
    for (let i = 0, r = 0; i < pool.size; i++, r += RECORD) {
      const time = pool.contractionTimeMs[i] * 1e-3 * tired.slowing[i];
      units[r + TIME] = time;
      units[r + STEP_OVER_TIME] = step / time;
      units[r + DECAY] = exp(-step / time);
      units[r + RATE_SCALE] = pool.rateScale[i] * (1 - tired.sag[i]);
      units[r + RATE_OFFSET] = pool.rateScale[i] * tired.rate(i, 0);
      units[r + RELEASE] = Math.max(LAST_RELEASE * units[r + THRESHOLD], units[r + THRESHOLD] - hysteresis);
      units[r + FORCE] = (pool.twitchForce[i] * tired.capacity[i]) / pool.maximalForce;
    }
  }

  /** Fatigue runs on a coarser grid of time than discharge. */
  private tire(): void {
    const { units, pool, tired, excited, law } = this;
    law.set(excited);
    for (let i = 0, r = 0; i < pool.size; i++, r += RECORD) {
      if (units[r + ACTIVE] === 0) this.relative[i] = 0;
      else {
        const rate = pool.rateScale[i] * tired.rate(i, law.rate(i, units[r + THRESHOLD]));
        this.relative[i] = this.mean.at(rate * units[r + TIME]);
      }
    }
    tired.advance(FATIGUE_EVERY * this.step, this.relative);
    this.settle();
    if (this.quantum % CALIBRATE_EVERY === 0) this.curve.update(tired);
  }
}

/** e^(−s) for the part of a contraction time within one quantum (Padé 3/3: to 1e-8 at 0.35, 5e-5 at 1.25). */
function fade(s: number): number {
  const even = 120 + 12 * s * s;
  const odd = s * (60 + s * s);
  return (even - odd) / (even + odd);
}

/** The parameters whose field says that they may change from block to block. */
function liveParameters(spec: MotorUnitSpec): Partial<MotorUnitSpec> {
  const live = Object.entries(spec).filter(([name]) => liveAt(motorUnitFields, [name]) === 'block');
  return Object.fromEntries(live);
}
