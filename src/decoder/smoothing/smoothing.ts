/**
 * A smoothing step of one's own. It runs after ours, in control by classification, and its decision is what the
 * prosthesis obeys.
 *
 * @example
 * // Rest at once, anything else only when it came twice.
 * const cautious: Smoothing = {
 *   name: 'cautious',
 *   delayDecisions: 1,
 *   create: (classes) => {
 *     const rest = classes.indexOf('rest');
 *     let last = rest;
 *     return {
 *       push: (decision) => {
 *         const believed = decision === last ? decision : rest;
 *         last = decision;
 *         return believed;
 *       },
 *       reset: () => (last = rest),
 *     };
 *   },
 * };
 */
export interface Smoothing {
  /** Name by which a saved decoder asks for it, and which its step carries in `decoder.stepNames`. */
  readonly name: string;
  /** Decisions by which it delays a change of class, for the latency that is told; default 0. */
  readonly delayDecisions?: number;
  /** The step for a new stream, at rest. */
  create(classes: readonly string[]): SmoothingStep;
}

/** What {@link Smoothing} makes: remembers the decisions of one stream. */
export interface SmoothingStep {
  /**
   * @param decision index of the class decided so far; −1 is rest where no class is rest
   * @param posterior after fusion
   * @returns index of a class, or −1
   */
  push(decision: number, posterior: Float64Array): number;
  /** Back to the start of a stream, at rest. */
  reset(): void;
}
