import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRequest, requestHints } from '../../../src/protocol/requests.js';
import { ProtocolError } from '../../../src/ground/signal/errors.js';

function refusal(text: string): ProtocolError {
  try {
    parseRequest(text);
  } catch (error) {
    if (error instanceof ProtocolError) return error;
    throw error;
  }
  throw new Error('was accepted');
}

describe('parseRequest', () => {
  it('accepts the example in every hint', () => {
    for (const [op, hint] of Object.entries(requestHints)) {
      const example = hint.match(/^\{.*?\}(?=$|[ ,])/)?.[0]?.replace('{…}', '{}') ?? '';
      expect(parseRequest(example).op, hint).toBe(op);
    }
  });

  it.each([
    ['{', 'not valid JSON'],
    ['[]', 'no object'],
    ['null', 'no object'],
    ['{"op":"subscrib","streams":[]}', 'unknown op'],
    ['{"op":"toString"}', 'unknown op'],
    ['{"op":"subscribe"}', 'streams is not valid'],
    ['{"op":"subscribe","streams":["cooked"]}', 'streams.0 is not valid'],
    ['{"op":"setIntent","activations":[{"movement":"hand-close","strength":7}]}', 'strength is not valid'],
    ['{"op":"setIntent","activations":[{"movement":"fly","strength":1}]}', 'movement is not valid'],
    ['{"op":"ping","extra":1}', 'unknown field extra'],
  ])('refuses %s', (text, message) => {
    const error = refusal(text);
    expect(error.message).toContain(message);
    expect(error.hint).not.toBe('');
  });

  it('suggests the op that was meant', () => {
    expect(refusal('{"op":"subscrib"}').hint).toBe('Did you mean "subscribe"?');
  });

  it('answers any text with a request or a ProtocolError', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        try {
          parseRequest(text);
        } catch (error) {
          expect(error).toBeInstanceOf(ProtocolError);
        }
      }),
    );
  });
});
