import { TimeScan } from '../analysis/time-scan.js';
import { channelFeature } from '../feature.js';

/** ISD = Σx². */
export const isd = channelFeature({
  name: 'ISD',
  explain: 'Integral of the square: energy of the window.',
  create: (context) => {
    const scan = context.share(TimeScan);
    return (out, at) => {
      out[at] = scan.fresh().square;
    };
  },
});
