import { ModelError, type MyodesisError } from '../../src/ground/signal/errors.js';

/** Unusable answers in a row after which a study goes on without. */
const MOST_UNUSABLE = 16;
/** Windows in a row without an answer after which it does. */
const MOST_SILENT = 32;

/** Counts what goes wrong in a row, until it is no use to go on asking. */
export class Patience {
  private unusable = 0;
  private silent = 0;

  /** A usable answer came. */
  answered(): void {
    this.unusable = this.silent = 0;
  }

  /** @returns why to give up, where this was one too many */
  unusableFrom(name: string, { message, hint }: MyodesisError): ModelError | undefined {
    if (++this.unusable !== MOST_UNUSABLE) return undefined;
    return new ModelError(
      `classifier ${name} sent ${MOST_UNUSABLE} messages in a row that cannot be used, the last: ${message}`,
      { hint },
    );
  }

  /** @returns why to give up, where this was one too many */
  silentFor(name: string, timeoutMs: number): ModelError | undefined {
    if (++this.silent !== MOST_SILENT) return undefined;
    return new ModelError(
      `classifier ${name} left ${MOST_SILENT} windows in a row unanswered, each for ${timeoutMs / 1000} s`,
      { hint: 'Answer every classify with {"op":"posterior","id":…,"p":[…]}, with its own id.' },
    );
  }
}
