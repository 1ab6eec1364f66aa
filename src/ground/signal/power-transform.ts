import { cos, sin } from '../math/real.js';
import { Fourier, nextPowerOfTwo } from './fft.js';

/** Squared magnitude of the discrete Fourier transform of a real signal of one fixed length. */
export interface PowerTransform {
  readonly size: number;
  /** Bins 0 … ⌊size / 2⌋ of `size` samples. */
  power(x: ArrayLike<number>, out: Float64Array): void;
}

/** A transform of any length: the fast one where the length is a power of two, else by a chirp. */
export function powerTransform(size: number): PowerTransform {
  return size >= 2 && Number.isInteger(size) && (size & (size - 1)) === 0
    ? new Fourier(size)
    : new ChirpTransform(size);
}

/**
 * Bluestein's algorithm (IEEE Trans Audio Electroacoust 1970;18:451): as jk = (j² + k² − (k − j)²) / 2, a transform of
 * any length is a convolution with a chirp, and that is done by transforms of a power of two.
 */
class ChirpTransform implements PowerTransform {
  private readonly fourier: Fourier;
  /** e^(−iπ j² / size), interleaved. */
  private readonly chirp: Float64Array;
  /** Transform of the conjugate chirp, both ways from 0. */
  private readonly kernel: Float64Array;
  private readonly work: Float64Array;

  constructor(readonly size: number) {
    if (!Number.isInteger(size) || size < 1)
      throw new RangeError(`powerTransform: got size ${size}, expected a whole number of at least 1`);
    const length = nextPowerOfTwo(Math.max(2, 2 * size - 1));
    this.fourier = new Fourier(length);
    this.chirp = new Float64Array(2 * size);
    this.work = new Float64Array(2 * length);
    this.kernel = new Float64Array(2 * length);
    for (let j = 0; j < size; j++) {
      // j² modulo a whole turn keeps the angle small, and with it its precision.
      const angle = (Math.PI * ((j * j) % (2 * size))) / size;
      const re = cos(angle);
      const im = -sin(angle);
      this.chirp[2 * j] = re;
      this.chirp[2 * j + 1] = im;
      for (const at of j === 0 ? [0] : [j, length - j]) {
        this.kernel[2 * at] = re;
        this.kernel[2 * at + 1] = -im;
      }
    }
    this.fourier.transform(this.kernel, this.kernel);
  }

  power(x: ArrayLike<number>, out: Float64Array): void {
    const { size, chirp, kernel, work, fourier } = this;
    work.fill(0);
    for (let j = 0; j < 2 * size; j++) work[j] = x[j >> 1] * chirp[j];
    fourier.transform(work, work);
    for (let j = 0; j < work.length; j += 2) {
      const re = work[j] * kernel[j] - work[j + 1] * kernel[j + 1];
      work[j + 1] = work[j] * kernel[j + 1] + work[j + 1] * kernel[j];
      work[j] = re;
    }
    fourier.inverse(work, work);
    // The last factor of the chirp turns the phase only.
    for (let k = 0; k <= size >> 1; k++)
      out[k] = work[2 * k] * work[2 * k] + work[2 * k + 1] * work[2 * k + 1];
  }
}
