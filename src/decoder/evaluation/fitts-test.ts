import { distanceBetween, type Acquisition } from './target-acquisition.js';
import { TargetTest, type TargetTestState } from './target-test.js';
import { mean, trialOrder } from './trial-order.js';
import { cos, log2, sin } from '../../ground/math/real.js';

/** A round target in the plane of the cursor. */
export interface FittsTarget {
  readonly x: number;
  readonly y: number;
  /** Diameter. */
  readonly width: number;
}

/** Options of {@link FittsTest}. Lengths are in the unit of the cursor. */
export interface FittsTestOptions {
  /** Diameters of the rings of targets, or for one dimension distances between the two targets. */
  readonly distances: readonly number[];
  /** Diameters of the targets. */
  readonly widths: readonly number[];
  /** Targets on a ring; default 8. With 2, the test is in one dimension. */
  readonly targetsPerRing?: number;
  /** Default 1 s. */
  readonly dwellSeconds?: number;
  /** Default 15 s. */
  readonly limitSeconds?: number;
  /** Default 0.5 s. */
  readonly pauseSeconds?: number;
  /** Of the order of the rings; default 1. */
  readonly seed?: number;
}

/** Outcome of one reach. */
export interface FittsTrial extends Acquisition {
  readonly target: FittsTarget;
  /** ID = log2(D/W + 1) bits, D from where the cursor was at the start. */
  readonly indexOfDifficulty: number;
  /** ID over movement time, bits per second; NaN where not completed. */
  readonly throughput: number;
}

export interface FittsResult {
  readonly trials: readonly FittsTrial[];
  readonly completionRate: number;
  /** Mean ID over mean movement time of the completed trials, bits per second. */
  readonly throughput: number;
  /** Means over completed trials. */
  readonly movementSeconds: number;
  readonly pathEfficiency: number;
  readonly stoppingDistance: number;
  /** Mean over all trials. */
  readonly overshoots: number;
}

/**
 * Fitts' test after ISO 9241-411: targets on rings, reached across the middle one after another, with a dwell in
 * place of a click. The cursor goes on from where it is.
 */
export class FittsTest {
  private readonly test: TargetTest<FittsTarget>;

  constructor(options: FittsTestOptions) {
    const { distances, widths, targetsPerRing = 8, seed = 1 } = options;
    const rings = distances.flatMap((distance) => widths.map((width) => ({ distance, width })));
    const targets = trialOrder(rings, 1, seed, 'fitts-test').flatMap(({ distance, width }) =>
      ring(distance, width, targetsPerRing),
    );
    this.test = new TargetTest(targets, {
      dwellSeconds: options.dwellSeconds ?? 1,
      limitSeconds: options.limitSeconds ?? 15,
      pauseSeconds: options.pauseSeconds ?? 0.5,
      centre: ({ x, y }) => [x, y],
      inside: ({ x, y, width }, position) => distanceBetween(position, [x, y]) <= width / 2,
    });
  }

  /**
   * Tell where the cursor is.
   * @param seconds time, not falling
   */
  update(seconds: number, x: number, y: number): TargetTestState<FittsTarget> {
    return this.test.update(seconds, [x, y]);
  }

  get result(): FittsResult {
    const trials = this.test.outcomes.map(({ target, acquisition }): FittsTrial => {
      const indexOfDifficulty = log2(acquisition.distance / target.width + 1);
      return {
        target,
        ...acquisition,
        indexOfDifficulty,
        throughput: indexOfDifficulty / acquisition.movementSeconds,
      };
    });
    const completed = trials.filter((trial) => trial.completed);
    const over = (metric: (trial: FittsTrial) => number): number => mean(completed.map(metric));
    return {
      trials,
      completionRate: trials.length > 0 ? completed.length / trials.length : NaN,
      throughput: over((trial) => trial.indexOfDifficulty) / over((trial) => trial.movementSeconds),
      movementSeconds: over((trial) => trial.movementSeconds),
      pathEfficiency: mean(
        completed.map(({ pathEfficiency }) => pathEfficiency).filter((value) => value >= 0),
      ),
      stoppingDistance: over((trial) => trial.stoppingDistance),
      overshoots: mean(trials.map(({ overshoots }) => overshoots)),
    };
  }
}

/** Targets of a ring in the order of the standard: each across from the last, one further on. */
function ring(diameter: number, width: number, count: number): FittsTarget[] {
  return Array.from({ length: count }, (_, n) => {
    const place = n % 2 === 0 ? n / 2 : (n - 1) / 2 + Math.floor(count / 2);
    const angle = (2 * Math.PI * place) / count;
    return { x: (diameter / 2) * cos(angle), y: (diameter / 2) * sin(angle), width };
  });
}
