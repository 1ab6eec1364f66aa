import { TimeScan } from '../analysis/time-scan.js';
import { channelFeature } from '../feature.js';

/** MAVFD = mean|Δx|, over the L − 1 differences. */
export const mavfd = channelFeature({
  name: 'MAVFD',
  explain: 'Mean absolute step from sample to sample.',
  unit: 'V',
  create: (context) => {
    const scan = context.share(TimeScan);
    return (out, at) => {
      out[at] = scan.fresh().path / (scan.length - 1);
    };
  },
});
