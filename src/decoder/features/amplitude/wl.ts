import { TimeScan } from '../analysis/time-scan.js';
import { channelFeature } from '../feature.js';

/** WL = Σ|Δx| (Hudgins et al. 1993). */
export const wl = channelFeature({
  name: 'WL',
  explain: 'Waveform length: amplitude, frequency and duration in one.',
  unit: 'V',
  create: (context) => {
    const scan = context.share(TimeScan);
    return (out, at) => {
      out[at] = scan.fresh().path;
    };
  },
});
