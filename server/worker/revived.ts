import { ConfigError, ModelError, MyodesisError, StreamError } from '../../src/ground/signal/errors.js';

const kinds = { config: ConfigError, model: ModelError, stream: StreamError };

/** One of our errors as it was before it crossed a thread: structured clone would strip it of class and hint. */
export function revived({ code, message, hint, field }: ReturnType<MyodesisError['toJSON']>): MyodesisError {
  const Kind = code === 'config' || code === 'model' || code === 'stream' ? kinds[code] : MyodesisError;
  return new Kind(message, field === undefined ? { hint } : { hint, field });
}
