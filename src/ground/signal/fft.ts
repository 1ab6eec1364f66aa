import FFT from 'fft.js';
import { cos, sin } from '../math/real.js';

/** Forward and inverse real and complex Fourier transforms of one fixed size (a power of two). */
export class Fourier {
  private readonly fft: FFT;
  private readonly input: number[];
  private readonly output: number[];

  constructor(readonly size: number) {
    if (!(size >= 2) || (size & (size - 1)) !== 0)
      throw new RangeError(`Fourier: got size ${size}, expected a power of two of at least 2`);
    this.fft = new FFT(size);
    // Its own table comes from Math.cos and Math.sin, whose last bit depends on the engine.
    for (let i = 0; i < size; i++) {
      this.fft.table[2 * i] = cos((2 * Math.PI * i) / size);
      this.fft.table[2 * i + 1] = -sin((2 * Math.PI * i) / size);
    }
    this.input = this.fft.createComplexArray();
    this.output = this.fft.createComplexArray();
  }

  /** Squared magnitude of bins 0 … size/2 of a real signal, zero-padded to the size. */
  power(x: ArrayLike<number>, out: Float64Array): void {
    for (let i = 0; i < this.size; i++) this.input[i] = i < x.length ? (x[i] as number) : 0;
    this.fft.realTransform(this.output, this.input);
    for (let i = 0; i <= this.size / 2; i++) {
      const re = this.output[2 * i] as number;
      const im = this.output[2 * i + 1] as number;
      out[i] = re * re + im * im;
    }
  }

  /** Complex transform: interleaved re, im in and out (2·size numbers). */
  transform(x: ArrayLike<number>, out: Float64Array): void {
    for (let i = 0; i < 2 * this.size; i++) this.input[i] = x[i] as number;
    this.fft.transform(this.output, this.input);
    out.set(this.output);
  }

  /** Inverse complex transform, scaled by 1/size. */
  inverse(x: ArrayLike<number>, out: Float64Array): void {
    for (let i = 0; i < 2 * this.size; i++) this.input[i] = x[i] as number;
    this.fft.inverseTransform(this.output, this.input);
    out.set(this.output);
  }
}

/** Smallest power of two that is at least n. */
export function nextPowerOfTwo(n: number): number {
  let size = 1;
  while (size < n) size *= 2;
  return size;
}

/** Index of a place that may be negative in a periodic transform. */
export function wrapIndex(index: number, size: number): number {
  return ((index % size) + size) % size;
}
