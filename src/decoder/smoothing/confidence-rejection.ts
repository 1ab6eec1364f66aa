/**
 * Confidence rejection (Scheme, Hudgins & Englehart 2013): a decision whose posterior is below a threshold,
 * global or the class's own, is not acted on.
 */
export class ConfidenceRejection {
  /** Posterior below which a decision for each class is rejected. */
  readonly thresholds: Float64Array;

  /**
   * @param below global threshold, 0 … 1
   * @param perClass thresholds by class name that replace the global one
   */
  constructor(below: number, perClass: Readonly<Record<string, number>>, classes: readonly string[]) {
    this.thresholds = Float64Array.from(classes, (name) =>
      Object.hasOwn(perClass, name) ? (perClass[name] ?? below) : below,
    );
  }

  /** Whether the decision for a class with this posterior is to be rejected. */
  rejects(decision: number, posterior: number): boolean {
    return posterior < this.thresholds[decision];
  }
}
