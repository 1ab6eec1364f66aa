/**
 * Myodesis as a library: a simulated residual limb that makes EMG, and a decoder that reads it.
 *
 * @example
 * import { asFastAsPossible, calibrate, presetByName, synthesize } from 'myodesis';
 * const scenario = presetByName('transhumeral-tmr');
 * const { decoder, report } = calibrate(scenario);
 * synthesize(scenario, asFastAsPossible(100)).subscribe((block) => console.log(block.index, block.data));
 *
 * @packageDocumentation
 */

export * from './ground/index.js';
export * from './body/index.js';
export * from './decoder/index.js';
export * from './scenario/index.js';
export * from './protocol/index.js';
export * from './pipeline/index.js';
export * from './patient/index.js';
export * from './study/index.js';
