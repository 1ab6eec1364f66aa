import { channelFeature } from '../feature.js';
import { TdpsdMoments } from './tdpsd-moments.js';

/** M0, the zero-order moment: total power, of {@link TdpsdMoments}. */
export const m0 = channelFeature({
  name: 'M0',
  explain: 'Zero-order moment: power, made robust to force.',
  create: (context) => {
    const moments = context.share(TdpsdMoments);
    return (out, at) => {
      out[at] = moments.fresh().combined[0];
    };
  },
});
