/** Least and greatest stretch of time across the display, in seconds. */
export const LEAST_S = 0.02;
export const MOST_S = 20;

/** Seconds across after zooming by a factor (above 1 shows less), within what can be shown. */
export function zoomedSeconds(seconds: number, factor: number): number {
  return Math.min(MOST_S, Math.max(LEAST_S, Number((seconds / factor).toPrecision(3))));
}

/** Half height of a lane in microvolts after zooming. */
export function zoomedUv(scaleUv: number, factor: number): number {
  return Math.min(20_000, Math.max(1, Number((scaleUv / factor).toPrecision(2))));
}

/** End of a still picture after zooming, so that the sample under the pointer stays where it is. */
export function zoomedEnd(end: number, before: number, after: number, at: number): number {
  return Math.round(end - before * (1 - at) + after * (1 - at));
}

/** Factor of one turn of a wheel: a notch of 100 pixels is a quarter. */
export const wheelFactor = (deltaY: number): number =>
  1.25 ** (-Math.sign(deltaY) * Math.min(1, Math.abs(deltaY) / 100));

/** Two fingers: how far they came apart, along and across. */
export class Pinch {
  private readonly fingers = new Map<number, readonly [x: number, y: number]>();

  down(id: number, x: number, y: number): void {
    this.fingers.set(id, [x, y]);
  }

  up(id: number): void {
    this.fingers.delete(id);
  }

  get two(): boolean {
    return this.fingers.size === 2;
  }

  /** Factors in time and amplitude of one finger's way; undefined while there are not two. */
  move(id: number, x: number, y: number): { readonly time: number; readonly amplitude: number } | undefined {
    if (!this.fingers.has(id)) return undefined;
    const before = this.span();
    this.fingers.set(id, [x, y]);
    const after = this.span();
    if (!before || !after) return undefined;
    // Fingers beside each other say nothing about the other direction.
    const ratio = (now: number, old: number): number => (old > 40 && now > 40 ? now / old : 1);
    return { time: ratio(after[0], before[0]), amplitude: ratio(after[1], before[1]) };
  }

  private span(): readonly [number, number] | undefined {
    const [one, other] = [...this.fingers.values()];
    return one && other && [Math.abs(one[0] - other[0]), Math.abs(one[1] - other[1])];
  }
}
