import { Wavelet, waveletLevels } from '../analysis/wavelet.js';
import { channelFeature } from '../feature.js';
import { log, square } from '../../../ground/math/real.js';

/** WV: log variance of the squared coefficients of each band of {@link Wavelet}, + 10⁻¹⁰ (Khushaba et al. 2011). */
export const wv = channelFeature({
  name: 'WV',
  explain: 'Variance of the energy in each wavelet band.',
  columns: (shape) => waveletLevels(shape) + 1,
  create: (context) => {
    const wavelet = context.share(Wavelet);
    return (out, at, stride) => {
      const { bands } = wavelet.fresh();
      for (let b = 0; b < bands.length; b++) out[at + b * stride] = logVariance(bands[b]);
    };
  },
});

function logVariance(band: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < band.length; i++) sum += band[i] * band[i];
  const mean = sum / band.length;
  let variance = 0;
  for (let i = 0; i < band.length; i++) variance += square(band[i] * band[i] - mean);
  return log(variance / band.length + 1e-10);
}
