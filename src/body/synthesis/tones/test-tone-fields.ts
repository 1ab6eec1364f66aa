import { flag, group, list, number, type GroupValue } from '../../../ground/signal/field.js';

/** The sine of one channel. */
const toneFields = {
  frequencyHz: number({
    label: 'Frequency',
    unit: 'Hz',
    default: 100,
    min: 0.1,
    max: 5000,
    step: 0.1,
    explain: 'Frequency of the sine by a true clock; at half the sample rate or above nothing is delivered.',
    live: 'block',
  }),
  rmsUv: number({
    label: 'Amplitude, RMS',
    unit: 'µV',
    default: 100,
    min: 0,
    max: 100000,
    step: 1,
    explain: 'Root-mean-square of the sine at the electrode; its peak is 1.414 times as high.',
    live: 'block',
  }),
};

/** Known sines where muscles would be, by which a whole measuring chain can be checked. */
export const testToneFields = {
  on: flag({
    label: 'Sines in place of muscles',
    default: false,
    explain:
      'Known sines reach the electrodes and every muscle is silent: the chain can be checked, and there is nothing to decode.',
    live: 'block',
  }),
  tones: list({
    label: 'Sine of each channel',
    item: group('The sine of one channel.', toneFields),
    minItems: 1,
    maxItems: 64,
    default: [{ frequencyHz: 100, rmsUv: 100 }],
    explain: 'In the order of the channels; after the last the list starts over.',
    live: 'block',
  }),
};

/** Values of {@link testToneFields}. */
export type TestToneSpec = GroupValue<typeof testToneFields>;
