/**
 * `myodesis/pipeline`: clocks and RxJS operators, the way from signal to moving prosthesis.
 *
 * @module myodesis/pipeline
 */
export { asFastAsPossible, realTime, type Clock, type RealTimeOptions } from './clock.js';
export { SteppedClock } from './stepped-clock.js';
export { BLOCK_MS, simulated, type DueBlock, synthesize } from './simulated.js';
export { decodingLine, type DecodingLine, type LineSettings } from './decoding-line.js';
export { type Live } from './live.js';
export { valuesAtOnce } from './values-at-once.js';
export * from './operators/actuated.js';
export * from './operators/classified.js';
export * from './operators/commanded.js';
export { decoded } from './operators/decoded.js';
export { decodedOutside } from './operators/decoded-outside.js';
export * from './operators/featured.js';
export * from './operators/filtered.js';
export * from './operators/labelled.js';
export * from './operators/smoothed.js';
export * from './operators/windowed.js';
