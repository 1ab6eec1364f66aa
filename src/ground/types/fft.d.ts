declare module 'fft.js' {
  export default class FFT {
    constructor(size: number);
    /** cos and −sin of 2π i / size for i = 0 … size − 1, interleaved; its only trigonometry. */
    readonly table: number[];
    createComplexArray(): number[];
    realTransform(out: number[], data: ArrayLike<number>): void;
    completeSpectrum(spectrum: number[]): void;
    transform(out: number[], data: ArrayLike<number>): void;
    inverseTransform(out: number[], data: ArrayLike<number>): void;
  }
}
