import { TimeScan } from '../analysis/time-scan.js';
import { channelFeature } from '../feature.js';

/** RMS = √(Σx² / L). */
export const rms = channelFeature({
  name: 'RMS',
  explain: 'Root mean square: amplitude in the sense of power.',
  unit: 'V',
  create: (context) => {
    const scan = context.share(TimeScan);
    return (out, at) => {
      out[at] = Math.sqrt(scan.fresh().square / scan.length);
    };
  },
});
