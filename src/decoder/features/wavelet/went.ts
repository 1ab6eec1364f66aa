import { Wavelet, waveletLevels } from '../analysis/wavelet.js';
import { channelFeature } from '../feature.js';
import { log } from '../../../ground/math/real.js';

/**
 * WENT: entropy −Σ p log p of each band of {@link Wavelet}, p = c² / Σc² (Khushaba et al. 2011).
 *
 * LibEMG gives NaN where a coefficient is 0, as on a flat channel; 0 log 0 is 0.
 */
export const went = channelFeature({
  name: 'WENT',
  explain: 'Entropy of the energy in each wavelet band.',
  columns: (shape) => waveletLevels(shape) + 1,
  create: (context) => {
    const wavelet = context.share(Wavelet);
    return (out, at, stride) => {
      const { bands } = wavelet.fresh();
      for (let b = 0; b < bands.length; b++) out[at + b * stride] = entropy(bands[b]);
    };
  },
});

function entropy(band: Float64Array): number {
  let total = 0;
  for (let i = 0; i < band.length; i++) total += band[i] * band[i];
  let sum = 0;
  for (let i = 0; i < band.length; i++) {
    const p = (band[i] * band[i]) / total;
    if (p > 0) sum -= p * log(p);
  }
  return sum;
}
