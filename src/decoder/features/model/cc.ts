import { Burg } from '../analysis/burg.js';
import { channelFeature } from '../feature.js';

/**
 * CC: cepstral coefficients from the autoregressive model, order 4 unless the name says another, as CC6.
 *
 * The cepstrum of an all-pole model is c₁ = −a₁, c_p = −a_p − Σ_{l<p} (1 − l/p) a_l c_{p−l} (Atal 1974), which
 * `form: { CC: 'paper' }` gives. LibEMG, followed by default so that models carry over, multiplies by a_p instead of
 * a_l and counts p from 0 in the weight: c_p = −a_p (1 + Σ_{0<l<p−1} (1 − l/(p−1)) c_{p−l}). Both agree in order 1;
 * LibEMG's order 2 is all zeros but the first of each channel, a slip that is not copied.
 */
export const cc = channelFeature({
  name: 'CC',
  explain: 'Cepstral coefficients: shape of the logarithmic spectrum.',
  order: { default: ({ ccOrder }) => ccOrder, min: 1, max: 64 },
  columns: (_, order) => order,
  layout: 'channel',
  create: (context, order) => {
    const model = context.share(Burg, order);
    const c = new Float64Array(order);
    const cepstrum = context.options.form.CC === 'paper' ? trueCepstrum : libemgCepstrum;
    return (out, at, stride) => {
      cepstrum(model.fresh().coefficients, c);
      for (let k = 0; k < order; k++) out[at + k * stride] = c[k];
    };
  },
});

function trueCepstrum(a: Float64Array, c: Float64Array): void {
  for (let p = 1; p <= a.length; p++) {
    let sum = 0;
    for (let l = 1; l < p; l++) sum += (1 - l / p) * a[l - 1] * c[p - l - 1];
    c[p - 1] = -a[p - 1] - sum;
  }
}

function libemgCepstrum(a: Float64Array, c: Float64Array): void {
  for (let p = 0; p < a.length; p++) {
    let sum = 0;
    for (let l = 1; l < p; l++) sum += (1 - l / p) * a[p] * c[p - l];
    c[p] = -a[p] - sum;
  }
}
