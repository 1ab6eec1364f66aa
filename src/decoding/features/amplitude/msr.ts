import { channelFeature } from '../feature.js';

/**
 * MSR = |mean √x| with the complex root, as LibEMG: negative samples go to the imaginary part, so that the two
 * polarities add as the sides of a right-angled triangle (Phinyomark et al. 2014).
 */
export const msr = channelFeature({
  name: 'MSR',
  explain: 'Mean square root: amplitude that gives small values more weight.',
  create: ({ view, length }) => {
    return (out, at) => {
      const { x } = view;
      let all = 0;
      let signed = 0;
      for (let i = 0; i < length; i++) {
        const root = Math.sqrt(Math.abs(x[i]));
        all += root;
        signed += root * Math.sign(x[i]);
      }
      // Sums over the positive and the negative samples are (all ± signed) / 2.
      out[at] = Math.sqrt((all * all + signed * signed) / 2) / length;
    };
  },
});
