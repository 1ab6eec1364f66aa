import { TimeScan } from '../analysis/time-scan.js';
import { CurvatureSums } from '../analysis/curvature-sums.js';
import { ratio } from '../analysis/finite.js';
import { channelFeature } from '../feature.js';

/** COR = m₂ / (m₄ · Σx²) with m₂ = Σ(Δx)² / L, m₄ = Σ(Δ²x)² / L. */
export const cor = channelFeature({
  name: 'COR',
  explain: 'Coefficient of regularisation: smoothness for the energy.',
  create: (context) => {
    const scan = context.share(TimeScan);
    const curves = context.share(CurvatureSums);
    return (out, at) => {
      const { square, slope } = scan.fresh();
      out[at] = ratio(slope, curves.fresh().square * square);
    };
  },
});
