import { copyFile, readFile, truncate, writeFile } from 'node:fs/promises';
import { EDF } from 'edfjs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRecordingWriter } from '../../../../server/recordings/create-writer.js';
import { encodeAnnotation, parseAnnotations } from '../../../../server/recordings/edf/edf-annotations.js';
import { edfLabels, recordLayout } from '../../../../server/recordings/edf/edf-layout.js';
import { EdfWriter } from '../../../../server/recordings/edf/edf-writer.js';
import { readRecording } from '../../../../server/recordings/read-recording.js';
import { feed, infoOf, noise, python, pythonWith, readAll, scratch, worst } from '../fixtures.js';

const at = scratch();
const startedAt = new Date(Date.UTC(2024, 1, 29, 13, 5, 9, 250));

async function record(name: string, channels = 4, rate = 2000, length = 4500): Promise<string> {
  const path = at(name);
  const writer = await createRecordingWriter(path, infoOf(channels, rate, { startedAt }));
  writer.annotate(600, 'rest');
  writer.annotate(600 + rate, 'hand-close');
  writer.annotate(700, 'électrode déplacée');
  await feed(writer, noise(channels, length, rate, 3, 600), 40);
  await writer.close();
  return path;
}

describe('EDF+ and BDF+', () => {
  it.each([
    ['edf', 0.1001e-6],
    ['bdf', 0.0157e-6],
  ])('round-trips %s within half a step, to the exact sample', async (ext, step) => {
    const path = await record(`round.${ext}`);
    const read = await readRecording(path);
    expect(read.info).toEqual({
      sampleRateHz: 2000,
      channelNames: ['E1', 'E2', 'E3', 'E4'],
      unit: 'V',
      unitVolts: 1e-6,
      startedAt,
    });
    expect(read.annotations).toEqual([
      { index: 0, text: 'rest' },
      { index: 100, text: 'électrode déplacée' },
      { index: 2000, text: 'hand-close' },
    ]);
    expect(read.segments).toEqual([
      { label: 'rest', classIndex: 0, repetition: 0, trial: '0', index: 0, length: 2000 },
      { label: 'hand-close', classIndex: 1, repetition: 0, trial: '0', index: 2000, length: 2500 },
    ]);
    expect(worst(await readAll(read), noise(4, 4500, 2000, 3))).toBeLessThan(step);
  });

  it('writes the header byte for byte as the specification lays it out', async () => {
    const bytes = await readFile(await record('header.edf', 1, 1000, 2000));
    const text = bytes.toString('latin1');
    const fields = [8, 80, 80, 8, 8, 8, 44, 8, 8, 4];
    let from = 0;
    expect(fields.map((width) => text.slice(from, (from += width)).trimEnd())).toEqual([
      '0',
      'X X X X',
      'Startdate 29-FEB-2024 X X Myodesis',
      '29.02.24',
      '13.05.09',
      '768',
      'EDF+C',
      '2',
      '1',
      '2',
    ]);
    const signal = [16, 80, 8, 8, 8, 8, 8, 80, 8, 32].map((width) => {
      const both = [text.slice(from, from + width), text.slice(from + width, from + 2 * width)];
      from += 2 * width;
      return both.map((field) => field.trimEnd());
    });
    expect(signal).toEqual([
      ['EMG E1', 'EDF Annotations'],
      ['', ''],
      ['uV', ''],
      ['-6553.6', '-1'],
      ['6553.4', '1'],
      ['-32768', '-32768'],
      ['32767', '32767'],
      ['', ''],
      ['1000', '120'],
      ['', ''],
    ]);
    expect(from).toBe(768);
    expect(bytes.length).toBe(768 + 2 * (1000 * 2 + 240));
    expect(bytes.toString('latin1', 768 + 2000, 768 + 2014)).toBe('+0.25\x14\x14\0+0.25\x14');
  });

  it('opens in edfjs with the same samples', async () => {
    const path = at('edfjs.edf');
    const signal = noise(3, 3000, 1000, 9);
    const writer = await createRecordingWriter(path, infoOf(3, 1000));
    writer.annotate(1500, 'hand-open');
    writer.annotate(2500, 'x'.repeat(2000));
    await feed(writer, signal, 100);
    await writer.close();
    const file = new EDF();
    const bytes = await readFile(path);
    file.read_buffer(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
    const samples = (await file.get_physical_samples(0, 3, ['EMG E2']))['EMG E2'] ?? [];
    expect(samples.length).toBe(3000);
    for (const i of [0, 1, 999, 1000, 2999])
      expect(samples[i]).toBeCloseTo((signal.data[3000 + i] as number) * 1e6, 0);
    expect(file.num_channels).toBe(4);
    const annotations = file.annotations.map(({ onset, label }) => [onset, ...label]);
    expect(annotations).toContainEqual([1.5, 'hand-open']);
    expect(annotations).toContainEqual([2.5, 'x'.repeat(2000)]);
  });

  it('agrees with MNE-Python, where that is installed', async () => {
    const program = pythonWith('mne');
    const paths = [await record('mne.edf', 64), await record('mne.bdf', 64)];
    const read = await Promise.all(paths.map(async (path) => readAll(await readRecording(path))));
    for (const [i, path] of program ? paths.entries() : []) {
      const script = `import mne, json, sys
mne.set_log_level('ERROR')
raw = (mne.io.read_raw_bdf if sys.argv[1].endswith('bdf') else mne.io.read_raw_edf)(sys.argv[1], preload=True)
data = raw.get_data()
print(json.dumps([raw.info['sfreq'], raw.ch_names[63], data[63, :3].tolist(), sorted(set(raw.annotations.description)), raw.info['meas_date'].isoformat()]))`;
      const [rate, name, samples, texts, date] = python(program ?? '', script, path) as [
        number,
        string,
        number[],
        string[],
        string,
      ];
      expect([rate, name]).toEqual([2000, 'EMG E64']);
      for (const [k, sample] of samples.entries())
        expect(sample).toBeCloseTo(read[i]?.data[63 * 4500 + k] as number, 10);
      expect(texts).toEqual(expect.arrayContaining(['rest', 'hand-close', 'électrode déplacée']));
      expect(date).toContain('2024-02-29T13:05:09');
    }
    expect(read.map(({ channels }) => channels)).toEqual([64, 64]);
  });

  it('reads what an interrupted recording left, and says that it was not closed', async () => {
    const writer = await createRecordingWriter(at('live.edf'), infoOf(2, 500));
    const signal = noise(2, 2300, 500);
    await feed(writer, signal, 25);
    await copyFile(at('live.edf'), at('killed.edf'));
    expect((await readFile(at('killed.edf'))).toString('latin1', 236, 244)).toBe('-1      ');
    const read = await readRecording(at('killed.edf'));
    expect(read.info.notes).toEqual([expect.stringContaining('never closed')]);
    expect((await readAll(read)).length).toBe(2000);
    await writer.close();
    expect((await readAll(await readRecording(at('live.edf')))).length).toBe(2300);
  });

  it('reads a file cut at any byte after its header up to its last whole record', async () => {
    const path = await record('whole.bdf', 3, 400, 2000);
    const bytes = await readFile(path);
    const headerBytes = 256 * 5;
    const record0 = (bytes.length - headerBytes) / 5;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: headerBytes + record0, max: bytes.length - 1 }), async (cut) => {
        await writeFile(at('cut.bdf'), bytes.subarray(0, cut));
        const read = await readRecording(at('cut.bdf'));
        const blocks: number[] = [];
        for await (const block of read.blocks()) blocks.push(block.length);
        expect(blocks.length).toBe(Math.floor((cut - headerBytes) / record0));
        expect(read.info.notes?.join()).toContain('cut short');
      }),
      { numRuns: 20 },
    );
    await truncate(path, headerBytes + record0 - 1);
    await expect(readRecording(path)).rejects.toThrow(/holds no whole data record/);
    await truncate(path, 700);
    await expect(readRecording(path)).rejects.toThrow(/needs 1280 bytes, got 700/);
  });

  it('says which header field is wrong', async () => {
    const bytes = await readFile(await record('field.edf'));
    bytes.write('abc ', 252, 'latin1');
    await writeFile(at('field.edf'), bytes);
    await expect(readRecording(at('field.edf'))).rejects.toThrow(
      /number of signals \(bytes 252 to 255\) says "abc", expected a number/,
    );
    await writeFile(at('png.edf'), Buffer.alloc(300, 'P'));
    await expect(readRecording(at('png.edf'))).rejects.toThrow(/expected an EDF or BDF header/);
  });

  it('holds what is out of range at the edge, writes NaN as 0, and says so', async () => {
    const writer = await EdfWriter.create(at('clip.edf'), infoOf(1, 100));
    const data = Float32Array.from([1, -1, NaN, 1e-4]);
    void writer.write({ index: 0, sampleRateHz: 100, channels: 1, length: 4, data });
    await writer.close();
    expect([writer.clipped, writer.replaced]).toEqual([2, 1]);
    const read = await readRecording(at('clip.edf'));
    expect([...(await readAll(read)).data]).toEqual(
      [6553.4e-6, -6553.6e-6, 0, 1e-4].map((volts) => expect.closeTo(volts, 9) as number),
    );
    expect(read.annotations.map(({ text }) => text)).toEqual([
      'E1: beyond 6553 uV, held there',
      'E1: no number, written as 0',
    ]);
  });

  it.each(['edf', 'bdf'])('keeps every annotation of %s whole, without adding a sample', async (ext) => {
    const path = at(`many.${ext}`);
    const signal = noise(1, 250, 100);
    const writer = await createRecordingWriter(path, infoOf(1, 100));
    const texts = Array.from({ length: 100 }, (_, i) => `note ${i} ${'é'.repeat(i * 5)}`);
    await feed(writer, signal, 50);
    for (const [i, text] of texts.entries()) writer.annotate(2 * i, text);
    await writer.close();
    const read = await readRecording(path);
    expect(worst(await readAll(read), signal)).toBeLessThan(0.101e-6);
    expect(read.annotations).toEqual(texts.map((text, i) => ({ index: 2 * i, text })));
    // The file itself has the three records that the samples take, for readers that know no mark of the end.
    expect((await readFile(path)).toString('latin1', 236, 244)).toBe('3       ');
  });

  it('takes one text longer than many records, and texts where no sample was written', async () => {
    const long = 'x'.repeat(5000);
    const writer = await createRecordingWriter(at('long.edf'), infoOf(2, 100));
    await feed(writer, noise(2, 1000, 100), 100);
    writer.annotate(500, long);
    await writer.close();
    const read = await readRecording(at('long.edf'));
    expect((await readAll(read)).length).toBe(1000);
    expect(read.annotations).toEqual([{ index: 500, text: long }]);
    const empty = await createRecordingWriter(at('empty.edf'), infoOf(1, 100));
    empty.annotate(0, long);
    await empty.close();
    const nothing = await readRecording(at('empty.edf'));
    expect(nothing.annotations).toEqual([{ index: 0, text: long }]);
    for await (const block of nothing.blocks()) expect(block).toBeUndefined();
  });

  it('parses any annotation it writes', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
    const onset = fc.integer({ min: 0, max: 1e9 }).map((micro) => micro / 1e6);
    fc.assert(
      fc.property(text, onset, (words, seconds) => {
        const bytes = encodeAnnotation({ onset: seconds, text: words });

        const plain = words.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f]/g, ' ');
        expect(parseAnnotations(bytes)).toEqual({
          start: seconds,
          annotations: [{ onset: seconds, text: plain }],
        });
      }),
    );
  });

  it('lays out records of at most 1 s and 61 440 bytes with exact durations', () => {
    expect(recordLayout('edf', 8, 2000)).toEqual({ samples: 2000, seconds: 1 });
    expect(recordLayout('edf', 64, 2000)).toEqual({ samples: 400, seconds: 0.2 });
    expect(recordLayout('bdf', 64, 2000)).toEqual({ samples: 250, seconds: 0.125 });
    const odd = recordLayout('edf', 16, 34000 / 27);
    expect(odd.samples / odd.seconds).toBeCloseTo(34000 / 27, 6);
    expect(() => recordLayout('bdf', 30000, 2000)).toThrow(/30000 channels/);
  });

  it('gives every signal a label of its own', () => {
    expect(edfLabels(['biceps long head, distal', 'biceps long head, proximal', 'E1', 'µ'])).toEqual([
      'biceps long head',
      'biceps long he~2',
      'EMG E1',
      'EMG _',
    ]);
  });

  it('reads plain EDF in mV, leaving out what is no voltage, and jumps over pauses of EDF+D', async () => {
    const bytes = await readFile(await record('plain.edf', 2, 100, 300));
    const put = (offset: number, text: string, width: number): void => {
      bytes.write(text.padEnd(width), offset, 'latin1');
    };
    put(192, 'EDF+D', 44);
    put(256 + 3 * 96, 'mV', 8);
    put(256 + 3 * 96 + 8, 'degC', 8);
    const recordBytes = 2 * 200 + 240;
    put(256 * 4 + 2 * recordBytes + 400, '+7.25\x14\x14\0', 8);
    await writeFile(at('plain.edf'), bytes);
    const read = await readRecording(at('plain.edf'));
    expect(read.info.channelNames).toEqual(['E1']);
    expect(read.info.notes).toEqual([
      'Signal "EMG E2" left out: in "degC", not a voltage.',
      'The recording pauses once (5 s after sample 199); the sample index jumps there.',
    ]);
    const starts: number[] = [];
    for await (const block of read.blocks()) starts.push(block.index);
    expect(starts).toEqual([0, 100, 700]);
  });
});
