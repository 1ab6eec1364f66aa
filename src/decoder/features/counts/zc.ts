import { TimeScan } from '../analysis/time-scan.js';
import { channelFeature } from '../feature.js';

/**
 * ZC: changes of sign with a step of at least the threshold (Hudgins et al. 1993).
 *
 * LibEMG has no threshold and misses a crossing that lands on an exact 0, as integers from a device often do; here
 * the sign of the last non-zero sample counts.
 */
export const zc = channelFeature({
  name: 'ZC',
  explain: 'Zero crossings: a count that follows frequency.',
  create: (context) => {
    const scan = context.share(TimeScan).withCounts();
    return (out, at) => {
      out[at] = scan.fresh().crossings;
    };
  },
});
