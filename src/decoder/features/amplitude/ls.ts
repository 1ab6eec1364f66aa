import { SortedSamples } from '../analysis/sorted-samples.js';
import { channelFeature } from '../feature.js';

/** LS: second L-moment 2 b₁ − b₀ with b₁ = Σ (i−1)/(L−1) x₍ᵢ₎ / L over the sorted samples (Hosking 1990). */
export const ls = channelFeature({
  name: 'LS',
  explain: 'L-scale: a spread that outliers hardly move.',
  create: (context) => {
    const sorted = context.share(SortedSamples);
    return (out, at) => {
      const { values, length } = sorted.fresh();
      let mean = 0;
      let ranked = 0;
      for (let i = 0; i < length; i++) {
        mean += values[i];
        ranked += i * values[i];
      }
      out[at] = (2 * ranked) / (length * (length - 1)) - mean / length;
    };
  },
});
