import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { channelFormats, type ChannelFormat } from '../../../../src/devices/lsl/channel-format.js';
import { parseTimeAnswer } from '../../../../src/devices/lsl/clock-offset.js';
import { parseDatagram } from '../../../../src/devices/lsl/datagram.js';
import { answerFeed, parseFeedRequest } from '../../../../src/devices/lsl/feed.js';
import { parseFeedAnswer } from '../../../../src/devices/lsl/feed-request.js';
import { SampleReader } from '../../../../src/devices/lsl/sample-reader.js';
import { ProtocolError } from '../../../../src/ground/signal/errors.js';

const runs = { numRuns: 2000, seed: 11 };
/** Words of the protocol in any order, with any text between them. */
const text = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'LSL:shortinfo',
        'LSL:timedata',
        'LSL:streamfeed/110 ',
        'LSL/110 200 OK',
        '\r\n',
        '\n',
        ' ',
      ),
      fc.constantFrom(
        'Value-Size: ',
        'Byte-Order: ',
        'Max-Buffer-Length: ',
        'Data-Protocol-Version: ',
        ';',
        ':',
      ),
      fc.constantFrom('-1', '1e999', 'NaN', '0x10', '4321', '110', '99999999999999999999'),
      fc.string(),
    ),
    { maxLength: 20 },
  )
  .map((words) => words.join(''));

/** Do it; an error of any other kind than the protocol's fails the test. */
function refusedOr<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    expect(error).toBeInstanceOf(ProtocolError);
    return undefined;
  }
}

describe('whatever comes instead of Lab Streaming Layer', () => {
  it('as a datagram is passed over', () => {
    fc.assert(
      fc.property(text, (words) => {
        const asked = parseDatagram(words);
        if (asked?.kind === 'shortinfo') expect(asked.returnPort).toBeGreaterThan(0);
        const probe = parseTimeAnswer(words, 1, 2);
        if (probe) expect(Number.isFinite(probe.offset)).toBe(true);
      }),
      runs,
    );
  });

  it('as a request is answered by a feed or by a reason', () => {
    fc.assert(
      fc.property(text, (words) => {
        const request = parseFeedRequest(words);
        if (!request) return;
        const { text: answer, feed, refused } = answerFeed(request, { uid: 'u', format: 'float32' });
        expect(answer).toMatch(/^LSL\/110 \d{3} [^\r\n]+\r\n[^]*\r\n\r\n$|^LSL\/110 \d{3} [^\r\n]+\r\n\r\n$/);
        expect(feed === undefined).toBe(refused !== undefined);
        if (feed) expect(feed.maxChunk).toBeGreaterThanOrEqual(0);
      }),
      runs,
    );
  });

  it('as an answer is refused in words', () => {
    fc.assert(
      fc.property(text, (words) => {
        refusedOr(() => parseFeedAnswer(words));
      }),
      runs,
    );
  });

  it('as samples is read or refused, and never keeps more than came', () => {
    const formats = Object.keys(channelFormats) as ChannelFormat[];
    fc.assert(
      fc.property(
        fc.constantFrom(...formats),
        fc.integer({ min: 1, max: 5 }),
        fc.array(fc.uint8Array({ maxLength: 60 }), { maxLength: 6 }),
        (format, channels, pieces) => {
          const reader = new SampleReader(format, channels, true);
          for (const piece of pieces) {
            const samples = refusedOr(() => reader.read(piece));
            if (!samples) return;
            for (const { values } of samples) expect(values).toHaveLength(channels);
          }
        },
      ),
      runs,
    );
  });
});
