import { TimeSums } from '../analysis/time-sums.js';
import { channelFeature } from '../feature.js';

/** MZP = √(Σ(Δx)² / L): product of power and peaks. */
export const mzp = channelFeature({
  name: 'MZP',
  explain: 'Product of power and peaks.',
  create: (context) => {
    const sums = context.share(TimeSums);
    return (out, at) => {
      out[at] = Math.sqrt(sums.fresh().slope / sums.length);
    };
  },
});
