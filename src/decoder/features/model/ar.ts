import { Burg } from '../analysis/burg.js';
import { channelFeature } from '../feature.js';

/** AR: coefficients a₁ … a_p of the autoregressive model by {@link Burg}, p = 4 unless the name says another, as AR9. */
export const ar = channelFeature({
  name: 'AR',
  explain: 'Autoregressive coefficients: shape of the spectrum in a few numbers.',
  order: { default: ({ arOrder }) => arOrder, min: 1, max: 64 },
  columns: (_, order) => order,
  layout: 'channel',
  create: (context, order) => {
    const model = context.share(Burg, order);
    return (out, at, stride) => {
      const { coefficients } = model.fresh();
      for (let k = 0; k < order; k++) out[at + k * stride] = coefficients[k];
    };
  },
});
