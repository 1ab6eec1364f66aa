import { TimeScan } from '../analysis/time-scan.js';
import { channelFeature } from '../feature.js';

/** MDIFF = Σ(Δx)² / L. */
export const mdiff = channelFeature({
  name: 'MDIFF',
  explain: 'Mean square of the steps from sample to sample.',
  create: (context) => {
    const scan = context.share(TimeScan);
    return (out, at) => {
      out[at] = scan.fresh().slope / scan.length;
    };
  },
});
