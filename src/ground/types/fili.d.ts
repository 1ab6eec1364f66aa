/** The part of fili 2.0.3 that is used: coefficient design. It ships no types. */
declare module 'fili' {
  /** One biquad: k·(b0 + b1 z⁻¹ + b2 z⁻²) / (1 + a[0] z⁻¹ + a[1] z⁻²). */
  export interface Biquad {
    readonly a: readonly [number, number];
    readonly b: readonly [number, number, number];
    readonly k: number;
  }

  export interface CascadeParams {
    /** Number of biquads, not of poles; silently capped at 12. */
    order: number;
    characteristic: 'butterworth' | 'bessel';
    Fs: number;
    Fc: number;
  }

  export interface BiquadParams {
    Fs: number;
    Fc: number;
    Q: number;
  }

  export interface Complex {
    re: number;
    im: number;
  }

  export interface PoleZeroParams {
    type: 'lowpass' | 'highpass';
    p0: Complex;
    p1: Complex;
    z0: Complex;
    z1: Complex;
  }

  export class CalcCascades {
    lowpass(params: CascadeParams): Biquad[];
    highpass(params: CascadeParams): Biquad[];
  }

  export class IirCoeffs {
    lowpass(params: BiquadParams): Biquad;
    highpass(params: BiquadParams): Biquad;
    bandstop(params: BiquadParams): Biquad;
    fromPZ(params: PoleZeroParams): Biquad;
  }

  const fili: { CalcCascades: typeof CalcCascades; IirCoeffs: typeof IirCoeffs };
  export default fili;
}
