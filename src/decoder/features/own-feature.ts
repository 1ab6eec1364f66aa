import { ConfigError, ModelError } from '../../ground/signal/errors.js';
import { channelFeature, type ChannelFeature } from './feature.js';

/** What windows look like. */
export interface WindowShape {
  readonly channels: number;
  /** Samples per channel. */
  readonly length: number;
  readonly sampleRateHz: number;
}

/**
 * A feature of one's own, wherever the name of one of ours may stand.
 *
 * @example
 * const crest: Feature = {
 *   name: 'CREST',
 *   create: ({ length }) => (x) => {
 *     let peak = 0;
 *     let square = 0;
 *     for (const value of x) {
 *       peak = Math.max(peak, Math.abs(value));
 *       square += value * value;
 *     }
 *     return peak / Math.sqrt(square / length);
 *   },
 * };
 * extractFeatures(window, ['HTD', crest]);
 */
export interface Feature {
  /** Name of its columns, and by which a saved decoder asks for it: capitals and digits, such as CREST. */
  readonly name: string;
  /** Numbers it gives for each channel; default 1. */
  readonly columns?: number;
  /**
   * Its function for windows of a shape, called with the samples of one channel after the other (times the gain in
   * force: a decoder shows the signal in units of its typical RMS). The samples are valid only during the call.
   */
  create(shape: WindowShape): (samples: Float64Array, channel: number) => number | ArrayLike<number>;
}

const LONGEST_NAME = 20;

/**
 * A feature of one's own as one of ours.
 * @throws ConfigError for a name or a number of columns that cannot be used
 */
export function definitionOf({ name, columns = 1, create }: Feature): ChannelFeature {
  if (!/^[A-Z][A-Z0-9]*$/.test(name) || name.length > LONGEST_NAME)
    throw new ConfigError(`feature: got the name ${JSON.stringify(name)}, expected capitals and digits`, {
      field: 'features',
      hint: `For example CREST; at most ${LONGEST_NAME} letters.`,
    });
  if (!(Number.isInteger(columns) && columns >= 1))
    throw new ConfigError(`feature ${name}: got ${columns} columns, expected an integer of at least 1`, {
      field: 'features',
      hint: 'Say how many numbers it gives for each channel.',
    });
  return channelFeature({
    name,
    explain: 'A feature of your own.',
    ...(columns > 1 && { columns: () => columns }),
    create: (context) => {
      const { channels, length, sampleRateHz, view } = context;
      const of = create({ channels, length, sampleRateHz });
      return (out, at, stride) => {
        const given = of(view.x, view.channel);
        const values = typeof given === 'number' ? [given] : given;
        if (values.length !== columns)
          throw new ModelError(`feature ${name}: got ${values.length} numbers, expected ${columns}`, {
            hint: 'Return as many numbers as its columns say.',
          });
        for (let k = 0; k < columns; k++) out[at + k * stride] = values[k];
      };
    },
  });
}
