import { ConfigError } from '../../../ground/signal/errors.js';
import { channelFeature } from '../feature.js';

/**
 * MAVSLP: differences of MAV between successive segments of the window (Hudgins et al. 1993), 2 segments unless the
 * name says another number, as MAVSLP3. Samples that do not fill a segment are left out.
 *
 * LibEMG mixes up the windows when there are more than 2 segments (it reshapes where it should transpose).
 */
export const mavslp = channelFeature({
  name: 'MAVSLP',
  explain: 'Slope of the mean absolute value within the window.',
  order: { default: ({ segments }) => segments, min: 2, max: 64 },
  columns: (_, segments) => segments - 1,
  layout: 'channel',
  create: ({ view, length }, segments) => {
    const size = Math.floor(length / segments);
    if (size < 1)
      throw new ConfigError(
        `MAVSLP: got ${segments} segments, expected at most the window's ${length} samples`,
      );
    return (out, at, stride) => {
      const { x } = view;
      let previous = 0;
      for (let s = 0; s < segments; s++) {
        let sum = 0;
        for (let i = s * size; i < (s + 1) * size; i++) sum += Math.abs(x[i]);
        const mean = sum / size;
        if (s > 0) out[at + (s - 1) * stride] = mean - previous;
        previous = mean;
      }
    };
  },
});
