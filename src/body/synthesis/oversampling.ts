import { quantumSamples } from '../physiology/quantum.js';

/**
 * Upper end of what the electrodes read, Hz: below it lies 99.8 % of the energy of simulated EMG on the skin (as
 * published surface spectra have it) and 99 % of that inside the limb.
 */
export const contentHz = { surface: 500, epimysial: 1000, intramuscular: 1000 } as const;

/**
 * How a body comes to the rate of its device: muscles, skin and leads run at a whole multiple of it that carries all
 * that the electrodes read, and the converter takes every so many-th sample of them.
 */
export interface Oversampling {
  /** Inner samples per sample of the device; 1 where its rate carries everything. */
  readonly factor: number;
  /** Inner samples per second. */
  readonly innerRateHz: number;
  /** Inner samples per quantum, a multiple of the factor. */
  readonly innerQuantum: number;
}

/**
 * Below it everything runs at a multiple. From it on the conductor's kernels end where waves become too fast for the
 * rate, so that next to nothing is folded: at 1000 Hz epimysial power is 98 %, intramuscular 106 % of that below 500 Hz
 * at 2000 Hz, where folding would make 184 and 171 %.
 */
const LEAST_HZ = 1000;
/** Inner rate that a multiple reaches at least: twice what the fastest electrodes read. */
const INNER_HZ = 2 * contentHz.intramuscular;

/** @param sampleRateHz that of the device */
export function oversamplingOf(sampleRateHz: number): Oversampling {
  const factor = sampleRateHz < LEAST_HZ ? Math.ceil(INNER_HZ / sampleRateHz) : 1;
  return {
    factor,
    innerRateHz: factor * sampleRateHz,
    innerQuantum: factor * quantumSamples(sampleRateHz),
  };
}
