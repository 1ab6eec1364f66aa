/** Motor units of one muscle as the conductor sees them. Arrays have one entry per unit. */
export interface UnitSource {
  /** m/s */
  readonly conductionVelocity: Float64Array;
  /** Fibres of the unit. */
  readonly fibreCount: Float64Array;
  /** Area over which the unit's fibres are scattered in an intact muscle, m². */
  readonly territoryArea: Float64Array;
  /** Scale of the action potential along the fibres, m (`spikeScale` of a length at half height). */
  readonly spikeScale: number;
  /** Present velocity over fresh velocity (fatigue); 1 where absent. */
  readonly velocityScale?: Float64Array;
}

/**
 * Motor-unit action potentials of every unit on every channel that it reaches. Units are numbered through all
 * muscles; kept (unit, channel) pairs are in compressed-row order. Plain typed arrays: clone-friendly.
 */
export interface TemplateBank {
  readonly sampleRateHz: number;
  readonly channels: number;
  readonly units: number;
  /** Samples per template, a multiple of 4. */
  readonly length: number;
  /** Samples of a template before the discharge. */
  readonly lead: number;
  /** First unit of each muscle, and the number of units at the end. */
  readonly muscleStart: Int32Array;
  /** First pair of each unit, and the number of pairs at the end. */
  readonly unitStart: Int32Array;
  /** Channel of each pair, ascending within a unit. */
  readonly pairChannel: Int32Array;
  /** Volts; pair p occupies `[p·length, (p+1)·length)`. */
  readonly data: Float32Array;
  /**
   * Largest share of a channel's RMS lost by dropping its weakest pairs, measured with all units discharging
   * alike and independently.
   */
  readonly prunedBound: number;
  /** Largest share of a channel's RMS lost by ending templates at `length`, measured likewise. */
  readonly tailBound: number;
}

/**
 * Action potential of one unit on one channel, a view into the bank; undefined where the pair was dropped as
 * too weak to matter (see {@link TemplateBank.prunedBound}).
 */
export function templateOf(bank: TemplateBank, unit: number, channel: number): Float32Array | undefined {
  for (let pair = bank.unitStart[unit]; pair < bank.unitStart[unit + 1]; pair++)
    if (bank.pairChannel[pair] === channel)
      return bank.data.subarray(pair * bank.length, (pair + 1) * bank.length);
  return undefined;
}
