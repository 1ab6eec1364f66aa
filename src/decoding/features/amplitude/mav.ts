import { TimeSums } from '../analysis/time-sums.js';
import { channelFeature } from '../feature.js';

/** MAV = Σ|x| / L (Hudgins et al. 1993). */
export const mav = channelFeature({
  name: 'MAV',
  explain: 'Mean absolute value: how strongly the muscle is active.',
  create: (context) => {
    const sums = context.share(TimeSums);
    return (out, at) => {
      out[at] = sums.fresh().absolute / sums.length;
    };
  },
});
