/** Samples that a kernel works on at a time. Longer windows pass in stretches of this length. */
export const STRETCH = 512;

/**
 * Place of the word that holds a Float64's sign in an Int32 view of it. Counting sign changes by integer logic on
 * those words is several times faster than comparing, because EMG makes every such branch a coin toss.
 */
export const SIGN_WORD = new Int32Array(Float64Array.of(-0).buffer)[1] === 0 ? 0 : 1;

/** A Float64 work space for one stretch. */
export const space = (): Float64Array => new Float64Array(STRETCH);

/** The same memory as Int32 words. */
export const wordsOf = (values: Float64Array): Int32Array => new Int32Array(values.buffer);
