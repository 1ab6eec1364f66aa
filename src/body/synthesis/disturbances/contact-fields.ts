import { number } from '../../../ground/signal/field.js';

/** Noise of the contacts and of the amplifier. */
export const contactFields = {
  noiseUv: number({
    label: 'Contact noise',
    unit: 'µV',
    default: 2,
    min: 0,
    max: 200,
    step: 0.1,
    live: 'block',
    explain:
      'RMS of contact and amplifier noise between 20 and 500 Hz, median over the channels; 1 to 5 on wet skin, more on dry, less implanted.',
    source: 'huigen-2002',
  }),
  noiseSpreadDb: number({
    unit: 'dB',
    default: 4.5,
    min: 0,
    max: 12,
    step: 0.1,
    live: 'block',
    explain:
      'Standard deviation of the noise level between channels, drawn anew at each donning (session). 4.3 ± 1.5 on thighs, 4.8 ± 1.2 on forearms at rest, where tone has a part in it.',
    source: 'rest-recordings',
  }),
  noiseSlopeDbPerOctave: number({
    unit: 'dB/octave',
    default: 4,
    min: 0,
    max: 9,
    step: 0.1,
    live: 'block',
    explain:
      'How much the density of the noise falls per octave, 25 to 380 Hz; 0 is white. Thighs at rest 5.2 ± 1.0, forearms 2.5 ± 1.0 and 4.7 ± 1.7, where tone has a part in it.',
    source: 'rest-recordings',
  }),
  noiseCommonPercent: number({
    label: 'Noise shared by neighbours',
    unit: '%',
    default: 25,
    min: 0,
    max: 45,
    step: 1,
    live: 'block',
    explain:
      'Correlation of the noise of neighbours around the limb: the skin between two contacts makes noise in both. 17 ± 9 % on thighs at rest, 28 ± 5 % and 42 ± 12 % on forearms.',
    source: 'rest-recordings',
  }),
  noiseKurtosis: number({
    unit: '1',
    default: 12,
    min: 3,
    max: 15,
    step: 0.5,
    live: 'block',
    explain:
      'Kurtosis of the noise: 3 is steady and Gaussian; above, contacts crackle for tens of ms and swell for half a second. Forearms at rest 9.1 ± 4.5, thighs 15 ± 13; how long and how often is our assumption.',
    source: 'rest-recordings',
    assumption: true,
  }),
};
