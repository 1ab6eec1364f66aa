/**
 * Functions of real numbers, in one place, so that every engine gives the same bits. All code below `src` takes
 * them from here.
 */
export const { exp, expm1, log, log1p, log2, log10 } = Math;
export const { sin, cos, tan, asin, acos, atan, atan2 } = Math;
export const { sinh, cosh, tanh, hypot } = Math;

/** x to the power y. */
export const pow = (x: number, y: number): number => x ** y;

/** x times x. */
export const square = (x: number): number => x ** 2;
