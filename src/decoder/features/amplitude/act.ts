import { TimeScan } from '../analysis/time-scan.js';
import { channelFeature } from '../feature.js';

/** ACT = Σx² / L, the first of the Hjorth parameters (Hjorth 1970), about 0 rather than the mean, as LibEMG. */
export const act = channelFeature({
  name: 'ACT',
  explain: 'Hjorth activity: power of the signal.',
  create: (context) => {
    const scan = context.share(TimeScan);
    return (out, at) => {
      out[at] = scan.fresh().square / scan.length;
    };
  },
});
