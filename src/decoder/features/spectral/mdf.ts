import { Spectrum } from '../analysis/spectrum.js';
import { channelFeature } from '../feature.js';

/** MDF: frequency of the first bin at which the cumulative power exceeds half of the total; 0 on a flat channel. */
export const mdf = channelFeature({
  name: 'MDF',
  explain: 'Median frequency in Hz; falls as the muscle tires.',
  unit: 'Hz',
  create: (context) => {
    const spectrum = context.share(Spectrum);
    return (out, at) => {
      const { power, bins, binHz, total } = spectrum.fresh();
      let bin = 0;
      for (let sum = power[0]; bin < bins - 1 && !(sum > total / 2);) sum += power[++bin];
      out[at] = total > 0 ? bin * binHz : 0;
    };
  },
});
