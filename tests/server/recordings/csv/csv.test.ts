import { readFile, stat, truncate, writeFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StreamError } from '../../../../src/ground/signal/errors.js';
import { createRecordingWriter } from '../../../../server/recordings/create-writer.js';
import { readRecording } from '../../../../server/recordings/read-recording.js';
import { feed, infoOf, noise, readAll, scratch, worst } from '../fixtures.js';

const at = scratch();

describe('CSV', () => {
  it.each(['csv', 'tsv'])(
    'round-trips a %s to half a nanovolt, names, rate and annotations included',
    async (ext) => {
      const path = at(`round.${ext}`);
      const signal = noise(3, 2500, 2048, 4, 7000);
      const writer = await createRecordingWriter(
        path,
        infoOf(3, 2048, { channelNames: ['biceps, long', 'b "2"', 'c'] }),
      );
      writer.annotate(7000, 'rest');
      await feed(writer, signal, 37);
      writer.annotate(7512, 'hand, closed');
      writer.annotate(8024, 'hand-close');
      await writer.close();
      const read = await readRecording(path);
      expect(read.info).toEqual({
        sampleRateHz: 2048,
        channelNames: ['biceps, long', 'b "2"', 'c'],
        unit: 'V',
        unitVolts: 1e-6,
      });
      expect(read.annotations).toEqual([
        { index: 0, text: 'rest' },
        { index: 512, text: 'hand, closed' },
        { index: 1024, text: 'hand-close' },
      ]);
      expect(read.segments?.map(({ label, index, length }) => [label, index, length])).toEqual([
        ['rest', 0, 1024],
        ['hand-close', 1024, 1476],
      ]);
      expect(worst(await readAll(read), { ...signal, index: 0 })).toBeLessThan(0.51e-9);
    },
  );

  it('writes the same bytes however the signal is cut into blocks', async () => {
    const signal = noise(2, 1000, 1000);
    const texts: string[] = [];
    for (const piece of [1000, 20, 7]) {
      const writer = await createRecordingWriter(at(`cut-${piece}.csv`), infoOf(2, 1000));
      await feed(writer, signal, piece);
      await writer.close();
      texts.push(await readFile(at(`cut-${piece}.csv`), 'utf8'));
    }
    expect(texts[0]).toMatch(/^time_s,E1_uV,E2_uV\n0\.000000,-?\d+\.\d{3},-?\d+\.\d{3}\n0\.001000,/);
    expect(new Set(texts).size).toBe(1);
  });

  it('reads any numbers it is given, header or not, in any unit', async () => {
    const cell = fc.double({ min: -5000, max: 5000, noNaN: true });
    const table = fc
      .integer({ min: 1, max: 4 })
      .chain((columns) =>
        fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 30 }),
      );
    await fc.assert(
      fc.asyncProperty(table, fc.boolean(), async (rows, header) => {
        const names = (rows[0] ?? []).map((_, c) => `m${c} [mV]`).join(',');
        const lines = rows.map((row) => row.join(','));
        await writeFile(at('any.csv'), `${[...(header ? [names] : []), ...lines].join('\r\n')}\r\n`);
        const signal = await readAll(await readRecording(at('any.csv'), { sampleRateHz: 200 }));
        const scale = header ? 1e-3 : 1e-6;
        for (const [i, row] of rows.entries())
          for (const [c, value] of row.entries())
            expect(signal.data[c * rows.length + i]).toBeCloseTo(Math.fround(value * scale), 9);
      }),
      { numRuns: 25 },
    );
  });

  it('names file, row and column of what it cannot read', async () => {
    const attempt = async (name: string) =>
      readAll(await readRecording(at(`${name}.csv`), { sampleRateHz: 100 }));
    await writeFile(at('bad.csv'), 'a,b\n1,2\n3,x7\n');
    await expect(attempt('bad')).rejects.toThrow(
      /bad\.csv: row 3, column 2 \(b\) says "x7", expected a number/,
    );
    await writeFile(at('ragged.csv'), '1,2\n3,4\n5\n6,7\n');
    await expect(attempt('ragged')).rejects.toThrow(/ragged\.csv: row 3 has 1 columns, expected 2/);
    await writeFile(at('hole.csv'), '1,2\n3,\n');
    await expect(attempt('hole')).rejects.toThrow(/row 2, column 2/);
    await writeFile(at('empty.csv'), '');
    await expect(readRecording(at('empty.csv'), { sampleRateHz: 100 })).rejects.toThrow(/holds no rows/);
    await writeFile(at('rateless.csv'), '1,2\n3,4\n');
    await expect(readRecording(at('rateless.csv'))).rejects.toMatchObject({
      code: 'stream',
      hint: expect.stringContaining('sampling rate') as string,
    });
    await expect(readRecording(at('nowhere.csv'))).rejects.toThrow(StreamError);
  });

  it('reads NaN as a missing sample, semicolons, a byte-order mark and comments', async () => {
    await writeFile(at('odd.csv'), '\uFEFFtime_ms;E1\n# started late\n0;1\n\n10;NaN\n20;3\n');
    const read = await readRecording(at('odd.csv'));
    expect(read.info.sampleRateHz).toBe(100);
    expect([...(await readAll(read)).data].map((volts) => volts * 1e6)).toEqual([
      expect.closeTo(1, 4),
      NaN,
      expect.closeTo(3, 4),
    ]);
  });

  it('drops the torn row of a file cut anywhere, and reads the rest', async () => {
    const path = at('torn.csv');
    const signal = noise(4, 400, 400);
    const writer = await createRecordingWriter(path, infoOf(4, 400));
    await feed(writer, signal, 40);
    await writer.close();
    const { size } = await stat(path);
    for (const cut of [3, 21, 40]) {
      await truncate(path, size - cut);
      const read = await readAll(await readRecording(path));
      expect(read.length).toBeGreaterThanOrEqual(398);
    }
  });

  it('refuses blocks that go back or change shape', async () => {
    const writer = await createRecordingWriter(at('gap.csv'), infoOf(2, 100));
    await writer.write(noise(2, 10, 100));
    expect(() => writer.write(noise(2, 10, 100, 1, 9))).toThrow(/at sample 9, expected sample 10/);
    expect(() => writer.write(noise(3, 10, 100, 1, 10))).toThrow(/3 channels/);
    await writer.close();
  });

  it('cuts blocks to the length asked for', async () => {
    const writer = await createRecordingWriter(at('blocks.csv'), infoOf(2, 1000));
    await feed(writer, noise(2, 1050, 1000), 50);
    await writer.close();
    const lengths: number[] = [];
    const read = await readRecording(at('blocks.csv'), { blockLength: 100 });
    for await (const block of read.blocks()) lengths.push(block.length);
    expect(lengths).toEqual([...Array.from({ length: 10 }, () => 100), 50]);
  });
});
