import { channelFeature } from '../feature.js';
import { TdpsdMoments } from './tdpsd-moments.js';

/** WLF, the √(Σ|Δx| / Σ|Δ²x|), of {@link TdpsdMoments}. */
export const wlf = channelFeature({
  name: 'WLF',
  explain: 'Waveform length factor: length of the slope over that of its change.',
  create: (context) => {
    const moments = context.share(TdpsdMoments);
    return (out, at) => {
      out[at] = moments.fresh().combined[5];
    };
  },
});
