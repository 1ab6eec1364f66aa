import type { BodyScenario } from '../../../../../src/body/synthesis/body-scenario.js';
import type { Patch } from './dial-body.js';
import type { Measured, Protocol } from './measure.js';

/** What one dial must do. */
export interface DialRow {
  /** Dotted path of the field, list items by number. */
  readonly path: string;
  /** The consequence that its explanation promises. */
  readonly promise: string;
  /** What the body is like beside the dial. */
  readonly given?: Patch;
  /** Value that the dial is turned to. */
  readonly to: unknown;
  readonly protocol?: Protocol;
  /** Measured consequence; bodies for those that measure again. */
  readonly check: (
    before: Measured,
    after: Measured,
    bodies: { readonly before: BodyScenario; readonly after: BodyScenario },
  ) => void;
  /** Second at which a live test turns it, 1 where absent, and within how many the effect shows, 0.1 where absent. */
  readonly turned?: { readonly at?: number; readonly within?: number };
}
