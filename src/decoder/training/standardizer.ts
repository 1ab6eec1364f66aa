import { isConstant } from '../classifiers/constant-features.js';
import { type ModelReader } from '../classifiers/model-reader.js';
import { square } from '../../ground/math/real.js';

/**
 * Puts every feature on the same footing: (x − mean)/SD over the training windows. EMG features span ten
 * orders of magnitude (volts beside counts), which distances, shrinkage and gradients cannot take.
 *
 * Where features are to stay raw, as published numbers have them, it only puts the training mean in place of values
 * that are not finite.
 */
export class Standardizer {
  /**
   * @param scale 1/SD; 0 for a feature that never changed, or is left out: it becomes 0, whatever it is
   * @param raw leave finite values as they are; a feature that never changed stays what it was
   */
  constructor(
    readonly mean: Float64Array,
    readonly scale: Float64Array,
    readonly raw = false,
  ) {}

  /** Learn from row-major rows × columns numbers. */
  static of(x: Float64Array, rows: number, columns: number, raw = false): Standardizer {
    const mean = new Float64Array(columns);
    const scale = new Float64Array(columns);
    // From the first row on, so that the mean of one number is that number and not beside it.
    for (let r = 1; r < rows; r++)
      for (let i = 0; i < columns; i++) mean[i] += (x[r * columns + i] - x[i]) / rows;
    for (let i = 0; i < columns; i++) mean[i] += x[i];
    for (let r = 0; r < rows; r++)
      for (let i = 0; i < columns; i++) scale[i] += square(x[r * columns + i] - mean[i]) / rows;
    for (let i = 0; i < columns; i++) {
      const sd = Math.sqrt(scale[i]);
      scale[i] = isConstant(sd, mean[i]) ? 0 : 1 / sd;
    }
    return new Standardizer(mean, scale, raw);
  }

  /** Standardise one vector in place; values that are not finite become the mean. Returns how many were. */
  apply(x: Float64Array, offset = 0): number {
    let replaced = 0;
    if (this.raw) {
      for (let i = 0; i < this.mean.length; i++) {
        const finite = x[offset + i] - x[offset + i] === 0;
        if (finite && this.scale[i] > 0) continue;
        x[offset + i] = this.mean[i];
        if (this.scale[i] > 0) replaced++;
      }
      return replaced;
    }
    for (let i = 0; i < this.mean.length; i++) {
      if (this.scale[i] === 0) {
        x[offset + i] = 0;
        continue;
      }
      const z = (x[offset + i] - this.mean[i]) * this.scale[i];
      if (z - z === 0) x[offset + i] = z;
      else {
        x[offset + i] = 0;
        replaced++;
      }
    }
    return replaced;
  }

  /** Standardised copy of row-major data. */
  applied(x: Float64Array): Float64Array {
    const z = x.slice();
    for (let at = 0; at < z.length; at += this.mean.length) this.apply(z, at);
    return z;
  }

  toJSON(): unknown {
    const { mean, scale, raw } = this;
    return { mean: Array.from(mean), scale: Array.from(scale), ...(raw && { raw }) };
  }

  static fromJSON(reader: ModelReader, length?: number): Standardizer {
    const mean = reader.numbers('mean', length);
    return new Standardizer(
      mean,
      reader.numbers('scale', mean.length, 0),
      reader.has('raw') && reader.flag('raw'),
    );
  }
}
