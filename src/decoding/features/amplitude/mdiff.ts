import { TimeSums } from '../analysis/time-sums.js';
import { channelFeature } from '../feature.js';

/** MDIFF = Σ(Δx)² / L. */
export const mdiff = channelFeature({
  name: 'MDIFF',
  explain: 'Mean square of the steps from sample to sample.',
  create: (context) => {
    const sums = context.share(TimeSums);
    return (out, at) => {
      out[at] = sums.fresh().slope / sums.length;
    };
  },
});
