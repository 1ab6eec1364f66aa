import { TimeSums } from '../analysis/time-sums.js';
import { channelFeature } from '../feature.js';

/** ACT = Σx² / L, the first of the Hjorth parameters (Hjorth 1970), about 0 rather than the mean, as LibEMG. */
export const act = channelFeature({
  name: 'ACT',
  explain: 'Hjorth activity: power of the signal.',
  create: (context) => {
    const sums = context.share(TimeSums);
    return (out, at) => {
      out[at] = sums.fresh().square / sums.length;
    };
  },
});
