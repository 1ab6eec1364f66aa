import { ModelReader } from '../classifiers/model-reader.js';
import { LARGEST_AMPLITUDE } from '../training/window-amplitudes.js';
import type { ProportionalSpec } from './proportional-fields.js';
import { exp } from '../../ground/math/real.js';

/** Shapes from contraction strength (0 … 1) to speed (0 … 1). */
export const proportionalMaps: Readonly<Record<ProportionalSpec['map'], (v: number) => number>> = {
  linear: (v) => v,
  quadratic: (v) => v * v,
  'square-root': (v) => Math.sqrt(v),
  // Stretched so that 0 and 1 are reached.
  logistic: (v) => (sigmoid(10 * (v - 0.5)) - sigmoid(-5)) / (sigmoid(5) - sigmoid(-5)),
};

/**
 * Proportional speed (Scheme et al. 2014): the metric is the mean absolute value summed over channels; for each
 * class v = clip((m − lo)/(hi − lo)) with lo = 0.9 min + 0.1 max and hi = 0.3 min + 0.7 max over that class's
 * training windows.
 */
export class ProportionalSpeed {
  /** `min` and `max`: lowest and highest metric of each class in training. */
  constructor(
    readonly min: Float64Array,
    readonly max: Float64Array,
  ) {}

  /** Learn from the metric and the class index of each training window. */
  static of(metric: ArrayLike<number>, labels: ArrayLike<number>, classes: number): ProportionalSpeed {
    const speed = new ProportionalSpeed(
      new Float64Array(classes).fill(Infinity),
      new Float64Array(classes).fill(-Infinity),
    );
    for (let r = 0; r < metric.length; r++) speed.include(metric[r], labels[r]);
    return speed;
  }

  /** Widen a class's range to hold one more training window. */
  include(metric: number, label: number): void {
    this.min[label] = Math.min(this.min[label], metric);
    this.max[label] = Math.max(this.max[label], metric);
  }

  /** Metrics between which a class speeds up. */
  rangeOf(label: number): readonly [lo: number, hi: number] {
    const [min, max] = [this.min[label], this.max[label]];
    return [0.9 * min + 0.1 * max, 0.3 * min + 0.7 * max];
  }

  /** Speed 0 … 1 of a class at a metric. */
  speed(label: number, metric: number, spec: ProportionalSpec): number {
    if (!spec.enabled) return 1;
    const [lo, hi] = this.rangeOf(label);
    const v = hi > lo ? Math.min(1, Math.max(0, (metric - lo) / (hi - lo))) : metric >= lo ? 1 : 0;
    const least = spec.minimumSpeedPercent / 100;
    return least + (1 - least) * proportionalMaps[spec.map](v);
  }

  /** The ranges as plain JSON. */
  toJSON(): unknown {
    return { min: Array.from(this.min), max: Array.from(this.max) };
  }

  /** @throws ModelError on damaged content */
  static fromJSON(json: unknown, classes: number): ProportionalSpeed {
    const reader = new ModelReader(json, 'decoder.control.proportional');
    return new ProportionalSpeed(
      reader.numbers('min', classes, 0, LARGEST_AMPLITUDE),
      reader.numbers('max', classes, 0, LARGEST_AMPLITUDE),
    );
  }
}

function sigmoid(x: number): number {
  return 1 / (1 + exp(-x));
}
