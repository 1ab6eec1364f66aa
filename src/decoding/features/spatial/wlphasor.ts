import { CurvatureSums } from '../analysis/curvature-sums.js';
import { TimeSums } from '../analysis/time-sums.js';
import { pairFeature } from '../feature.js';
import { phasorPairs } from './phasor-pairs.js';

/** WLPHASOR: {@link phasorPairs} of the waveform length. */
export const wlphasor = pairFeature({
  name: 'WLPHASOR',
  explain: 'How the waveform length is spread around the limb, pair by pair.',
  columnsPerPair: 2,
  create: (context) => {
    const sums = context.share(TimeSums);
    const curves = context.share(CurvatureSums);
    return phasorPairs(context.channels, (out) => {
      out[0] = sums.fresh().path;
      out[1] = curves.fresh().path;
    });
  },
});
