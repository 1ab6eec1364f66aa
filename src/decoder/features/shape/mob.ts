import { TimeScan } from '../analysis/time-scan.js';
import { ratio } from '../analysis/finite.js';
import { channelFeature } from '../feature.js';

/** MOB = √(Σ(Δx)² / Σx²), the second Hjorth parameter (Hjorth 1970); 0 on a flat channel. */
export const mob = channelFeature({
  name: 'MOB',
  explain: 'Hjorth mobility: mean frequency, roughly.',
  create: (context) => {
    const scan = context.share(TimeScan);
    return (out, at) => {
      const { square, slope } = scan.fresh();
      out[at] = Math.sqrt(ratio(slope, square));
    };
  },
});
