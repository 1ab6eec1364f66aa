/** The part of fili 2.0.3 that is used: coefficients of poles and zeros. It ships no types. */
declare module 'fili' {
  /** One biquad: k·(b0 + b1 z⁻¹ + b2 z⁻²) / (1 + a[0] z⁻¹ + a[1] z⁻²). */
  export interface Biquad {
    readonly a: readonly [number, number];
    readonly b: readonly [number, number, number];
    readonly k: number;
  }

  export interface Complex {
    re: number;
    im: number;
  }

  export interface PoleZeroParams {
    /** Where the gain k makes the response 1: at 0 Hz or at Nyquist. */
    type: 'lowpass' | 'highpass';
    p0: Complex;
    p1: Complex;
    z0: Complex;
    z1: Complex;
  }

  export class IirCoeffs {
    fromPZ(params: PoleZeroParams): Biquad;
  }

  const fili: { IirCoeffs: typeof IirCoeffs };
  export default fili;
}
