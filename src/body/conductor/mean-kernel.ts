import type { Layer } from '../anatomy/anatomy.js';
import { wrapIndex, type Fourier } from '../../ground/signal/fft.js';
import { arrangementFactor, type Spectra } from './angular-spectra.js';
import { contactFilter } from './contact-filter.js';
import type { KernelQuery } from './kernel-query.js';
import { exp, log, square } from '../../ground/math/real.js';

/** Frequencies of order 0 per bin of the others: its transform is as many times as long. */
export const finer = 4;

/**
 * Order 0. Along an insulated limb it does not fall off: a current spreads along the tissues like along a cable,
 * g′ → ∓1/(2 Σ σ_z area), and with a metal stem it falls off over decimetres. So it gets a transform four times
 * as long, whose lowest frequencies are solved exactly, and its pole at k = 0 is corrected in closed form.
 */
export function meanKernel(
  layers: readonly Layer[],
  group: KernelQuery['group'],
  spectra: Spectra,
  level: number,
  grid: { fourier: Fourier; step: number; start: number; length: number },
): Float64Array {
  const { size } = grid.fourier;
  const dk = spectra.step / finer;
  const spectrum = new Float64Array(2 * size);
  const conductance = layers.reduce(
    (sum, layer, i) =>
      sum + layer.sigmaZ * Math.PI * (square(layer.outerRadius) - square(layers[i - 1]?.outerRadius ?? 0)),
    0,
  );
  const net = group.weights.reduce((sum, weight) => sum + weight, 0);
  const moment = group.weights.reduce((sum, weight, c) => sum + weight * group.offsets[c], 0);
  spectrum[0] = -moment / conductance;
  for (let bin = 1; bin < (spectra.bins - 1) * finer && bin < size / 2; bin++) {
    const k = bin * dk;
    const value = meanAt(spectra, level, bin / finer) * contactFilter(group, group.radius, k, 0);
    const [re, im] = arrangementFactor(group, k, spectra.cutoff);
    spectrum[2 * bin] = spectrum[2 * (size - bin)] = value * re;
    spectrum[2 * bin + 1] = value * im;
    spectrum[2 * (size - bin) + 1] = -value * im;
  }
  grid.fourier.inverse(spectrum, spectrum);
  const out = new Float64Array(grid.length);
  const first = Math.round(grid.start / grid.step);
  for (let i = 0; i < grid.length; i++) {
    // The transform makes a saw-tooth of the step −sign(z)/2 of a net current: take its slope out.
    const slope = (net / conductance) * ((first + i) / size);
    out[i] = spectrum[2 * wrapIndex(first + i, size)] / grid.step - slope;
  }
  return out;
}

/** Order 0 between the bins: solved anew at low k, interpolated in the logarithm where it is smooth. */
function meanAt(spectra: Spectra, level: number, bin: number): number {
  const quarter = Math.round(bin * finer);
  if (quarter < spectra.lowMean.length) return spectra.lowMean[quarter][level];
  const values = spectra.mean[level];
  const low = Math.floor(bin);
  if (low === bin) return values[low];
  const a = values[low];
  const b = values[low + 1];
  return a > 0 && b > 0 ? exp(log(a) + (bin - low) * (log(b) - log(a))) : 0;
}
