import { samplesOf } from '../../ground/signal/units.js';

/** Length of the steps in which bodies advance, in ms. Blocks of any length are cut from whole quanta. */
const QUANTUM_MS = 10;

/** Samples per quantum: the whole number nearest to 10 ms, at least 1. */
export function quantumSamples(sampleRateHz: number): number {
  return samplesOf(QUANTUM_MS, sampleRateHz);
}
