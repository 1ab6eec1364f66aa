import type { DecoderSpec } from '../decoder/decoder-fields.js';

/** What of a description decides how features are counted and what models are given. */
type Convention = Pick<
  DecoderSpec,
  'thresholds' | 'thresholdUv' | 'thresholdRestMultiple' | 'wampRestMultiple' | 'standardize'
>;

/** The convention that numbers were made by, as one phrase for tables and reports. */
export function conventionText({ thresholds, thresholdUv, standardize, ...multiples }: Convention): string {
  const counts = {
    libemg: 'ZC, SSC and WAMP as LibEMG 2.0.0 counts them',
    fixed: `ZC, SSC and WAMP above ${thresholdUv} µV`,
    rest: restText(multiples),
  }[thresholds];
  return `${counts}; features ${standardize ? 'standardised' : 'raw'}`;
}

function restText({
  thresholdRestMultiple: crossings,
  wampRestMultiple: steps,
}: Pick<Convention, 'thresholdRestMultiple' | 'wampRestMultiple'>): string {
  const turns =
    crossings === 0 ? 'every crossing and turn counts' : `ZC and SSC above ${crossings} × the noise of rest`;
  return `${turns}, WAMP above ${steps} × the noise of rest`;
}

/** Models that are not scikit-learn's, which are LibEMG's. */
const trainedOtherwise: readonly string[] = ['linear-svm', 'random-forest', 'mlp'];

/** Where a decoder that counts as LibEMG differs from it all the same, as sentences. */
export function departures(
  { thresholds, features }: Pick<DecoderSpec, 'thresholds' | 'features'>,
  classifier: string,
): string[] {
  if (thresholds !== 'libemg') return [];
  const asked = features.map((name) => name.toUpperCase());
  return [
    ...(trainedOtherwise.includes(classifier)
      ? [
          `${classifier} is trained otherwise than in LibEMG: its features are LibEMG's, its decisions are not to the digit`,
        ]
      : []),
    ...(asked.includes('COMB')
      ? [
          'COMB has AR9 here, as its authors wrote; LibEMG leaves it out without a word (WL,SSC,LD is what it takes)',
        ]
      : []),
    ...(asked.some((name) => name === 'HJORTH' || name === 'COMP')
      ? [
          'COMP is the complexity of each channel here; LibEMG sums over all windows at once, so that its value depends on what else is extracted',
        ]
      : []),
  ];
}
