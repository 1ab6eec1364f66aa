import { channelFeature } from '../feature.js';
import { crossingsAndTurns } from './crossings-and-turns.js';

/**
 * SSC: changes of slope with a step of at least the threshold on either side (Hudgins et al. 1993).
 *
 * LibEMG compares the product of both steps, a square, with its threshold, and with threshold 0 counts every sample
 * of a plateau; here the threshold is an amplitude and a plateau between rise and fall is one turn, unless
 * `counts: 'libemg'` asks for the same as there.
 */
export const ssc = channelFeature({
  name: 'SSC',
  explain: 'Slope sign changes: a count that follows frequency.',
  unit: '1',
  create: (context) => {
    const scan = crossingsAndTurns(context);
    return (out, at) => {
      out[at] = scan.fresh().turns;
    };
  },
});
