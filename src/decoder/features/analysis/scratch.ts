/**
 * Place of the word that holds a Float64's sign in an Int32 view of it. Counting sign changes by integer logic on
 * those words is several times faster than comparing, because EMG makes every such branch a coin toss.
 */
export const SIGN_WORD = new Int32Array(Float64Array.of(-0).buffer)[1] === 0 ? 0 : 1;

/** The same memory as Int32 words. */
export const wordsOf = (values: Float64Array): Int32Array => new Int32Array(values.buffer);
