import { describe, expect, it } from 'vitest';
import type { ChannelFormat } from '../../../../src/devices/lsl/channel-format.js';
import { parseDatagram, shortInfoAnswer, timeAnswer } from '../../../../src/devices/lsl/datagram.js';
import { answerFeed, parseFeedRequest } from '../../../../src/devices/lsl/feed.js';
import { encodeNumbers, encodeTexts } from '../../../../src/devices/lsl/sample-writer.js';
import { fullInfo, shortInfo, type LslStreamInfo } from '../../../../src/devices/lsl/stream-info.js';
import { TEST_STAMP, testNumber, testSamples, testText } from '../../../../src/devices/lsl/test-sample.js';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
/** The stamp of the test samples, little- and big-endian, as Python's struct packs it. */
const [stampLe, stampBe] = ['c976be9f0c24fe40', '40fe240c9fbe76c9'];

const info: LslStreamInfo = {
  name: 'A & B',
  type: 'EMG',
  channels: [
    { label: 'ch1', unit: 'microvolts', type: 'EMG' },
    { label: 'ch2', unit: 'microvolts', type: 'EMG' },
  ],
  format: 'float32',
  nominalRateHz: 2000,
  sourceId: 'myodesis-emg',
  uid: '6f3c…',
  createdAt: 12.5,
  hostname: 'host',
  dataPort: 16573,
  servicePort: 16574,
};

describe('test samples', () => {
  const bytesOf = (format: Exclude<ChannelFormat, 'string'>, littleEndian: boolean): string[] =>
    testSamples.map((sample) =>
      hex(
        encodeNumbers(
          format,
          3,
          [0, 1, 2].map((channel) => testNumber(format, channel, sample)),
          TEST_STAMP,
          { littleEndian },
        ),
      ),
    );

  it.each([
    // 4, −5, 6 and 2, −3, 4 plus what the format adds, as Python's struct packs them.
    ['float32', '000080400000a0c00000c040', '00000040000040c000008040'],
    [
      'double64',
      '000000500000704100000060000070c10000007000007041',
      '000000300000704100000040000070c10000005000007041',
    ],
    ['int8', '05fa07', '03fc05'],
    ['int16', '0501fafe0701', '0301fcfe0501'],
    ['int32', '05000100fafffeff07000100', '03000100fcfffeff05000100'],
    [
      'int64',
      '0500008000000000faffff7fffffffff0700008000000000',
      '0300008000000000fcffff7fffffffff0500008000000000',
    ],
  ] as const)('of %s', (format, first, second) => {
    expect(bytesOf(format, true)).toEqual([`02${stampLe}${first}`, `02${stampLe}${second}`]);
  });

  it('are turned round for readers of the other byte order', () => {
    expect(bytesOf('float32', false)[0]).toBe(`02${stampBe}40800000c0a0000040c00000`);
  });

  it('of texts are twice the same', () => {
    expect(hex(encodeTexts([0, 1].map(testText), TEST_STAMP))).toBe(
      `02${stampLe}0102${Buffer.from('10').toString('hex')}0103${Buffer.from('-11').toString('hex')}`,
    );
  });

  it('stay within the format where there are many channels', () => {
    expect(testNumber('int8', 123, 4)).toBe(-1);
  });
});

describe('samples', () => {
  it('carry the time once, then follow by the rate', () => {
    const bytes = encodeNumbers('float32', 2, Float32Array.of(1, 2, 3, 4, 5, 6), 1.5);
    expect(hex(bytes)).toBe(
      '02000000000000f83f' + '0000803f00008040' + '01' + '000000400000a040' + '01' + '000040400000c040',
    );
  });

  it('write the length of a text in 1 or 4 bytes', () => {
    const long = encodeTexts(['µ', 'x'.repeat(256)], 0);
    expect(hex(long.slice(9, 18))).toBe('0102c2b50400010000');
    expect(long.length).toBe(9 + 4 + 5 + 256);
  });
});

