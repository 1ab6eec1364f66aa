import { TimeScan } from '../analysis/time-scan.js';
import { channelFeature } from '../feature.js';

/** IAV = Σ|x|. */
export const iav = channelFeature({
  name: 'IAV',
  explain: 'Integral of the absolute value.',
  unit: 'V',
  create: (context) => {
    const scan = context.share(TimeScan);
    return (out, at) => {
      out[at] = scan.fresh().absolute;
    };
  },
});
