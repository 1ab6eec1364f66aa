import { channelFeature } from '../feature.js';
import { TdpsdMoments } from './tdpsd-moments.js';

/** SPARSI, the √|(m₀ − m₂)(m₀ − m₄)| / m₀, of {@link TdpsdMoments}. */
export const sparsi = channelFeature({
  name: 'SPARSI',
  explain: 'Sparseness: how much of the energy sits in few samples.',
  create: (context) => {
    const moments = context.share(TdpsdMoments);
    return (out, at) => {
      out[at] = moments.fresh().combined[3];
    };
  },
});
