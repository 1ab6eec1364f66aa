import { describe, expect, it } from 'vitest';
import { channelFormats, type ChannelFormat } from '../../../../src/devices/lsl/channel-format.js';
import { clockOffset, parseTimeAnswer } from '../../../../src/devices/lsl/clock-offset.js';
import { answerFeed, parseFeedRequest } from '../../../../src/devices/lsl/feed.js';
import { feedRequest, parseFeedAnswer } from '../../../../src/devices/lsl/feed-request.js';
import { SampleReader } from '../../../../src/devices/lsl/sample-reader.js';
import { encodeNumbers, encodeTexts } from '../../../../src/devices/lsl/sample-writer.js';
import { parseShortInfoAnswer, shortInfoRequest, timeRequest } from '../../../../src/devices/lsl/search.js';

describe('samples', () => {
  it.each(Object.keys(channelFormats) as ChannelFormat[])('of %s are read however they are cut', (format) => {
    const stamped =
      format === 'string'
        ? Buffer.concat([encodeTexts(['a', ''], 1), encodeTexts(['b'.repeat(300), 'ü'], 2)])
        : encodeNumbers(format, 2, [1, -2, 3, 4], 1, { littleEndian: false });
    const whole = new SampleReader(format, 2, format === 'string').read(stamped);
    const cut = new SampleReader(format, 2, format === 'string');
    const pieces = [...stamped].flatMap((byte) => cut.read(Uint8Array.of(byte)));
    expect(pieces).toEqual(whole);
    expect(whole).toEqual(
      format === 'string'
        ? [
            { stamp: 1, values: ['a', ''] },
            { stamp: 2, values: ['b'.repeat(300), 'ü'] },
          ]
        : [
            { stamp: 1, values: [1, 3] },
            { stamp: undefined, values: [-2, 4] },
          ],
    );
  });

  it('that are none are told', () => {
    expect(() => new SampleReader('int16', 1, true).read(Uint8Array.of(7, 0))).toThrow(/tag 7, expected 1/);
    expect(() => new SampleReader('string', 1, true).read(Uint8Array.of(1, 3, 0))).toThrow(
      /length of 3 bytes/,
    );
    expect(() => new SampleReader('string', 1, true).read(Uint8Array.of(1, 4, 255, 255, 255, 255))).toThrow(
      /4294967295 bytes, at most 1048576/,
    );
  });
});

describe('a request for a feed', () => {
  const stream = { uid: 'u-1', hostname: 'h', sourceId: 's', format: 'float32' } as const;

  it('says what a reader is, as the protocol has it', () => {
    expect(feedRequest(stream, 4000)).toBe(
      [
        'LSL:streamfeed/110 u-1',
        'Native-Byte-Order: 1234',
        'Endian-Performance: 0',
        'Has-IEEE754-Floats: 1',
        'Supports-Subnormals: 1',
        'Value-Size: 4',
        'Data-Protocol-Version: 110',
        'Max-Buffer-Length: 4000',
        'Max-Chunk-Length: 0',
        'Hostname: h',
        'Source-Id: s',
        'Session-Id: default',
        '\r\n',
      ].join('\r\n'),
    );
  });

  it('names no size of texts, which some outlets would take for that of their own', () => {
    expect(feedRequest({ ...stream, format: 'string' }, 4000)).not.toContain('Value-Size');
  });

  it('is understood by our own outlets, and their answer by it', () => {
    const request = parseFeedRequest(feedRequest(stream, 4000));
    if (!request) throw new Error('no request');
    const { text, feed } = answerFeed(request, stream);
    expect(feed).toEqual({ littleEndian: true, maxBuffered: 4000, maxChunk: 0 });
    expect(parseFeedAnswer(text)).toEqual({ littleEndian: true });
  });

  it.each([
    ['HTTP/1.1 400 Bad Request', /expected "LSL\/110 200 OK"/],
    ['LSL/110 505 Version not supported', /refused: 505 Version not supported/],
    ['LSL/110 200 OK\r\nData-Protocol-Version: 100', /protocol 1, only 1\.10/],
    ['LSL/110 200 OK\r\nData-Protocol-Version: 110\r\nByte-Order: 2134', /byte order 2134/],
  ])('that is answered by %j is not read', (answer, expected) => {
    expect(() => parseFeedAnswer(answer)).toThrow(expected);
  });

  it('may come too late', () => {
    expect(parseFeedAnswer('LSL/110 404 Not found')).toBe('gone');
  });
});

describe('a search', () => {
  it('is sent, and its answers are told from others', () => {
    expect(shortInfoRequest({ query: "type='EMG'", returnPort: 5, queryId: 'q' })).toBe(
      "LSL:shortinfo\r\ntype='EMG'\r\n5 q\r\n",
    );
    expect(parseShortInfoAnswer('q\r\n<info/>', 'q')).toBe('<info/>');
    expect(parseShortInfoAnswer('r\r\n<info/>', 'q')).toBeUndefined();
    expect(parseShortInfoAnswer('q', 'q')).toBeUndefined();
  });
});

describe('the clock of another machine', () => {
  it('is asked for the time, and compared by the fastest answer', () => {
    expect(timeRequest(7, 1.5)).toBe('LSL:timedata\r\n7 1.5\r\n');
    // Their clock is 100 s ahead; the way there takes 10 ms, the way back 30 ms, then 1 ms each.
    const slow = parseTimeAnswer(' 7 1 101.01 101.02', 7, 1.05);
    const fast = parseTimeAnswer(' 7 2 102.001 102.002', 7, 2.003);
    expect(slow?.roundTrip).toBeCloseTo(0.04, 9);
    expect(fast?.offset).toBeCloseTo(-100, 9);
    const probes = [slow, slow, slow, slow, slow, fast].filter((probe) => probe !== undefined);
    expect(clockOffset(probes)).toEqual(fast);
    expect(clockOffset(probes.slice(1))).toBeUndefined();
    expect(parseTimeAnswer(' 8 1 2 3', 7, 4)).toBeUndefined();
    expect(parseTimeAnswer(' 7 1 x 3', 7, 4)).toBeUndefined();
  });
});
