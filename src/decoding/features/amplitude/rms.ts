import { TimeSums } from '../analysis/time-sums.js';
import { channelFeature } from '../feature.js';

/** RMS = √(Σx² / L). */
export const rms = channelFeature({
  name: 'RMS',
  explain: 'Root mean square: amplitude in the sense of power.',
  create: (context) => {
    const sums = context.share(TimeSums);
    return (out, at) => {
      out[at] = Math.sqrt(sums.fresh().square / sums.length);
    };
  },
});
