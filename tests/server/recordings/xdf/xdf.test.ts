import { copyFile, readFile, writeFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRecordingWriter } from '../../../../server/recordings/create-writer.js';
import { readRecording } from '../../../../server/recordings/read-recording.js';
import {
  decodeLength,
  encodeChunk,
  encodeLength,
  encodeXml,
} from '../../../../server/recordings/xdf/xdf-chunks.js';
import { parseXml, textAt } from '../../../../server/recordings/xdf/xdf-xml.js';
import { feed, infoOf, noise, readAll, scratch, worst } from '../fixtures.js';

const at = scratch();

describe('XDF', () => {
  it('round-trips samples, names, rate and annotations', async () => {
    const signal = noise(3, 25_300, 1000, 8, 900);
    const writer = await createRecordingWriter(
      at('round.xdf'),
      infoOf(3, 1000, { channelNames: ['a<b', 'c&d', 'e'] }),
    );
    writer.annotate(900, 'rest');
    await feed(writer, signal, 50);
    writer.annotate(10_900, 'hand-open');
    await writer.close();
    const read = await readRecording(at('round.xdf'));
    expect(read.info).toEqual({
      sampleRateHz: 1000,
      channelNames: ['a<b', 'c&d', 'e'],
      unit: 'V',
      unitVolts: 1e-6,
    });
    expect(read.annotations).toEqual([
      { index: 0, text: 'rest' },
      { index: 10_000, text: 'hand-open' },
    ]);
    expect(read.segments?.map(({ length }) => length)).toEqual([10_000, 15_300]);
    expect(worst(await readAll(read), { ...signal, index: 0 })).toBeLessThan(1e-10);
  });

  it('lays out chunks as the specification says', async () => {
    const writer = await createRecordingWriter(at('layout.xdf'), infoOf(2, 100));
    const data = Float32Array.from([1e-6, 2e-6, 3e-6, 4e-6]);
    await writer.write({ index: 0, sampleRateHz: 100, channels: 2, length: 2, data });
    await writer.close();
    const bytes = await readFile(at('layout.xdf'));
    expect(bytes.toString('latin1', 0, 4)).toBe('XDF:');
    const tags: number[] = [];
    let samples: Buffer | undefined;
    for (let from = 4; from < bytes.length;) {
      const length = decodeLength(bytes, from) ?? { value: 0, next: bytes.length };
      const tag = bytes.readUInt16LE(length.next);
      tags.push(tag);
      if (tag === 3) samples = bytes.subarray(length.next + 2, length.next + length.value);
      from = length.next + length.value;
    }
    expect(tags).toEqual([1, 2, 2, 4, 4, 3, 6, 6]);
    // Stream 1, two samples: the first stamped 0 s, two channels each.
    expect(samples?.length).toBe(4 + 2 + 1 + 8 + 8 + 1 + 8);
    expect([samples?.readUInt32LE(0), samples?.[4], samples?.[5], samples?.[6], samples?.[23]]).toEqual([
      1, 1, 2, 8, 0,
    ]);
    expect([15, 19, 24, 28].map((offset) => samples?.readFloatLE(offset))).toEqual(
      [1, 3, 2, 4].map((microvolts) => expect.closeTo(microvolts, 5) as number),
    );
  });

  it('is readable to its last chunk wherever it is cut', async () => {
    const writer = await createRecordingWriter(at('live.xdf'), infoOf(2, 200));
    await feed(writer, noise(2, 1000, 200), 20);
    await copyFile(at('live.xdf'), at('killed.xdf'));
    expect((await readAll(await readRecording(at('killed.xdf')))).length).toBe(1000);
    await writer.close();
    const bytes = await readFile(at('killed.xdf'));
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2500, max: bytes.length - 1 }), async (cut) => {
        await writeFile(at('cut.xdf'), bytes.subarray(0, cut));
        const read = await readRecording(at('cut.xdf'));
        let length = 0;
        for await (const block of read.blocks()) length += block.length;
        expect(length % 100).toBe(0);
        expect(length).toBeGreaterThanOrEqual(Math.floor((cut - 1500) / 924) * 100 - 100);
      }),
      { numRuns: 20 },
    );
  });

  it('picks the EMG among other streams and says what there is when it cannot', async () => {
    const header = (id: number, name: string, type: string, rate: number, format: string): Uint8Array =>
      encodeChunk(
        2,
        id,
        encodeXml('info', { name, type, channel_count: 1, nominal_srate: rate, channel_format: format }),
      );
    const samples = (id: number, values: number[]): Uint8Array => {
      const body = Buffer.alloc(2 + values.length * 3);
      body.set([1, values.length]);
      for (const [i, value] of values.entries()) body.writeInt16LE(value, 2 + i * 3 + 1);
      return encodeChunk(3, id, body);
    };
    const head = [Buffer.from('XDF:'), encodeChunk(1, undefined, encodeXml('info', { version: '1.0' }))];
    const eeg = [header(1, 'cap', 'EEG', 250, 'int16'), samples(1, [9])];
    const emg = [header(2, 'arm', 'EMG', 500, 'int16'), samples(2, [-5, 7])];
    await writeFile(at('two.xdf'), Buffer.concat([...head, ...eeg, ...emg]));
    const read = await readRecording(at('two.xdf'));
    expect(read.info.sampleRateHz).toBe(500);
    expect([...(await readAll(read)).data]).toEqual([-5e-6, 7e-6].map(Math.fround));
    const cap = await readAll(await readRecording(at('two.xdf'), { stream: 'cap' }));
    expect([...cap.data]).toEqual([Math.fround(9e-6)]);
    await writeFile(at('none.xdf'), Buffer.concat(head));
    await expect(readRecording(at('none.xdf'))).rejects.toThrow(/no EMG stream; it holds no streams/);
    await writeFile(at('not.xdf'), 'hello');
    await expect(readRecording(at('not.xdf'))).rejects.toThrow(/does not start with "XDF:"/);
  });

  it('reads back any length and any text it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 40 }), fc.string(), (length, text) => {
        const bytes = Buffer.from(encodeLength(length));
        expect(decodeLength(bytes, 0)).toEqual({ value: length, next: bytes.length });
        expect(decodeLength(bytes.subarray(0, -1), 0)).toBeUndefined();
        const xml = parseXml(Buffer.from(encodeXml('label', text)).toString(), 'header');
        expect(textAt(xml, 'label')).toBe(Buffer.from(text).toString().trim());
      }),
    );
  });
});
