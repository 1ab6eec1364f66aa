import { TimeSums } from '../analysis/time-sums.js';
import { channelFeature } from '../feature.js';

/** WL = Σ|Δx| (Hudgins et al. 1993). */
export const wl = channelFeature({
  name: 'WL',
  explain: 'Waveform length: amplitude, frequency and duration in one.',
  create: (context) => {
    const sums = context.share(TimeSums);
    return (out, at) => {
      out[at] = sums.fresh().path;
    };
  },
});
