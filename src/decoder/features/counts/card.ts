import { SortedSamples } from '../analysis/sorted-samples.js';
import { channelFeature } from '../feature.js';

/**
 * CARD: number of distinct values in the window, each rounded to `resolution`, the step of the converter
 * (Ortiz-Catalan 2015).
 */
export const card = channelFeature({
  name: 'CARD',
  explain: 'Cardinality: how many different values the window holds.',
  create: (context) => {
    const sorted = context.share(SortedSamples);
    const { resolution } = context.options;
    return (out, at) => {
      const { values, length } = sorted.fresh();
      let count = 1;
      let last = Math.round(values[0] / resolution);
      for (let i = 1; i < length; i++) {
        const level = Math.round(values[i] / resolution);
        if (level !== last) count++;
        last = level;
      }
      out[at] = count;
    };
  },
});
