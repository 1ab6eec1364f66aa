import { channelFeature } from '../feature.js';

/** MPK = max x: the highest sample, with its sign, as LibEMG. */
export const mpk = channelFeature({
  name: 'MPK',
  explain: 'Peak: the highest sample of the window.',
  unit: 'V',
  create: ({ view, length }) => {
    return (out, at) => {
      const { x } = view;
      let peak = x[0];
      for (let i = 1; i < length; i++) if (x[i] > peak) peak = x[i];
      out[at] = peak;
    };
  },
});
