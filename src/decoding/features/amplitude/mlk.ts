import { TimeSums } from '../analysis/time-sums.js';
import { channelFeature } from '../feature.js';

/** MLK = log(Σ|x| + ε) / L. */
export const mlk = channelFeature({
  name: 'MLK',
  explain: 'Mean logarithmic kernel of the amplitude.',
  create: (context) => {
    const sums = context.share(TimeSums);
    return (out, at) => {
      out[at] = Math.log(sums.fresh().absolute + Number.EPSILON) / sums.length;
    };
  },
});
