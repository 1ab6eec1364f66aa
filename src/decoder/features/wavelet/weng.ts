import { Wavelet, waveletLevels } from '../analysis/wavelet.js';
import { channelFeature } from '../feature.js';
import { log } from '../../../ground/math/real.js';

/** WENG: log energy log(Σc² + 10⁻¹⁰) of each band of {@link Wavelet} (Khushaba et al. 2011). */
export const weng = channelFeature({
  name: 'WENG',
  explain: 'Energy in each wavelet band.',
  columns: (shape) => waveletLevels(shape) + 1,
  create: (context) => {
    const wavelet = context.share(Wavelet);
    return (out, at, stride) => {
      const { bands } = wavelet.fresh();
      for (let b = 0; b < bands.length; b++) out[at + b * stride] = logEnergy(bands[b]);
    };
  },
});

function logEnergy(band: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < band.length; i++) sum += band[i] * band[i];
  return log(sum + 1e-10);
}
