/** Places within a sample at which a discharge can fall: 2 µs apart at 2 kHz. */
export const placesPerSample = 256;

/** Discharges of one pool within one quantum; order within the quantum is not time order. */
export interface Discharges {
  /** Number of valid entries. */
  count: number;
  /** Unit within its pool, by order of recruitment. */
  readonly unit: Int32Array;
  /**
   * Samples from the start of the quantum, with their fraction: multiples of 1/256, so that sums of whole
   * samples and an offset are exact.
   */
  readonly offset: Float64Array;
}

/**
 * Room for the discharges of one quantum.
 * @param units size of the pool
 * @param perUnit most discharges of one unit in a quantum (8 are enough for 10 ms and a refractory floor of 2 ms)
 */
export function createDischarges(units: number, perUnit = 8): Discharges {
  const capacity = units * perUnit;
  return { count: 0, unit: new Int32Array(capacity), offset: new Float64Array(capacity) };
}
