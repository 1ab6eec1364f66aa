import { TimeScan } from '../analysis/time-scan.js';
import { pairFeature } from '../feature.js';
import { phasorPairs } from './phasor-pairs.js';

/** RMSPHASOR: {@link phasorPairs} of the root mean square. */
export const rmsphasor = pairFeature({
  name: 'RMSPHASOR',
  explain: 'How the amplitude (RMS) is spread around the limb, pair by pair.',
  columnsPerPair: 2,
  create: (context) => {
    const scan = context.share(TimeScan);
    return phasorPairs(context.channels, (out) => {
      const { square, slope, length } = scan.fresh();
      out[0] = Math.sqrt(square / length);
      out[1] = Math.sqrt(slope / (length - 1));
    });
  },
});
