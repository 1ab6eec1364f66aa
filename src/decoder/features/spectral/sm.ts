import { Spectrum } from '../analysis/spectrum.js';
import { channelFeature } from '../feature.js';
import { pow } from '../../../ground/math/real.js';

/** SM = Σ P f^k, k = 2 unless the name says another, as SM3; f in Hz (Du & Vuskovic 2004). */
export const sm = channelFeature({
  name: 'SM',
  explain: 'Spectral moment: power weighted by a power of the frequency.',
  order: { default: ({ smOrder }) => smOrder, min: 1, max: 10 },
  create: (context, order) => {
    const spectrum = context.share(Spectrum);
    const { bins, binHz } = spectrum;
    const weights = Float64Array.from({ length: bins }, (_, i) => pow(i * binHz, order));
    return (out, at) => {
      const { power } = spectrum.fresh();
      let sum = 0;
      for (let i = 0; i < bins; i++) sum += power[i] * weights[i];
      out[at] = sum;
    };
  },
});
