import { choice, group, number, type GroupValue } from '../../ground/signal/field.js';
import type { FilterSpec } from './design-filter.js';

/** One stage of the filter chain, as written in a scenario. Fields that a kind does not use are ignored. */
export const filterFields = {
  kind: choice({
    options: ['highpass', 'lowpass', 'bandpass', 'notch', 'comb'],
    default: 'highpass',
    explain: 'What the stage does to the signal; stages run in the order they are listed.',
    live: 'decoder',
  }),
  order: number({
    unit: '1',
    default: 4,
    min: 2,
    max: 12,
    step: 2,
    integer: true,
    explain: 'Number of poles of a high-, low- or band-pass (each side); even. Steeper costs delay.',
    source: 'seniam-2000',
    live: 'decoder',
  }),
  cutoffHz: number({
    unit: 'Hz',
    default: 20,
    min: 0.1,
    max: 5000,
    step: 1,
    explain:
      'Corner of a high- or low-pass, lower corner of a band-pass, centre of a notch or first of a comb.',
    source: 'de-luca-2010',
    live: 'decoder',
  }),
  highCutoffHz: number({
    unit: 'Hz',
    default: 450,
    min: 0.1,
    max: 5000,
    step: 1,
    explain: 'Upper corner of a band-pass.',
    source: 'seniam-2000',
    live: 'decoder',
  }),
  q: number({
    unit: '1',
    default: 30,
    min: 0.5,
    max: 200,
    step: 1,
    explain: 'Sharpness of a notch or comb: centre frequency over −3 dB width.',
    live: 'decoder',
  }),
  harmonics: number({
    unit: '1',
    default: 1,
    min: 1,
    max: 20,
    integer: true,
    explain: 'How many multiples of the notch frequency are removed, the first included.',
    live: 'decoder',
  }),
};

export type FilterStage = GroupValue<typeof filterFields>;

/** The list item `decoder.filters` is made of. */
export const filterStage = group('One stage of the filter chain.', filterFields);

/**
 * Filter specifications for a sampling rate. What lies at or above the Nyquist frequency cannot be in the
 * signal, so a low-pass or notch there is left out (and said so in `skipped`) instead of failing.
 */
export function filterSpecs(
  stages: readonly FilterStage[],
  sampleRateHz: number,
): { specs: FilterSpec[]; skipped: string[] } {
  const nyquist = sampleRateHz / 2;
  const specs: FilterSpec[] = [];
  const skipped: string[] = [];
  const skip = (what: string): void => {
    skipped.push(`${what} left out: the signal, sampled at ${sampleRateHz} Hz, ends at ${nyquist} Hz`);
  };
  for (const { kind, order, cutoffHz, highCutoffHz, q, harmonics } of stages) {
    const above = cutoffHz >= nyquist;
    if (kind === 'highpass') specs.push({ kind, order, cutoffHz });
    else if (kind === 'lowpass') {
      if (above) skip(`low-pass at ${cutoffHz} Hz`);
      else specs.push({ kind, order, cutoffHz });
    } else if (kind === 'bandpass') {
      if (highCutoffHz < nyquist) specs.push({ kind, order, cutoffHz: [cutoffHz, highCutoffHz] });
      else {
        skip(`upper corner of the band-pass at ${highCutoffHz} Hz`);
        specs.push({ kind: 'highpass', order, cutoffHz });
      }
    } else if (above) skip(`${kind} at ${cutoffHz} Hz`);
    else if (kind === 'notch') {
      const fitting = Math.min(harmonics, Math.ceil(nyquist / cutoffHz) - 1);
      specs.push({ kind, cutoffHz, q, harmonics: fitting });
    } else specs.push({ kind, cutoffHz, q });
  }
  return { specs, skipped };
}