describe('descriptions', () => {
  it('are written as liblsl writes them', () => {
    expect(shortInfo(info)).toBe(
      [
        '<?xml version="1.0"?>',
        '<info>',
        '\t<name>A &amp; B</name>',
        '\t<type>EMG</type>',
        '\t<channel_count>2</channel_count>',
        '\t<channel_format>float32</channel_format>',
        '\t<source_id>myodesis-emg</source_id>',
        '\t<nominal_srate>2000</nominal_srate>',
        '\t<version>1.1000000000000001</version>',
        '\t<created_at>12.5</created_at>',
        '\t<uid>6f3c…</uid>',
        '\t<session_id>default</session_id>',
        '\t<hostname>host</hostname>',
        '\t<v4address />',
        '\t<v4data_port>16573</v4data_port>',
        '\t<v4service_port>16574</v4service_port>',
        '\t<v6address />',
        '\t<v6data_port>0</v6data_port>',
        '\t<v6service_port>0</v6service_port>',
        '\t<desc />',
        '</info>',
        '',
      ].join('\n'),
    );
    expect(fullInfo(info)).toContain(
      '\t<desc>\n\t\t<channels>\n\t\t\t<channel>\n\t\t\t\t<label>ch1</label>\n\t\t\t\t<unit>microvolts</unit>\n',
    );
  });
});

describe('datagrams', () => {
  it('ask for streams and for the time', () => {
    expect(parseDatagram("LSL:shortinfo\r\nname='x y'\r\n16601 123456\r\n")).toEqual({
      kind: 'shortinfo',
      query: "name='x y'",
      returnPort: 16601,
      queryId: '123456',
    });
    expect(shortInfoAnswer('123456', '<info/>')).toBe('123456\r\n<info/>');
    const time = parseDatagram('LSL:timedata\r\n1804289383 33778.5752\r\n');
    expect(time).toEqual({ kind: 'timedata', wave: '1804289383', sentAt: '33778.5752' });
    if (time?.kind === 'timedata')
      expect(timeAnswer(time, 1.25, 1.5)).toBe(' 1804289383 33778.5752 1.25 1.5');
  });

  it.each([
    '',
    'LSL:shortinfo',
    'LSL:shortinfo\r\n\r\n0 1\r\n',
    'LSL:shortinfo\r\n\r\n65536 1',
    'LSL:shortinfo\r\n\r\nx 1',
    'LSL:timedata\r\n\r\n',
    'LSL:timedata\r\n1 Infinity\r\n',
    'GET / HTTP/1.1\r\n',
  ])('that ask nothing are passed over: %j', (text) => {
    expect(parseDatagram(text)).toBeUndefined();
  });
});

describe('a feed', () => {
  const ask = (lines: readonly string[], format: ChannelFormat = 'float32') => {
    const request = parseFeedRequest(lines.join('\r\n'));
    if (!request) throw new Error('no request');
    return answerFeed(request, { uid: 'u-1', format });
  };
  const head = 'LSL:streamfeed/110 u-1';

  it('is sent in the byte order of the reader', () => {
    const { text, feed } = ask([head, 'Native-Byte-Order: 4321', 'Max-Chunk-Length: 8']);
    expect(text).toContain('Byte-Order: 4321\r\n');
    expect(feed).toEqual({ littleEndian: false, maxBuffered: undefined, maxChunk: 8 });
  });

  it('tells readers without subnormals to leave them out', () => {
    expect(ask([head, 'supports-subnormals: 0 ; a comment']).text).toContain('Suppress-Subnormals: 1\r\n');
    expect(ask([head, 'Supports-Subnormals: 0'], 'int16').text).toContain('Suppress-Subnormals: 0\r\n');
  });

  it.each([
    ['LSL:streamfeed/110 other', /^LSL\/110 404 Not found\r\n/],
    ['LSL:streamfeed/200 u-1', /^LSL\/110 505 Version not supported\r\n/],
    ['LSL:streamfeed', /^LSL\/110 505 .*only protocol 1\.10/],
    [`${head}\r\nValue-Size: 8`, /^LSL\/110 400 Value-Size 8: .* 4 bytes/],
    [`${head}\r\nHas-IEEE754-Floats: 0`, /^LSL\/110 400 /],
  ])('is refused to %j', (request, expected) => {
    const { text, feed } = ask(request.split('\r\n'));
    expect(text).toMatch(expected);
    expect(feed).toBeUndefined();
  });

  it('of texts does not mind the size of the reader’s own texts', () => {
    expect(ask([head, 'Value-Size: 32'], 'string').feed).toBeDefined();
  });
});
