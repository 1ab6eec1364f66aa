import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { sliceBlock } from '../../../src/ground/signal/sample-block.js';
import { readRecording } from '../../../server/recordings/read-recording.js';
import { noise, readAll, scratch, worst } from './fixtures.js';

const at = scratch();
const url = (path: string): string => JSON.stringify(new URL(`../../../${path}`, import.meta.url).href);
const formats = ['csv', 'edf', 'bdf', 'xdf', 'npz', 'h5', 'parquet'];
const seconds = 3.7;

/** Records in every format at once, then kills itself without a word. */
const recorder = `
const { createRecordingWriter } = await import(${url('server/recordings/create-writer.ts')});
const { infoOf, noise } = await import(${url('tests/server/recordings/signals.ts')});
const { sliceBlock } = await import(${url('src/ground/signal/sample-block.ts')});
const signal = noise(4, 500 * ${seconds}, 500, 11);
const writers = [];
for (const ext of ${JSON.stringify(formats)})
  writers.push(await createRecordingWriter(process.argv[1] + '.' + ext, infoOf(4, 500)));
for (let from = 0; from < signal.length; from += 10)
  for (const writer of writers) await writer.write(sliceBlock(signal, from, from + 10));
process.kill(process.pid, 'SIGKILL');
`;

describe('a recording whose process is killed', () => {
  it('is readable up to the last second in every format', async () => {
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '-e', recorder, at('killed')],
      { stdio: 'inherit' },
    );
    const [, reason] = (await once(child, 'exit')) as [number | null, string | null];
    expect(reason).toBe('SIGKILL');
    const signal = noise(4, 500 * seconds, 500, 11);
    for (const ext of formats) {
      const spooled = ['npz', 'h5', 'parquet'].includes(ext);
      const read = await readAll(await readRecording(`${at('killed')}.${ext}${spooled ? '.part' : ''}`));
      expect(read.length).toBeGreaterThanOrEqual(500 * (seconds - 1));
      expect(worst(read, sliceBlock(signal, 0, read.length))).toBeLessThan(0.11e-6);
    }
  });
});
