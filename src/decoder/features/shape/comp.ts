import { CurvatureSums } from '../analysis/curvature-sums.js';
import { ratio } from '../analysis/finite.js';
import { TimeScan } from '../analysis/time-scan.js';
import { channelFeature } from '../feature.js';

/**
 * COMP, the third Hjorth parameter (Hjorth 1970): mobility of the first difference over mobility of the signal,
 * √(m₄/m₂) / √(m₂/m₀); 1 for a sine, more for anything else, 0 on a flat channel.
 *
 * LibEMG sums m₄ over all windows and channels at once, so that its value depends on what else is extracted. With
 * `form: { COMP: 'libemg' }` its formula √(m₄/m₂) is taken, channel by channel as it was meant.
 */
export const comp = channelFeature({
  name: 'COMP',
  explain: 'Hjorth complexity: how unlike a sine the signal is.',
  create: (context) => {
    const scan = context.share(TimeScan);
    const curves = context.share(CurvatureSums);
    const libemg = context.options.form.COMP === 'libemg';
    return (out, at) => {
      const { square, slope } = scan.fresh();
      const mobilityOfSlope = Math.sqrt(ratio(curves.fresh().square, slope));
      out[at] = libemg ? mobilityOfSlope : ratio(mobilityOfSlope, Math.sqrt(ratio(slope, square)));
    };
  },
});
