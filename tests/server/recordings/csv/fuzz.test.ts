import { writeFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { fuzz } from '../../../support/fuzz.js';
import { readRecording } from '../../../../server/recordings/read-recording.js';
import { scratch } from '../fixtures.js';

const at = scratch();
const line = (i: number): string =>
  `${(i / 500).toFixed(3)};${i % 7},5;${-(i % 5)};${i < 20 ? 'rest' : 'hand close'};${i % 2}`;
const valid = Buffer.from(
  `# Sample Rate: 500 Hz\nsep=;\n"time_s";"a [µV]";"b, left [µV]";class;repetition\n${Array.from({ length: 40 }, (_, i) => line(i)).join('\r\n')}\r\n`,
);
const annotations = Buffer.from('time_s,text\n0.000000,rest\n0.040000,"hand\nclose"\n');

it('damaged text is read, or refused by an error of the product', async () => {
  const { escaped, read, refused } = await fuzz(valid, async (damaged, n) => {
    await writeFile(at('fuzzed.csv'), damaged);
    // What the annotations say of a damaged recording must not break it either.
    await writeFile(at('fuzzed.annotations.csv'), annotations);
    const { blocks } = await readRecording(at('fuzzed.csv'), n % 2 === 0 ? {} : { sampleRateHz: 1000 });
    for await (const block of blocks()) expect(block.length).toBeGreaterThan(0);
  });
  expect(escaped).toEqual(new Map());
  expect(read).toBeGreaterThan(0);
  expect(refused).toBeGreaterThan(0);
}, 600_000);

it('damaged annotations are read, or refused by an error of the product', async () => {
  const { escaped } = await fuzz(annotations, async (damaged) => {
    await writeFile(at('noted.csv'), 'time_s,a_uV\n0,1\n0.01,2\n0.02,3\n');
    await writeFile(at('noted.annotations.csv'), damaged);
    await readRecording(at('noted.csv'));
  });
  expect(escaped).toEqual(new Map());
}, 600_000);
