import { readFile, readdir } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { BidsWriter } from '../../../server/recordings/bids/bids-writer.js';
import { createRecordingWriter } from '../../../server/recordings/create-writer.js';
import { LibEmgWriter } from '../../../server/recordings/libemg/libemg-writer.js';
import { readLabelled } from '../../../server/recordings/read-labelled.js';
import { readRecording } from '../../../server/recordings/read-recording.js';
import type { RecordingWriter } from '../../../server/recordings/recording.js';
import { concatBlocks, sliceBlock, type SampleBlock } from '../../../src/ground/signal/sample-block.js';
import { StreamCheck } from '../../../src/recording/stream-check.js';
import { infoOf, noise, python, pythonWith, scratch, truthOf, worst } from './fixtures.js';

const at = scratch();
const rate = 500;
const info = infoOf(2, rate, { startedAt: new Date(Date.UTC(2025, 5, 1, 8)) });
const signal = noise(2, 14_000, rate, 3, 700);
/** What is there of it, in samples from its start: a gap within a data record, one of several, one that ends at a second. */
const stretches = [
  [0, 3730],
  [3830, 5200],
  [9710, 11_000],
  [12_500, 14_000],
] as const;
const parts = stretches.map(([from, until]) => sliceBlock(signal, from, until));

async function feed(writer: RecordingWriter, truth = false): Promise<void> {
  const truthOfBlock = truthOf(1, rate);
  for (const part of parts)
    for (let from = 0; from < part.length; from += 10) {
      const block = sliceBlock(part, from, Math.min(part.length, from + 10));
      await writer.write(block, truth ? truthOfBlock(block) : undefined);
    }
}

/** The stretches of a recording that have no gap within. */
async function stretchesOf(path: string): Promise<{ parts: SampleBlock[]; notes: string; marks: unknown[] }> {
  const read = await readRecording(path);
  const blocks: SampleBlock[][] = [];
  for await (const block of read.blocks()) {
    const last = blocks.at(-1)?.at(-1);
    if (last && last.index + last.length === block.index) blocks.at(-1)?.push(block);
    else blocks.push([block]);
  }
  const marks = read.annotations
    .filter(({ text }) => text.startsWith('mark'))
    .map(({ index, text }) => [index, text]);
  return { parts: blocks.map((all) => concatBlocks(all)), notes: read.info.notes?.join(' ') ?? '', marks };
}

function expectStretches(found: readonly SampleBlock[], tolerance: number): void {
  expect(found.map(({ index, length }) => [index, index + length])).toEqual(
    stretches.map((each) => [...each]),
  );
  for (const [n, part] of parts.entries()) {
    const read = found[n];
    if (read) expect(worst(read, part)).toBeLessThan(tolerance);
  }
}

describe.each(['csv', 'tsv', 'edf', 'bdf', 'xdf', 'npz', 'h5', 'parquet'])('a gap in %s', (ext) => {
  it('is a jump of the index when it is read, and labels stand where they stood', async () => {
    const path = at(`gap.${ext}`);
    const writer = await createRecordingWriter(path, info, { truth: true });
    await feed(writer, true);
    writer.annotate(700 + 4100, 'mark one');
    writer.annotate(700 + 12_600, 'mark two');
    await writer.close();
    const { parts: found, notes, marks } = await stretchesOf(path);
    expectStretches(found, 0.11e-6);
    expect(notes).toMatch(/gap|pause/);
    expect(marks).toEqual([
      [4100, 'mark one'],
      [12_600, 'mark two'],
    ]);
  });

  it('shows in a recording that was never finished', async () => {
    const path = at(`killed.${ext}`);
    const writer = await createRecordingWriter(path, info);
    await feed(writer);
    const spooled = ['npz', 'h5', 'parquet'].includes(ext);
    const { parts: found } = await stretchesOf(`${path}${spooled ? '.part' : ''}`);
    expect(found.map(({ index }) => index)).toEqual(stretches.map(([from]) => from));
    // What is not on disk yet is within the last second.
    expect((found.at(-1)?.index ?? 0) + (found.at(-1)?.length ?? 0)).toBeGreaterThanOrEqual(13_500);
    await writer.close();
  });
});

it('a gap in LibEMG’s folder begins another repetition', async () => {
  const writer = await LibEmgWriter.create(at('libemg'), info, { classes: ['fist'] });
  await writer.begin('fist');
  await feed(writer);
  await writer.close();
  const { segments } = await readLabelled(at('libemg'), { sampleRateHz: rate, unitScale: 1e-6 });
  expect(segments.map(({ signal: { length } }) => length).sort((a, b) => a - b)).toEqual(
    stretches.map(([from, until]) => until - from).sort((a, b) => a - b),
  );
});

it('a gap in a BIDS dataset is told in its tables', async () => {
  const writer = await BidsWriter.create(at('bids'), info);
  await feed(writer);
  await writer.close();
  const sidecar: unknown = JSON.parse(await readFile(writer.path.replace('.bdf', '.json'), 'utf8'));
  expect(sidecar).toMatchObject({ RecordingType: 'discontinuous', RecordingDuration: 28 });
  expectStretches((await stretchesOf(writer.path)).parts, 0.11e-6);
  expect(await readdir(at('bids'))).toContain('dataset_description.json');
});

it('what others read of an EDF with a gap is an EDF+D whose records are where they were', async () => {
  const path = at('others.edf');
  const writer = await createRecordingWriter(path, info);
  await feed(writer);
  await writer.close();
  const bytes = await readFile(path);
  expect(bytes.toString('latin1', 192, 197)).toBe('EDF+D');
  expect(bytes.toString('latin1')).toContain('Recording pauses');
  const program = pythonWith('mne');
  if (program)
    expect(
      python(
        program,
        'import mne, sys, json; r = mne.io.read_raw_edf(sys.argv[1], verbose=False); print(json.dumps(int(r.n_times)))',
        path,
      ),
    ).toBe(8500);
});

it('rows and index of a recording with gaps', () => {
  const check = new StreamCheck(info);
  for (const part of parts) check.accept(part);
  expect([check.start, check.length, check.span]).toEqual([700, 7890, 14_000]);
  const rows = [0, 3729, 3800, 3830, 6000, 9710, 13_999].map((index) => check.row(700 + index));
  expect(rows).toEqual([0, 3729, 3730, 3730, 5100, 5100, 7889]);
  expect(() => check.accept(sliceBlock(signal, 0, 10))).toThrow(/or later/);
});
