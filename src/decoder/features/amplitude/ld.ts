import { channelFeature } from '../feature.js';
import { exp, log } from '../../../ground/math/real.js';

/** Factors multiplied before a logarithm is taken: few enough not to leave the range of a Float64. */
const CHUNK = 4;

/**
 * LD = exp(mean log(|x| + 1)) as LibEMG; with `form: { LD: 'paper' }` exp(mean log|x|), the geometric mean of the
 * amplitude (Zardoshti-Kermani et al. 1995). LibEMG's form barely leaves 1 for a signal in volts: give a gain.
 */
export const ld = channelFeature({
  name: 'LD',
  explain: 'Log detector: an estimate of muscle force.',
  create: ({ view, length, options }) => {
    const offset = options.form.LD === 'paper' ? 0 : 1;
    return (out, at) => {
      const { x } = view;
      let sum = 0;
      for (let i = 0; i < length;) {
        let product = 1;
        for (const end = Math.min(i + CHUNK, length); i < end; i++) product *= Math.abs(x[i]) + offset;
        sum += log(product);
      }
      out[at] = exp(sum / length);
    };
  },
});
