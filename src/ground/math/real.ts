/**
 * Functions of real numbers, the same to the last bit in every engine: ECMAScript leaves `Math.exp` and its like to
 * the implementation, and they differ between versions of V8. Whatever is called here uses nothing but what IEEE 754
 * rounds exactly (+ − × ÷ √ and comparisons). All code below `src` takes its elementary functions from here.
 */
export { exp } from './exponential.js';
export { log, log10, log1p, log2 } from './logarithm.js';
export { pow } from './power.js';
export { cos, sin, tan } from './trigonometric.js';
export { atan, atan2 } from './inverse-trigonometric.js';
export { tanh } from './hyperbolic.js';
export { hypot } from './hypot.js';

/** x times x. */
export const square = (x: number): number => x * x;
