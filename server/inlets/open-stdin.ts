import type { Readable } from 'node:stream';
import { InputOutputError } from '../../src/ground/signal/errors.js';
import type { Declared, Feed, OpenFeed } from './arrival.js';
import { readLines } from './text/read-lines.js';

/** Lines of text from the standard input; a sender that is too fast is made to wait. */
export function stdinText(input: Readable, declared: Declared): OpenFeed {
  return (listener, now) => {
    const name = 'standard input';
    readLines(input, listener, declared, now);
    input.on('end', () => listener.ended());
    input.on('error', (error) => listener.failed(InputOutputError.from(error, name)));
    return Promise.resolve<Feed>({
      name,
      flow: { pause: () => input.pause(), resume: () => input.resume() },
      close: () => {
        input.destroy();
        return Promise.resolve();
      },
    });
  };
}
