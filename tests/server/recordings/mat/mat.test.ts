import { readFile, writeFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StreamError } from '../../../../src/ground/signal/errors.js';
import { mat5Variables } from '../../../../server/recordings/mat/mat5-file.js';
import { arraysOf } from '../../../../server/recordings/mat/mat-arrays.js';
import { readLabelled } from '../../../../server/recordings/read-labelled.js';
import { readRecording } from '../../../../server/recordings/read-recording.js';
import { goldenPath, readAll, scratch } from '../fixtures.js';

const at = scratch();

// The fixtures were written by scipy.io.savemat: sample t of channel c of movement m is (t + 1000 m + 100000 c) µV.
describe('MAT', () => {
  it.each([
    ['rec-session.mat', 1],
    ['rec-session-plain.mat', 1e-6],
  ])('reads the BioPatRec session %s', async (name, unitScale) => {
    const read = await readRecording(goldenPath(name), { unitScale });
    expect(read.info).toEqual({
      sampleRateHz: 100,
      channelNames: ['ch1', 'ch2'],
      unit: 'V',
      unitVolts: unitScale,
    });
    const signal = await readAll(read);
    expect([signal.channels, signal.length]).toEqual([2, 1200]);
    for (const [c, sample] of [
      [0, 0],
      [1, 399],
      [0, 400],
      [1, 1199],
    ] as const) {
      const microvolts = (sample % 400) + 1000 * Math.floor(sample / 400) + 100_000 * c;
      expect(signal.data[c * 1200 + sample]).toBeCloseTo(microvolts * 1e-6, 7);
    }
    expect(read.annotations).toEqual([
      { index: 0, text: 'Open Hand' },
      { index: 400, text: 'Close Hand' },
      { index: 800, text: 'Agree' },
    ]);
  });

  it('labels contractions, and the middle of the pauses as rest', async () => {
    const { segments } = await readLabelled(goldenPath('rec-session.mat'));
    expect(segments).toHaveLength(12);
    const rows = segments
      .slice(0, 5)
      .map(({ label, classIndex, repetition, signal }) => [
        label,
        classIndex,
        repetition,
        signal.length,
        Math.round((signal.data[0] as number) * 1e6),
      ]);
    expect(rows).toEqual([
      ['hand-open', 0, 0, 100, 0],
      ['rest', 3, 0, 50, 125],
      ['hand-open', 0, 1, 100, 200],
      ['rest', 3, 1, 50, 325],
      ['hand-close', 1, 0, 100, 1000],
    ]);
    expect(segments[10]?.label).toBe('Agree');
  });

  it('says what is wrong with a session of the wrong shape', async () => {
    await expect(readRecording(goldenPath('rec-session-wrong-shape.mat'))).rejects.toThrow(
      /says 5 channels \(nCh\), its data is 40 × 2 × 3/,
    );
  });

  it('reads a plain matrix, either way round, with its rate', async () => {
    const read = await readRecording(goldenPath('matrix.mat'));
    const signal = await readAll(read);
    expect([read.info.sampleRateHz, signal.channels, signal.length]).toEqual([100, 2, 50]);
    expect(signal.data[50 + 4]).toBeCloseTo(0.100004e-6, 12);
    await expect(readRecording(goldenPath('matrix.mat'), { variable: 'note' })).rejects.toThrow(
      /note: holds text, expected real numbers/,
    );
    await expect(readRecording(goldenPath('matrix.mat'), { variable: 'x' })).rejects.toThrow(
      /holds no array "x"; it holds emg \(2 × 50\)/,
    );
  });

  it('tells other files apart', async () => {
    await writeFile(at('text.mat'), 'hello');
    await expect(readRecording(at('text.mat'))).rejects.toMatchObject({
      message: expect.stringContaining('is no MAT-file of MATLAB 4, 5 or 7.3') as string,
      hint: expect.stringContaining('-v7') as string,
    });
  });

  it('raises nothing but StreamError on a file cut or damaged anywhere', async () => {
    const bytes = await readFile(goldenPath('rec-session-plain.mat'));
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(255), fc.boolean(), async (place, value, cut) => {
        const damaged = Buffer.from(cut ? bytes.subarray(0, place) : bytes);
        if (!cut) damaged[place] = value;
        try {
          await arraysOf(await mat5Variables(damaged, 'x.mat'), 'x.mat');
        } catch (error) {
          expect(error).toBeInstanceOf(StreamError);
        }
      }),
      { numRuns: 300 },
    );
  });
});
