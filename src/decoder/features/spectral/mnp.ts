import { Spectrum } from '../analysis/spectrum.js';
import { channelFeature } from '../feature.js';

/** MNP = Σ P / number of bins. */
export const mnp = channelFeature({
  name: 'MNP',
  explain: 'Mean power of the spectrum.',
  create: (context) => {
    const spectrum = context.share(Spectrum);
    return (out, at) => {
      out[at] = spectrum.fresh().total / spectrum.bins;
    };
  },
});
