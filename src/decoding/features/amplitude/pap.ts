import { TimeSums } from '../analysis/time-sums.js';
import { CurvatureSums } from '../analysis/curvature-sums.js';
import { ratio } from '../analysis/finite.js';
import { channelFeature } from '../feature.js';

/** PAP = √m₀ · √m₂ / √m₄ with m₀ = Σx², m₂ = Σ(Δx)², m₄ = Σ(Δ²x)²: power per peak. */
export const pap = channelFeature({
  name: 'PAP',
  explain: 'Power averaged over peaks.',
  create: (context) => {
    const sums = context.share(TimeSums);
    const curves = context.share(CurvatureSums);
    return (out, at) => {
      const { square, slope } = sums.fresh();
      out[at] = ratio(Math.sqrt(square * slope), Math.sqrt(curves.fresh().square));
    };
  },
});
