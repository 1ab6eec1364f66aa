import { ratio } from '../analysis/finite.js';
import { Spectrum } from '../analysis/spectrum.js';
import { channelFeature } from '../feature.js';

/** MNF = Σ f P / Σ P; 0 on a flat channel. */
export const mnf = channelFeature({
  name: 'MNF',
  explain: 'Mean frequency in Hz; falls as the muscle tires.',
  unit: 'Hz',
  create: (context) => {
    const spectrum = context.share(Spectrum);
    return (out, at) => {
      const { power, bins, binHz, total } = spectrum.fresh();
      let sum = 0;
      for (let i = 0; i < bins; i++) sum += power[i] * i;
      out[at] = ratio(sum * binHz, total);
    };
  },
});
