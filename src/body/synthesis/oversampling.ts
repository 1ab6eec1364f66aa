import type { ElectrodesSpec } from '../anatomy/electrodes.js';
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

/** @param body whose rate is that of the device */
export function oversamplingOf({
  sampleRateHz,
  electrodes,
}: {
  readonly sampleRateHz: number;
  readonly electrodes: Pick<ElectrodesSpec, 'type'>;
}): Oversampling {
  const factor = Math.max(1, Math.ceil((2 * contentHz[electrodes.type]) / sampleRateHz));
  return {
    factor,
    innerRateHz: factor * sampleRateHz,
    innerQuantum: factor * quantumSamples(sampleRateHz),
  };
}
