import { TimeScan } from '../analysis/time-scan.js';
import { channelFeature } from '../feature.js';

/** MZP = √(Σ(Δx)² / L): product of power and peaks. */
export const mzp = channelFeature({
  name: 'MZP',
  explain: 'Product of power and peaks.',
  create: (context) => {
    const scan = context.share(TimeScan);
    return (out, at) => {
      out[at] = Math.sqrt(scan.fresh().slope / scan.length);
    };
  },
});
