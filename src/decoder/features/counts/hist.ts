import { CentralMoments } from '../analysis/central-moments.js';
import { channelFeature } from '../feature.js';

/** Half the range of the histogram in standard deviations; samples beyond it count in the outer bins. */
const HALF_RANGE = 3;

/**
 * HIST: samples in each of 9 equal bins over ± 3 standard deviations of the window, or in as many bins as the name
 * says, as HIST5 (Zardoshti-Kermani et al. 1995). On a flat channel all are in the middle.
 */
export const hist = channelFeature({
  name: 'HIST',
  explain: 'Histogram of the amplitudes.',
  order: { default: ({ bins }) => bins, min: 2, max: 64 },
  columns: (_, bins) => bins,
  layout: 'channel',
  create: (context, bins) => {
    const moments = context.share(CentralMoments);
    const counts = new Float64Array(bins);
    const { view, length } = context;
    return (out, at, stride) => {
      const { mean, second } = moments.fresh();
      const { x } = view;
      const scale = second > 0 ? bins / (2 * HALF_RANGE * Math.sqrt(second)) : 0;
      counts.fill(0);
      for (let i = 0; i < length; i++) {
        const bin = Math.floor((x[i] - mean) * scale + bins / 2);
        counts[Math.max(0, Math.min(bins - 1, bin))]++;
      }
      for (let k = 0; k < bins; k++) out[at + k * stride] = counts[k];
    };
  },
});
