import { vocabularyOf } from '../../ground/movement/vocabulary-of.js';
import type { Anatomy } from '../anatomy/anatomy.js';
import { territoryAreas } from '../conductor/territory.js';
import { spikeScale } from '../conductor/spike.js';
import type { UnitSource } from '../conductor/template-bank.js';
import { Effort } from '../intent/effort.js';
import { IntentRamp } from '../intent/intent-ramp.js';
import { IntentScript } from '../intent/intent-script.js';
import { restingState, type Activation, type IntentState } from '../intent/intent-state.js';
import { Synergy } from '../intent/synergy.js';
import { createDischarges, type Discharges } from '../physiology/discharges.js';
import { MM } from '../../ground/signal/units.js';
import { square } from '../../ground/math/real.js';
import { createPool } from '../physiology/motor-unit-pool.js';
import { PoolSimulator } from '../physiology/pool-simulator.js';
import type { PersonBody } from './body-scenario.js';

/** Live intent comes from someone who has reacted already; only the muscles' rise remains. */
const LIVE_RAMP_MS = 80;
/** Painful neuromas at which guarding is severe (assumption). */
const SEVERE_NEUROMAS = 4;
/** First trial number of live intent, far from those of any script. */
const LIVE_TRIALS = 1_000_000;

/** The living part of the body: from intent to the discharges of every pool, quantum by quantum. */
export class BodyEngine {
  readonly pools: readonly PoolSimulator[];
  /** Discharges of each muscle in the last quantum. */
  readonly discharges: readonly Discharges[];
  /** Intent in the last quantum. */
  state: IntentState = restingState(0);
  private script: IntentScript;
  private synergy: Synergy;
  private live: IntentRamp | undefined;
  private readonly liveRamp: IntentRamp;
  private readonly targets: Float64Array;

  /**
   * @param body with the rate at which it runs, that of its device or a multiple
   * @param samples of a quantum at that rate
   */
  constructor(
    private body: PersonBody,
    anatomy: Anatomy,
    private readonly samples: number,
  ) {
    const { seed, anatomySeed, sampleRateHz, motorUnits } = body;
    this.pools = anatomy.muscles.map(
      (muscle) => new PoolSimulator(createPool(motorUnits, muscle, anatomySeed), sampleRateHz, seed, samples),
    );
    this.discharges = this.pools.map(({ pool }) => createDischarges(pool.size));
    this.targets = new Float64Array(this.pools.length);
    this.liveRamp = new IntentRamp(
      sampleRateHz,
      { reactionMs: 0, rampMs: LIVE_RAMP_MS, firstTrial: LIVE_TRIALS },
      new Effort(body.intent, seed, sampleRateHz),
    );
    this.script = new IntentScript(body.intent, seed, sampleRateHz, vocabularyOf(body));
    this.synergy = synergyOf(body, anatomy);
  }

  /** Go on as a body that differs in cheap fields only; `anatomy` is what it resolves to. */
  update(body: PersonBody, anatomy: Anatomy): void {
    const same = JSON.stringify(body.intent) === JSON.stringify(this.body.intent);
    if (!same) {
      this.script = new IntentScript(body.intent, body.seed, body.sampleRateHz, vocabularyOf(body));
      this.liveRamp.effort = new Effort(body.intent, body.seed, body.sampleRateHz);
    }
    this.synergy = synergyOf(body, anatomy);
    for (const pool of this.pools) pool.update(body.motorUnits);
    this.body = body;
  }

  /** Let a person take over from the script at a sample index; null gives it back. */
  intend(activations: readonly Activation[] | null, index: number): void {
    this.liveRamp.intend(activations ?? [], index);
    this.live = activations === null ? undefined : this.liveRamp;
  }

  /** Advance by one quantum that starts at an absolute sample index. */
  advance(index: number): void {
    this.state = (this.live ?? this.script).at(index);
    // Where sines are in the muscles' place, no command reaches a muscle.
    if (this.body.testTones.on) this.targets.fill(0);
    else this.synergy.forceTargets(this.state, this.targets);
    for (let m = 0; m < this.pools.length; m++)
      this.pools[m].advance(this.targets[m], this.samples, this.discharges[m]);
  }

  /** The units as the conductor sees them now, as copies. */
  unitSources(): UnitSource[] {
    const { spikeLengthMm, territoryAreaMm2 } = this.body.motorUnits;
    const fresh = spikeScale(spikeLengthMm);
    return this.pools.map(({ pool, velocityScale, spikeStretch }) => ({
      conductionVelocity: Float64Array.from(pool.conductionVelocity),
      fibreCount: Float64Array.from(pool.fibreCount),
      territoryArea: territoryAreas(pool.fibreCount, territoryAreaMm2 * square(MM)),
      spikeScale: fresh * spikeStretch,
      velocityScale: Float64Array.from(velocityScale),
    }));
  }

  /** Largest change of any unit's velocity, or of a muscle's length of spike, relative to what the sources say. */
  drift(sources: readonly UnitSource[]): number {
    const fresh = spikeScale(this.body.motorUnits.spikeLengthMm);
    let drift = 0;
    for (let m = 0; m < this.pools.length; m++) {
      const { velocityScale, spikeStretch } = this.pools[m];
      drift = Math.max(drift, Math.abs((fresh * spikeStretch) / sources[m].spikeScale - 1));
      const then = sources[m].velocityScale;
      for (let i = 0; i < velocityScale.length; i++)
        drift = Math.max(drift, Math.abs(velocityScale[i] / (then ? then[i] : 1) - 1));
    }
    return drift;
  }
}

function synergyOf(
  { intent, seed, anatomySeed, sampleRateHz, surgery }: PersonBody,
  anatomy: Anatomy,
): Synergy {
  const guarding = Math.min(1, surgery.neuromasLeft / SEVERE_NEUROMAS);
  return new Synergy(intent, anatomy.muscles, { seed, anatomySeed, sampleRateHz, guarding });
}
