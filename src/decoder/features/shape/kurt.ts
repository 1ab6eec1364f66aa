import { CentralMoments } from '../analysis/central-moments.js';
import { ratio } from '../analysis/finite.js';
import { channelFeature } from '../feature.js';

/** KURT = m₄ / m₂², biased and not in excess of the 3 of a Gaussian; 0 on a flat channel. */
export const kurt = channelFeature({
  name: 'KURT',
  explain: 'Kurtosis: peakedness of the amplitudes.',
  create: (context) => {
    const moments = context.share(CentralMoments);
    return (out, at) => {
      const { second, fourth } = moments.fresh();
      out[at] = ratio(fourth, second * second);
    };
  },
});
