import type { DecoderSpec } from '../decoder/decoder-fields.js';

/** What of a description decides how features are counted and what models are given. */
type Convention = Pick<
  DecoderSpec,
  'thresholds' | 'thresholdUv' | 'thresholdRestMultiple' | 'standardize' | 'features' | 'classifier'
>;

/** The convention that numbers were made by, as one phrase for tables and reports. */
export function conventionText({
  thresholds,
  thresholdUv,
  thresholdRestMultiple,
  standardize,
}: Convention): string {
  const counts = {
    libemg: 'ZC, SSC and WAMP as LibEMG 2.0.0 counts them',
    fixed: `ZC, SSC and WAMP above ${thresholdUv} µV`,
    rest: `ZC and SSC above ${thresholdRestMultiple} × the noise of rest, WAMP above ${3 * thresholdRestMultiple} ×`,
  }[thresholds];
  return `${counts}; features ${standardize ? 'standardised' : 'raw'}`;
}
