import { SIGN_WORD, signed } from '../analysis/sign-words.js';
import { TimeSums } from '../analysis/time-sums.js';
import { channelFeature } from '../feature.js';

/** WAMP: number of steps |Δx| above the threshold (Willison 1963). */
export const wamp = channelFeature({
  name: 'WAMP',
  explain: 'Willison amplitude: how often the signal makes a large step.',
  create: (context) => {
    const sums = context.share(TimeSums);
    const thresholds = context.options.wamp;
    const { view, length } = context;
    // Threshold minus step: its sign word is negative where the step is larger.
    const { values, words } = signed(length);
    return (out, at) => {
      const { differences } = sums.fresh();
      const threshold = thresholds[view.channel];
      for (let i = 1; i < length; i++) values[i] = threshold - Math.abs(differences[i]);
      let count = 0;
      for (let i = 2 + SIGN_WORD; i < words.length; i += 2) count += words[i] >>> 31;
      out[at] = count;
    };
  },
});
