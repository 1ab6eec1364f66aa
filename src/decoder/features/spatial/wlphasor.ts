import { CurvatureSums } from '../analysis/curvature-sums.js';
import { TimeScan } from '../analysis/time-scan.js';
import { pairFeature } from '../feature.js';
import { phasorPairs } from './phasor-pairs.js';

/** WLPHASOR: {@link phasorPairs} of the waveform length. */
export const wlphasor = pairFeature({
  name: 'WLPHASOR',
  explain: 'How the waveform length is spread around the limb, pair by pair.',
  columnsPerPair: 2,
  create: (context) => {
    const scan = context.share(TimeScan);
    const curves = context.share(CurvatureSums);
    return phasorPairs(context.channels, (out) => {
      out[0] = scan.fresh().path;
      out[1] = curves.fresh().path;
    });
  },
});
