import { safeLog } from '../analysis/finite.js';
import { TimeSums } from '../analysis/time-sums.js';
import { channelFeature } from '../feature.js';

/**
 * MFL = log₁₀ Σ|Δx| as LibEMG; with `form: { MFL: 'paper' }` log₁₀ √Σ(Δx)², the maximum fractal length of
 * Arjunan & Kumar (2010).
 */
export const mfl = channelFeature({
  name: 'MFL',
  explain: 'Maximum fractal length: waveform length on a logarithmic scale.',
  create: (context) => {
    const sums = context.share(TimeSums);
    const paper = context.options.form.MFL === 'paper';
    return (out, at) => {
      const { path, slope } = sums.fresh();
      out[at] = safeLog(paper ? Math.sqrt(slope) : path) / Math.LN10;
    };
  },
});
