import { channelFeature } from '../feature.js';
import { TdpsdMoments } from './tdpsd-moments.js';

/** M4, the difference of the zero- and fourth-order moments, of {@link TdpsdMoments}. */
export const m4 = channelFeature({
  name: 'M4',
  explain: 'Fourth-order moment: curvature, made robust to force.',
  create: (context) => {
    const moments = context.share(TdpsdMoments);
    return (out, at) => {
      out[at] = moments.fresh().combined[2];
    };
  },
});
