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
      let real = 0;
      let imaginary = 0;
      for (let i = 0; i < length; i++) {
        const value = x[i];
        const size = Math.abs(value);
        // One of the two is 0: cheaper than a branch on a sign that is a coin toss.
        real += Math.sqrt((size + value) / 2);
        imaginary += Math.sqrt((size - value) / 2);
      }
      out[at] = Math.sqrt(real * real + imaginary * imaginary) / length;
    };
  },
});
