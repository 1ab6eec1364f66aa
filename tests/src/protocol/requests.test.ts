import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRequest, requestIdOf, requests } from '../../../src/protocol/requests.js';
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
  it.each(Object.entries(requests))('accepts the example of %s', (op, { example, hint }) => {
    expect(parseRequest(example).op).toBe(op);
    expect(hint).toContain(example);
  });

  it.each([
    ['{', 'not valid JSON'],
    ['[]', 'no object'],
    ['null', 'no object'],
    ['{"op":"subscrib","streams":[]}', 'unknown op'],
    ['{"op":"toString"}', 'unknown op'],
    ['{"op":"subscribe"}', 'streams is not valid, got nothing'],
    ['{"op":"subscribe","streams":["cooked"]}', 'streams.0 is not valid'],
    [
      '{"op":"setIntent","activations":[{"movement":"hand-close","strength":7}]}',
      'strength is not valid, got 7',
    ],
    ['{"op":"setIntent","activations":[{"movement":"","strength":1}]}', 'movement is not valid, got ""'],
    ['{"op":"ping","extra":1}', 'unknown field extra'],
  ])('refuses %s', (text, message) => {
    const error = refusal(text);
    expect(error.message).toContain(message);
    expect(error.hint).not.toBe('');
  });

  it('suggests the op that was meant', () => {
    expect(refusal('{"op":"subscrib"}').hint).toBe('Did you mean "subscribe"?');
  });

  it('is not brought down by what is nested deep', () => {
    const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
    expect(refusal(`{"op":"subscribe","streams":${nested(60)}}`).message).toContain('got a list');
    expect(refusal(`{"op":${nested(60)}}`).message).toContain('unknown op a list');
    expect(refusal(nested(60)).message).toContain('no object');
    for (const text of [nested(100_000), `{"op":"patchScenario","patch":${nested(20_000)}}`])
      expect(refusal(text).message).toContain('nested more than 64 deep');
  });

  it('keeps any id that it may have', () => {
    expect(parseRequest('{"op":"ping","id":7}')).toEqual({ op: 'ping', id: 7 });
    expect(refusal(`{"op":"ping","id":"${'x'.repeat(65)}"}`).field).toBe('id');
    expect(requestIdOf('{"op":"fly","id":"a"}')).toBe('a');
    for (const text of ['{', '[]', '{"id":null}', `{"id":"${'x'.repeat(65)}"}`])
      expect(requestIdOf(text)).toBeUndefined();
  });

  it('answers any text with a request or a ProtocolError', () => {
    const ops = fc.constantFrom(...Object.keys(requests), 'toString', '__proto__');
    const nearly = fc
      .tuple(fc.constantFrom(...Object.values(requests)), fc.string(), fc.jsonValue())
      .map(([{ example }, key, value]) => JSON.stringify({ ...JSON.parse(example), [key]: value }));
    const wrong = fc
      .tuple(ops, fc.dictionary(fc.constantFrom('streams', 'label', 'patch', 'id', 'test'), fc.jsonValue()))
      .map(([op, fields]) => JSON.stringify({ op, ...fields }));
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), nearly, wrong), (text) => {
        try {
          parseRequest(text);
        } catch (error) {
          expect(error).toBeInstanceOf(ProtocolError);
        }
      }),
    );
  });
});

it('tells of a key __proto__ in what is passed on as JSON', () => {
  expect(() => parseRequest('{"op":"patchScenario","patch":{"__proto__":{"seed":1}}}')).toThrow(
    'unknown field __proto__ in patch',
  );
});
