import { writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readRecording } from '../../../../server/recordings/read-recording.js';
import { fuzz, fuzzInputs } from '../../../support/fuzz.js';
import { scratch } from '../fixtures.js';
import { edfFile } from './edf-file.js';

const at = scratch();
const wave = Array.from({ length: 40 }, (_, i) => Math.round(900 * Math.sin(i / 3)));
const texts = [
  '+0\x14\x14\0+0.25\x150.5\x14hand-close\x14\0',
  '+1\x14\x14\0+1.5\x14rest\x14\0',
  '+4\x14\x14\0',
];

describe('damaged EDF and BDF', () => {
  it.each([
    ['edf', 'C'],
    ['bdf', 'D'],
  ] as const)(
    'is read or refused by an error of the product: %s+%s',
    async (format, plus) => {
      const valid = edfFile(
        [
          { label: 'EMG a', records: [wave, wave, wave] },
          { label: 'EEG C3', records: [[1, 2], [3], [4, 5]] },
        ],
        { format, plus, texts, recordSeconds: 1 },
      );
      const path = at(`damaged.${format}`);
      const outcome = await fuzz(valid, async (damaged) => {
        await writeFile(path, damaged);
        const { blocks, info } = await readRecording(path);
        for await (const block of blocks()) {
          expect(block.data.length).toBe(info.channelNames.length * block.length);
          expect(Number.isSafeInteger(block.index)).toBe(true);
        }
      });
      expect([...outcome.escaped]).toEqual([]);
      expect(outcome.read + outcome.refused).toBe(fuzzInputs);
    },
    fuzzInputs * 60 + 20_000,
  );
});
