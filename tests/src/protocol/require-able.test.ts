import { describe, expect, it } from 'vitest';
import { StreamError } from '../../../src/ground/signal/errors.js';
import { capabilityNames, type Capability } from '../../../src/protocol/capabilities.js';
import { requireAble } from '../../../src/protocol/require-able.js';
import { parseRequest, requests, type Request } from '../../../src/protocol/requests.js';

const every: Request[] = Object.values(requests).map(({ example }) => parseRequest(example));
const answered = (capabilities: readonly Capability[]): string[] =>
  every
    .filter((request) => {
      try {
        requireAble(request, { capabilities, source: 'simulation' });
        return true;
      } catch (error) {
        expect(error).toBeInstanceOf(StreamError);
        return false;
      }
    })
    .map(({ op }) => op);

describe('what a session can be asked', () => {
  it('follows from its capabilities alone', () => {
    const always = ['subscribe', 'unsubscribe', 'mark', 'getDecoder', 'ping'];
    expect(answered([])).toEqual(always);
    expect(answered(capabilityNames)).toEqual(Object.keys(requests));
    for (const name of capabilityNames) expect(answered([name]).length, name).toBeGreaterThan(always.length);
  });

  it('is told with what it cannot do, and what to do instead', () => {
    const ask = (source: 'simulation' | 'recording') => () =>
      requireAble(parseRequest('{"op":"setStage","stage":1}'), { capabilities: ['pause', 'tests'], source });
    expect(ask('simulation')).toThrow(
      expect.objectContaining({
        message: 'setStage: this session cannot play the stages of a journey',
        hint: 'It can pause, run online tests.',
      }),
    );
    expect(ask('recording')).toThrow(
      expect.objectContaining({
        message: 'setStage: a recording is being replayed; it cannot play the stages of a journey',
        hint: expect.stringContaining('myodesis serve'),
      }),
    );
  });
});
