import { channelFeature } from '../feature.js';
import { crossingsAndTurns } from './crossings-and-turns.js';

/**
 * ZC: changes of sign with a step of at least the threshold (Hudgins et al. 1993).
 *
 * LibEMG has no threshold and misses a crossing that lands on an exact 0, as integers from a device often do; here the
 * sign of the last non-zero sample counts, unless `counts: 'libemg'` asks for the same as there.
 */
export const zc = channelFeature({
  name: 'ZC',
  explain: 'Zero crossings: a count that follows frequency.',
  unit: '1',
  create: (context) => {
    const scan = crossingsAndTurns(context);
    return (out, at) => {
      out[at] = scan.fresh().crossings;
    };
  },
});
