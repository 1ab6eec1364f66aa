import { CentralMoments } from '../analysis/central-moments.js';
import { ratio } from '../analysis/finite.js';
import { channelFeature } from '../feature.js';

/** SKEW = m₃ / m₂^1.5, biased, as SciPy; 0 on a flat channel. */
export const skew = channelFeature({
  name: 'SKEW',
  explain: 'Skewness: asymmetry of the amplitudes.',
  create: (context) => {
    const moments = context.share(CentralMoments);
    return (out, at) => {
      const { second, third } = moments.fresh();
      out[at] = ratio(third, second * Math.sqrt(second));
    };
  },
});
