/** A place over the table. */
export interface Place {
  readonly xMm: number;
  readonly yMm: number;
}

/** How fast a person carries a hand, mm/s, and what a short way takes at least, s: assumptions, of slow careful reaches. */
export const SPEED_MM_PER_S = 450;
const LEAST_S = 0.4;

/**
 * The hand as shoulder and trunk carry it: from place to place in straight lines, each begun and ended softly with
 * the least jerk.
 */
export class CarriedHand {
  private from: Place;
  private to: Place;
  private seconds = 0;
  private duration = LEAST_S;

  constructor(at: Place) {
    this.from = at;
    this.to = at;
    this.seconds = LEAST_S;
  }

  get at(): Place {
    const t = Math.min(1, this.seconds / this.duration);
    const share = t * t * t * (10 - t * (15 - 6 * t));
    const { from, to } = this;
    return {
      xMm: from.xMm + share * (to.xMm - from.xMm),
      yMm: from.yMm + share * (to.yMm - from.yMm),
    };
  }

  get there(): boolean {
    return this.seconds >= this.duration;
  }

  /** Set out for a place; one that is being gone to already is gone on to. */
  go(to: Place): void {
    if (to.xMm === this.to.xMm && to.yMm === this.to.yMm) return;
    this.from = this.at;
    this.to = to;
    const way = Math.max(Math.abs(to.xMm - this.from.xMm), Math.abs(to.yMm - this.from.yMm));
    this.duration = Math.max(LEAST_S, way / SPEED_MM_PER_S);
    this.seconds = 0;
  }

  /** Stay where it is. */
  halt(): void {
    this.go(this.at);
  }

  pass(dtSeconds: number): void {
    this.seconds = Math.min(this.duration, this.seconds + dtSeconds);
  }
}
