import { TimeSums } from '../analysis/time-sums.js';
import { channelFeature } from '../feature.js';

/** ISD = Σx². */
export const isd = channelFeature({
  name: 'ISD',
  explain: 'Integral of the square: energy of the window.',
  create: (context) => {
    const sums = context.share(TimeSums);
    return (out, at) => {
      out[at] = sums.fresh().square;
    };
  },
});
