import { writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readRecording } from '../../../../server/recordings/read-recording.js';
import { fuzz, fuzzInputs } from '../../../support/fuzz.js';
import { scratch } from '../fixtures.js';
import { cueStream, emgStream, xdfFile } from './xdf-file.js';

const at = scratch();

describe('damaged XDF', () => {
  it(
    'is read or refused by an error of the product',
    async () => {
      const valid = xdfFile(
        emgStream(
          100,
          [
            [10, 20],
            [10.2, 20],
            [10.4, 20],
            [12, 20],
          ],
          {
            offsets: [
              [10, 3],
              [12, 3.001],
            ],
          },
        ),
        cueStream(
          [
            [10, 'rest'],
            [10.3, 'hand-close'],
          ],
          { offsets: [[10, 3]] },
        ),
        cueStream(
          [
            [10, 1],
            [10.3, 2],
          ],
          { id: 3, format: 'int32' },
        ),
      );
      const outcome = await fuzz(valid, async (damaged) => {
        await writeFile(at('damaged.xdf'), damaged);
        const { blocks, info } = await readRecording(at('damaged.xdf'));
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
