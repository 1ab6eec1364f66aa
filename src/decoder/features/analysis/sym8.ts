/**
 * Decomposition filters of Daubechies' least asymmetric wavelet of 8 vanishing moments, sym8 (Daubechies 1992,
 * table 6.3), as PyWavelets and LibEMG use it.
 */
export const sym8Low: readonly number[] = [
  -0.0033824159510061256, -0.0005421323317911481, 0.03169508781149298, 0.007607487324917605,
  -0.1432942383508097, -0.061273359067658524, 0.4813596512583722, 0.7771857517005235, 0.3644418948353314,
  -0.05194583810770904, -0.027219029917056003, 0.049137179673607506, 0.003808752013890615,
  -0.01495225833704823, -0.0003029205147213668, 0.0018899503327594609,
];

/** Quadrature mirror of the low-pass: h[k] = (−1)^(k+1) l[15 − k]. */
export const sym8High: readonly number[] = sym8Low.map((_, k) => (k % 2 === 0 ? -1 : 1) * sym8Low[15 - k]);
