import { TimeScan } from '../analysis/time-scan.js';
import { CurvatureSums } from '../analysis/curvature-sums.js';
import { ratio } from '../analysis/finite.js';
import { channelFeature } from '../feature.js';

/** PAP = √m₀ · √m₂ / √m₄ with m₀ = Σx², m₂ = Σ(Δx)², m₄ = Σ(Δ²x)²: power per peak. */
export const pap = channelFeature({
  name: 'PAP',
  explain: 'Power averaged over peaks.',
  create: (context) => {
    const scan = context.share(TimeScan);
    const curves = context.share(CurvatureSums);
    return (out, at) => {
      const { square, slope } = scan.fresh();
      out[at] = ratio(Math.sqrt(square * slope), Math.sqrt(curves.fresh().square));
    };
  },
});
