import { TimeScan } from '../analysis/time-scan.js';
import { channelFeature } from '../feature.js';

/** WAMP: number of steps |Δx| above the threshold (Willison 1963). */
export const wamp = channelFeature({
  name: 'WAMP',
  explain: 'Willison amplitude: how often the signal makes a large step.',
  unit: '1',
  create: (context) => {
    const scan = context.share(TimeScan).withSteps();
    return (out, at) => {
      out[at] = scan.fresh().steps;
    };
  },
});
