import { TimeSums } from '../analysis/time-sums.js';
import { channelFeature } from '../feature.js';

/** IAV = Σ|x|. */
export const iav = channelFeature({
  name: 'IAV',
  explain: 'Integral of the absolute value.',
  create: (context) => {
    const sums = context.share(TimeSums);
    return (out, at) => {
      out[at] = sums.fresh().absolute;
    };
  },
});
