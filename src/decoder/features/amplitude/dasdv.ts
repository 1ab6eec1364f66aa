import { TimeScan } from '../analysis/time-scan.js';
import { channelFeature } from '../feature.js';

/** DASDV = √(mean Δx²), over the L − 1 differences. */
export const dasdv = channelFeature({
  name: 'DASDV',
  explain: 'Spread of the steps from sample to sample.',
  unit: 'V',
  create: (context) => {
    const scan = context.share(TimeScan);
    return (out, at) => {
      out[at] = Math.sqrt(scan.fresh().slope / (scan.length - 1));
    };
  },
});
