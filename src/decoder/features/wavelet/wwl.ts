import { Wavelet, waveletLevels } from '../analysis/wavelet.js';
import { channelFeature } from '../feature.js';
import { log } from '../../../ground/math/real.js';

/** WWL: log waveform length of the squared coefficients of each band of {@link Wavelet}, + 10⁻¹⁰ (Khushaba et al. 2011). */
export const wwl = channelFeature({
  name: 'WWL',
  explain: 'Waveform length of the energy in each wavelet band.',
  columns: (shape) => waveletLevels(shape) + 1,
  create: (context) => {
    const wavelet = context.share(Wavelet);
    return (out, at, stride) => {
      const { bands } = wavelet.fresh();
      for (let b = 0; b < bands.length; b++) out[at + b * stride] = logPath(bands[b]);
    };
  },
});

function logPath(band: Float64Array): number {
  let sum = 0;
  for (let i = 1; i < band.length; i++) sum += Math.abs(band[i] * band[i] - band[i - 1] * band[i - 1]);
  return log(sum + 1e-10);
}
