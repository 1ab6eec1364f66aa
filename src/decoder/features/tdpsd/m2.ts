import { channelFeature } from '../feature.js';
import { TdpsdMoments } from './tdpsd-moments.js';

/** M2, the difference of the zero- and second-order moments, of {@link TdpsdMoments}. */
export const m2 = channelFeature({
  name: 'M2',
  explain: 'Second-order moment: slope, made robust to force.',
  create: (context) => {
    const moments = context.share(TdpsdMoments);
    return (out, at) => {
      out[at] = moments.fresh().combined[1];
    };
  },
});
