import { CentralMoments } from '../analysis/central-moments.js';
import { channelFeature } from '../feature.js';

/** VAR: second central moment, Σ(x − mean)² / L (ddof 0, as NumPy). */
export const variance = channelFeature({
  name: 'VAR',
  explain: 'Variance: power about the mean.',
  unit: 'V²',
  create: (context) => {
    const moments = context.share(CentralMoments);
    return (out, at) => {
      out[at] = moments.fresh().second;
    };
  },
});
