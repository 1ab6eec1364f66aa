import { describe, expect, it } from 'vitest';
import { createRecordingWriter } from '../../../server/recordings/create-writer.js';
import { readRecording } from '../../../server/recordings/read-recording.js';
import { feed, infoOf, noise, scratch } from './fixtures.js';

const at = scratch();

describe('annotations beside delimited text', () => {
  it('are one file for each recording, though names differ by their extension only, and keep line breaks', async () => {
    const texts = { csv: 'moved,\n"twice"', tsv: 'a\tb\n\nc', txt: 'plain' };
    for (const [ext, text] of Object.entries(texts)) {
      const writer = await createRecordingWriter(at(`same.${ext}`), infoOf(1, 100));
      await feed(writer, noise(1, 100, 100), 50);
      writer.annotate(25, text);
      await writer.close();
    }
    for (const [ext, text] of Object.entries(texts))
      expect((await readRecording(at(`same.${ext}`))).annotations, ext).toEqual([{ index: 25, text }]);
  });
});
