import { describe, expect, it } from 'vitest';
import { createRecordingWriter } from '../../../server/recordings/create-writer.js';
import { readRecording } from '../../../server/recordings/read-recording.js';
import { formatOf, formats, namesOf, writtenFormats } from '../../../server/recordings/registry.js';
import { recordedFormats } from '../../../src/protocol/recorded-formats.js';
import { feed, infoOf, noise, readAll, scratch } from './fixtures.js';

const at = scratch();

describe('the registry of formats', () => {
  it('names no format and no extension twice, and reads or writes each', () => {
    for (const list of [formats.map(({ name }) => name), formats.flatMap(({ extensions }) => extensions)])
      expect(new Set(list).size).toBe(list.length);
    for (const { name, read, begin, explain } of formats) {
      expect(read ?? begin, name).toBeDefined();
      expect(explain, name).not.toBe('');
    }
  });

  it('writes every format that the wire offers to record in, to files of that extension', () => {
    for (const format of recordedFormats) expect(formatOf(`emg.${format}`)).toMatchObject({ name: format });
    expect(writtenFormats.map(({ name }) => name)).toEqual(expect.arrayContaining([...recordedFormats]));
  });

  it.each(formats.filter(({ read, begin }) => read && begin))(
    '$name reads what it writes',
    async ({ extensions: [extension] }) => {
      const path = at(`written.${extension}`);
      const signal = noise(2, 500, 1000, 3);
      const writer = await createRecordingWriter(path, infoOf(2, 1000));
      await feed(writer, signal, 50);
      await writer.close();
      const read = await readRecording(path);
      expect(read.info.sampleRateHz).toBe(1000);
      expect((await readAll(read)).length).toBeGreaterThanOrEqual(500);
    },
  );

  it('knows a format by its extension, also while it is recorded', () => {
    expect(formatOf('a/B.EDF')?.name).toBe('edf');
    expect(formatOf('a.npz.part')?.name).toBe('npz');
    expect(formatOf('a.b/c')).toBeUndefined();
  });

  it('says what can be written where nothing fits', async () => {
    await expect(createRecordingWriter(at('a.mat'), infoOf(1, 1000))).rejects.toMatchObject({
      code: 'config',
      hint: `Write ${namesOf(writtenFormats)}.`,
    });
  });
});
