import { TimeSums } from '../analysis/time-sums.js';
import { CurvatureSums } from '../analysis/curvature-sums.js';
import { ratio } from '../analysis/finite.js';
import { channelFeature } from '../feature.js';

/** COR = m₂ / (m₄ · Σx²) with m₂ = Σ(Δx)² / L, m₄ = Σ(Δ²x)² / L. */
export const cor = channelFeature({
  name: 'COR',
  explain: 'Coefficient of regularisation: smoothness for the energy.',
  create: (context) => {
    const sums = context.share(TimeSums);
    const curves = context.share(CurvatureSums);
    return (out, at) => {
      const { square, slope } = sums.fresh();
      out[at] = ratio(slope, curves.fresh().square * square);
    };
  },
});
