import { TimeSums } from '../analysis/time-sums.js';
import { channelFeature } from '../feature.js';

/** MAVFD = mean|Δx|, over the L − 1 differences. */
export const mavfd = channelFeature({
  name: 'MAVFD',
  explain: 'Mean absolute step from sample to sample.',
  create: (context) => {
    const sums = context.share(TimeSums);
    return (out, at) => {
      out[at] = sums.fresh().path / (sums.length - 1);
    };
  },
});
