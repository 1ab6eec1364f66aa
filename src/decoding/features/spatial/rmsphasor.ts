import { TimeSums } from '../analysis/time-sums.js';
import { pairFeature } from '../feature.js';
import { phasorPairs } from './phasor-pairs.js';

/** RMSPHASOR: {@link phasorPairs} of the root mean square. */
export const rmsphasor = pairFeature({
  name: 'RMSPHASOR',
  explain: 'How the amplitude (RMS) is spread around the limb, pair by pair.',
  columnsPerPair: 2,
  create: (context) => {
    const sums = context.share(TimeSums);
    return phasorPairs(context.channels, (out) => {
      const { square, slope, length } = sums.fresh();
      out[0] = Math.sqrt(square / length);
      out[1] = Math.sqrt(slope / (length - 1));
    });
  },
});
