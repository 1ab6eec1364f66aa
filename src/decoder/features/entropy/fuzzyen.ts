import { CentralMoments } from '../analysis/central-moments.js';
import { channelFeature } from '../feature.js';
import { decay } from './decay.js';
import { log, pow } from '../../../ground/math/real.js';

/**
 * FUZZYEN: fuzzy entropy log(φ₂ / φ₃), φ the mean likeness exp(−dⁿ / r) of two patterns, each about its own mean,
 * at largest difference d (Chen et al. 2007), over the pairs that LibEMG takes: every pattern but the last against
 * all others.
 *
 * LibEMG's r is 0.3 standard deviations whatever n, so that with n = 2 the value depends on the unit of the signal:
 * in volts it is 0 to all digits unless a gain is given. With `form: { FUZZYEN: 'paper' }` d is first divided by the
 * standard deviation, which makes it free of units, as the paper means it.
 */
export const fuzzyen = channelFeature({
  name: 'FUZZYEN',
  explain: 'Fuzzy entropy: how unpredictable the signal is, without a hard tolerance.',
  create: (context) => {
    const { view, length } = context;
    const { entropyDimension: dimension, entropyTolerance, fuzzyPower, form } = context.options;
    const moments = context.share(CentralMoments);
    const likeness = new Likeness(length, dimension + 1, fuzzyPower);
    return (out, at) => {
      const { second } = moments.fresh();
      if (!(second > 0) || length <= dimension + 2) {
        out[at] = 0;
        return;
      }
      const deviation = Math.sqrt(second);
      const paper = form.FUZZYEN === 'paper';
      const scale = paper ? 1 / deviation : 1;
      const tolerance = paper ? entropyTolerance : entropyTolerance * deviation;
      const b = likeness.mean(view.x, dimension, scale, tolerance);
      const a = likeness.mean(view.x, dimension + 1, scale, tolerance);
      out[at] = log((b + Number.EPSILON) / (a + Number.EPSILON));
    };
  },
});

class Likeness {
  private readonly patterns: readonly Float64Array[];
  private readonly distances: Float64Array;

  constructor(
    private readonly length: number,
    size: number,
    private readonly power: number,
  ) {
    this.patterns = Array.from({ length: size }, () => new Float64Array(length));
    this.distances = new Float64Array(length);
  }

  /** Mean likeness of patterns of `size` samples; likeness is mutual, so each pair is looked at once. */
  mean(x: Float64Array, size: number, scale: number, tolerance: number): number {
    const { patterns, distances, length, power } = this;
    const last = length - size;
    this.centre(x, size, scale);
    // The two halves of a pair about its mean mirror each other, so one of them tells the distance.
    const parts = size === 2 ? 1 : size;
    const rate = -1 / tolerance;
    const final = patterns[parts - 1];
    let sum = 0;
    for (let k = 0; k < last; k++) {
      this.measure(k, last, parts - 1);
      const own = final[k];
      for (let j = k + 1; j < last; j++) {
        const d = Math.max(distances[j], Math.abs(final[j] - own));
        sum += 2 * decay((power === 2 ? d * d : pow(d, power)) * rate);
      }
      // The last pattern is compared with, but not counted from.
      sum += decay(pow(Math.max(distances[last], Math.abs(final[last] - own)), power) * rate);
    }
    return sum / (length - size - 1) / (length - size);
  }

  /** Largest difference of the first `parts` samples of pattern k from those of each later pattern. */
  private measure(k: number, last: number, parts: number): void {
    const { patterns, distances } = this;
    if (parts === 0 && k > 0) return;
    for (let j = k + 1; j <= last; j++) distances[j] = 0;
    for (let t = 0; t < parts; t++) {
      const pattern = patterns[t];
      const own = pattern[k];
      for (let j = k + 1; j <= last; j++) distances[j] = Math.max(distances[j], Math.abs(pattern[j] - own));
    }
  }

  private centre(x: Float64Array, size: number, scale: number): void {
    for (let k = 0; k <= this.length - size; k++) {
      let mean = 0;
      for (let t = 0; t < size; t++) mean += x[k + t];
      mean /= size;
      for (let t = 0; t < size; t++) this.patterns[t][k] = (x[k + t] - mean) * scale;
    }
  }
}
