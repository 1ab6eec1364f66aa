import { ModelError, ProtocolError } from '../../src/ground/signal/errors.js';
import { CLASSIFIER_PROTOCOL } from './classifier-messages.js';

/** Closing codes of WebSocket (RFC 6455) that are used or explained here. */
export const closeCodes = { goingAway: 1001, policy: 1008, tooBig: 1009, tryLater: 1013 } as const;
const ABNORMAL = 1006;

/** How a connection ended, as part of a sentence. */
export function partingOf(code: number, reason: string): string {
  if (code === ABNORMAL) return 'without a word, as a process does that crashes';
  if (code === closeCodes.tooBig) return 'because a message was too big for it';
  return `with code ${code}${reason ? ` (${reason})` : ''}`;
}

export function nobodyCame(waitMs: number): ModelError {
  return new ModelError(`no classifier connected within ${waitMs / 1000} s`, {
    hint: `Start it now: it connects to the address told, subprotocol ${CLASSIFIER_PROTOCOL}.`,
  });
}

export function didNotReturn(name: string, parting: string, returnMs: number): ModelError {
  return new ModelError(
    `classifier ${name} went away ${parting}, and did not come back within ${returnMs / 1000} s`,
    {
      hint: parting.includes('too big')
        ? 'Raise the limit of its WebSocket library (Python: max_size=None), or take features instead of windows.'
        : 'Look at what the process printed; it may be started again at any time.',
    },
  );
}

export function notReady(readyMs: number): ModelError {
  return new ModelError(`a classifier is connected, but did not answer hello within ${readyMs / 1000} s`, {
    hint: 'Answer hello with {"op":"ready"}.',
  });
}

export function nothingToLearnFrom(name: string): ModelError {
  return new ModelError(`classifier ${name} wants to learn, but there is nothing to learn from`, {
    hint: 'Answer hello with "fit": false and bring a trained model, or train a decoder here first.',
  });
}

export function didNotLearn(
  name: string,
  missing: 'gone' | 'time-out' | 'unusable',
  fitMs: number,
): ModelError {
  return new ModelError(
    missing === 'gone'
      ? `classifier ${name} went away while learning`
      : `classifier ${name} did not learn within ${fitMs / 1000} s`,
    { hint: 'Answer the last fit message with {"op":"fitted","id":…}.' },
  );
}

export function unasked(id: number): ProtocolError {
  return new ProtocolError(`message: id ${id} was not asked for`, {
    hint: 'Answer with the id of the message that you answer.',
  });
}

export function otherClasses(name: string, got: readonly string[], expected: readonly string[]): ModelError {
  return new ModelError(
    `classifier ${name}: got classes ${got.join(', ')}, expected ${expected.join(', ')} in any order`,
    { hint: 'Name every class of hello once, or leave classes out and follow its order.' },
  );
}
