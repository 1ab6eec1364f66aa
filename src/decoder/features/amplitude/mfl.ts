import { safeLog } from '../analysis/finite.js';
import { TimeScan } from '../analysis/time-scan.js';
import { channelFeature } from '../feature.js';

/**
 * MFL = log₁₀ Σ|Δx| as LibEMG; with `form: { MFL: 'paper' }` log₁₀ √Σ(Δx)², the maximum fractal length of
 * Arjunan & Kumar (2010).
 */
export const mfl = channelFeature({
  name: 'MFL',
  explain: 'Maximum fractal length: waveform length on a logarithmic scale.',
  create: (context) => {
    const scan = context.share(TimeScan);
    const paper = context.options.form.MFL === 'paper';
    return (out, at) => {
      const { path, slope } = scan.fresh();
      out[at] = safeLog(paper ? Math.sqrt(slope) : path) / Math.LN10;
    };
  },
});
