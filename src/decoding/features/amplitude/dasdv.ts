import { TimeSums } from '../analysis/time-sums.js';
import { channelFeature } from '../feature.js';

/** DASDV = √(mean Δx²), over the L − 1 differences. */
export const dasdv = channelFeature({
  name: 'DASDV',
  explain: 'Spread of the steps from sample to sample.',
  create: (context) => {
    const sums = context.share(TimeSums);
    return (out, at) => {
      out[at] = Math.sqrt(sums.fresh().slope / (sums.length - 1));
    };
  },
});
