import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProtocolError } from '../../../src/ground/signal/errors.js';
import { measuredOf } from '../../../src/protocol/schemas.js';
import { parseServerMessage, serverMessages } from '../../../src/protocol/server-messages.js';
import { FakeSession } from '../../server/fake-session.js';

const info = new FakeSession().info();

function refusal(text: string): ProtocolError {
  try {
    parseServerMessage(text);
  } catch (error) {
    if (error instanceof ProtocolError) return error;
    throw error;
  }
  throw new Error('was accepted');
}

describe('parseServerMessage', () => {
  it('gives what was sent', () => {
    expect(parseServerMessage(JSON.stringify(info))).toEqual(info);
  });

  it('leaves out what a newer server adds', () => {
    const message = parseServerMessage('{"op":"ok","of":"mark","mood":"fine"}');
    expect(message).toEqual({ op: 'ok', of: 'mark' });
  });

  it.each([
    ['', 'not valid JSON'],
    ['[]', 'no object'],
    ['null', 'no object'],
    ['{"op":7}', 'unknown op 7'],
    ['{"op":"toString"}', 'unknown op "toString"'],
    ['{"op":"status"}', 'status: phase is not valid, got nothing'],
    ['{"op":"status","phase":"asleep","text":""}', 'status: phase is not valid, got "asleep"'],
    ['{"op":"scenario","geometry":null,"index":0}', 'scenario: scenario is not valid, got nothing'],
    ['{"op":"lost","frames":null,"bytes":1,"since":0}', 'lost: frames is not valid, got null'],
    [
      JSON.stringify({ ...info, joints: [{ dof: 'tail' }] }),
      'serverInfo: joints.0.dof is not valid, got "tail"',
    ],
  ])('refuses %.60s', (text, message) => {
    const error = refusal(text);
    expect(error.message).toContain(message);
    expect(error.hint).not.toBe('');
  });

  it('answers any text with a message or a ProtocolError', () => {
    const changed = fc
      .tuple(fc.constantFrom(...Object.keys(info)), fc.jsonValue())
      .map(([key, value]) => JSON.stringify({ ...info, [key]: value }));
    const wrong = fc
      .tuple(
        fc.constantFrom(...Object.keys(serverMessages), '__proto__'),
        fc.dictionary(
          fc.constantFrom('state', 'index', 'text', 'statistics', 'classes', 'id'),
          fc.jsonValue(),
        ),
      )
      .map(([op, fields]) => JSON.stringify({ op, ...fields }));
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), changed, wrong), (text) => {
        try {
          parseServerMessage(text);
        } catch (error) {
          expect(error).toBeInstanceOf(ProtocolError);
        }
      }),
    );
  });
});

it('measures that do not exist are null on the wire, never 0', () => {
  expect([0, NaN, Infinity, 0.5].map(measuredOf)).toEqual([0, null, null, 0.5]);
});
