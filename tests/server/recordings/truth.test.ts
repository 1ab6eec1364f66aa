import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { createRecordingWriter } from '../../../server/recordings/create-writer.js';
import { readRecording } from '../../../server/recordings/read-recording.js';
import { feed, infoOf, noise, scratch, truthOf } from './fixtures.js';

const at = scratch();
const info = infoOf(1, 1000, { muscleNames: ['biceps', 'triceps'], flags: { mains: 1, ecg: 2 } });

describe('truth beside a signal', () => {
  it('goes to truth.csv and discharges.csv, 100 rows a second, flags gathered', async () => {
    const writer = await createRecordingWriter(at('x.csv'), info, { truth: true });
    await feed(writer, noise(1, 2000, 1000, 1, 0), 20, truthOf(2, 1000));
    await writer.close();
    const rows = (await readFile(at('x.truth.csv'), 'utf8')).trimEnd().split('\n');
    expect(rows).toHaveLength(201);
    expect([rows[0], rows[1], rows[51], rows[101]]).toEqual([
      'time_s,movement,strength,cue,flags,excitation_biceps,excitation_triceps',
      '0.000000,rest,0.0000,rest,0,0.00000,0.00000',
      '0.500000,hand-close,0.5000,hand-close,0,0.25000,0.50000',
      '1.000000,rest,0.0000,rest,2,0.00000,0.00000',
    ]);
    const discharges = (await readFile(at('x.discharges.csv'), 'utf8')).trimEnd().split('\n');
    expect(discharges.slice(0, 3)).toEqual([
      'time_s,sample,muscle,unit',
      '0.000000,0.000,biceps,7',
      '0.020000,20.000,biceps,7',
    ]);
    expect(discharges).toHaveLength(101);
  });

  it('annotates movements and the first sign of each artefact in EDF+', async () => {
    const writer = await createRecordingWriter(at('x.edf'), info, { truth: true });
    await feed(writer, noise(1, 2000, 1000, 1, 0), 20, truthOf(2, 1000));
    await writer.close();
    expect((await readRecording(at('x.edf'))).annotations).toEqual([
      { index: 0, text: 'rest' },
      { index: 500, text: 'hand-close' },
      { index: 1000, text: 'rest' },
      { index: 1000, text: 'artefact: ecg' },
      { index: 1500, text: 'hand-close' },
    ]);
  });

  it('annotates an artefact again only after it was quiet for 2 s', async () => {
    const writer = await createRecordingWriter(at('beat.csv'), info, { truth: true });
    // A heart beating every second, then a pause of 3 s.
    const beats = new Set([1, 2, 3, 6, 7].map((second) => second * 1000 + 13));
    const resting = { ...truthOf(2, 1000)(noise(1, 20, 1000)).steps };
    await feed(writer, noise(1, 8000, 1000), 20, (block) => ({
      ...truthOf(2, 1000)(block),
      steps: { ...resting, index: [block.index] },
      flags: Uint32Array.from({ length: block.length }, (_, i) => (beats.has(block.index + i) ? 2 : 0)),
    }));
    await writer.close();
    expect((await readRecording(at('beat.csv'))).annotations).toEqual([
      { index: 0, text: 'rest' },
      { index: 1013, text: 'artefact: ecg' },
      { index: 6013, text: 'artefact: ecg' },
    ]);
  });

  it('is left out unless asked for', async () => {
    const writer = await createRecordingWriter(at('bare.csv'), info);
    await feed(writer, noise(1, 100, 1000), 20, truthOf(2, 1000));
    await writer.close();
    await expect(readFile(at('bare.truth.csv'))).rejects.toThrow(/ENOENT/);
  });

  it('refuses a format that is not written', async () => {
    await expect(createRecordingWriter(at('x.wav'), info)).rejects.toMatchObject({
      code: 'config',
      hint: expect.stringContaining('edf') as string,
    });
  });
});
