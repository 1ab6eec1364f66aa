import { channelFeature } from '../feature.js';
import { TdpsdMoments } from './tdpsd-moments.js';

/** IRF, the m₂ / √(m₀ m₄), of {@link TdpsdMoments}. */
export const irf = channelFeature({
  name: 'IRF',
  explain: 'Irregularity factor: crossings over peaks.',
  create: (context) => {
    const moments = context.share(TdpsdMoments);
    return (out, at) => {
      out[at] = moments.fresh().combined[4];
    };
  },
});
