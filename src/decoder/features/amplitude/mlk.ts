import { TimeScan } from '../analysis/time-scan.js';
import { channelFeature } from '../feature.js';
import { log } from '../../../ground/math/real.js';

/** MLK = log(Σ|x| + ε) / L. */
export const mlk = channelFeature({
  name: 'MLK',
  explain: 'Mean logarithmic kernel of the amplitude.',
  create: (context) => {
    const scan = context.share(TimeScan);
    return (out, at) => {
      out[at] = log(scan.fresh().absolute + Number.EPSILON) / scan.length;
    };
  },
});
