import { ConfigError } from '../../../ground/signal/errors.js';
import { Spectrum } from '../analysis/spectrum.js';
import type { FeatureShape } from '../feature-shape.js';
import { channelFeature } from '../feature.js';
import { pow } from '../../../ground/math/real.js';

const EDGES_HZ = [20, 92, 163, 235, 305, 378, 450] as const;

/** Bands that lie wholly below Nyquist. */
function bandsBelow({ sampleRateHz }: Pick<FeatureShape, 'sampleRateHz'>): number {
  return EDGES_HZ.filter((edge, i) => i > 0 && edge < sampleRateHz / 2).length;
}

/**
 * DFTR: mean spectral magnitude in each of the bands 20–92–163–235–305–378–450 Hz, to the power 2/3 (He et al. 2015).
 * Bands that reach Nyquist are left out; a band between two bins of a short window is 0.
 */
export const dftr = channelFeature({
  name: 'DFTR',
  explain: 'Spectral magnitude in six bands.',
  columns: bandsBelow,
  create: (context) => {
    const bands = bandsBelow(context);
    if (bands === 0)
      throw new ConfigError(
        `DFTR: got a rate of ${context.sampleRateHz} Hz, expected above ${2 * EDGES_HZ[1]} Hz`,
        {
          hint: 'Sample faster, or take a feature of the time domain.',
        },
      );
    const spectrum = context.share(Spectrum);
    const { binHz, bins } = spectrum;
    return (out, at, stride) => {
      const { power } = spectrum.fresh();
      for (let band = 0; band < bands; band++) {
        let sum = 0;
        let count = 0;
        for (let i = Math.floor(EDGES_HZ[band] / binHz); i < bins && i * binHz < EDGES_HZ[band + 1]; i++) {
          if (i * binHz <= EDGES_HZ[band]) continue;
          sum += Math.sqrt(power[i]);
          count++;
        }
        out[at + band * stride] = count > 0 ? pow(sum / count, 2 / 3) : 0;
      }
    };
  },
});
