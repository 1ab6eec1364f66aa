import { TimeScan } from '../analysis/time-scan.js';
import { channelFeature } from '../feature.js';

/** MAV = Σ|x| / L (Hudgins et al. 1993). */
export const mav = channelFeature({
  name: 'MAV',
  explain: 'Mean absolute value: how strongly the muscle is active.',
  unit: 'V',
  create: (context) => {
    const scan = context.share(TimeScan);
    return (out, at) => {
      out[at] = scan.fresh().absolute / scan.length;
    };
  },
});
