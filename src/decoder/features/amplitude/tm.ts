import { channelFeature } from '../feature.js';

/** TM = mean|x^k|, k = 3 unless the name says another, as TM5 (Saridis & Gootee 1982). */
export const tm = channelFeature({
  name: 'TM',
  explain: 'Temporal moment: amplitude that gives large values more weight.',
  order: { default: ({ tmOrder }) => tmOrder, min: 1, max: 10 },
  create: ({ view, length }, order) => {
    return (out, at) => {
      const { x } = view;
      let sum = 0;
      for (let i = 0; i < length; i++) {
        let power = Math.abs(x[i]);
        for (let k = 1; k < order; k++) power *= Math.abs(x[i]);
        sum += power;
      }
      out[at] = sum / length;
    };
  },
});
