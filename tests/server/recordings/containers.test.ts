import { access, cp, readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { describe, expect, it } from 'vitest';
import { createRecordingWriter } from '../../../server/recordings/create-writer.js';
import { finishRecording } from '../../../server/recordings/finish-recording.js';
import { readRecording } from '../../../server/recordings/read-recording.js';
import { sliceBlock } from '../../../src/ground/signal/sample-block.js';
import { openSpool } from '../../../server/recordings/spool/spool.js';
import {
  feed,
  goldenPath,
  infoOf,
  noise,
  python,
  pythonWith,
  readAll,
  scratch,
  truthOf,
  worst,
} from './fixtures.js';

const at = scratch();
const startedAt = new Date(Date.UTC(2025, 5, 1, 8, 0, 0, 500));
const info = infoOf(3, 1000, {
  startedAt,
  muscleNames: ['biceps', 'triceps'],
  flags: { mains: 1, ecg: 2 },
});
const signal = noise(3, 2200, 1000, 5, 4000);

async function record(name: string): Promise<string> {
  const path = at(name);
  const writer = await createRecordingWriter(path, info, { truth: true });
  await feed(writer, signal, 20, truthOf(2, 1000));
  writer.annotate(4250, 'note');
  await writer.close();
  return path;
}

describe.each(['npz', 'h5'])('%s', (ext) => {
  it('round-trips samples bit for bit, names, rate, start and annotations', async () => {
    const read = await readRecording(await record(`round.${ext}`));
    expect(read.info).toMatchObject({ sampleRateHz: 1000, channelNames: info.channelNames, startedAt });
    expect(worst(await readAll(read), signal)).toBe(0);
    expect(read.annotations.slice(0, 3)).toEqual([
      { index: 0, text: 'rest' },
      { index: 0, text: 'artefact: ecg' },
      { index: 250, text: 'note' },
    ]);
    expect(read.segments?.map(({ label, index }) => [label, index])).toEqual([
      ['rest', 0],
      ['hand-close', 500],
      ['rest', 1000],
      ['hand-close', 1500],
      ['rest', 2000],
    ]);
    expect(read.annotations).toHaveLength(7);
  });

  it('leaves no folder behind, nor a file before it is whole', async () => {
    const writer = await createRecordingWriter(at(`live.${ext}`), info);
    await feed(writer, signal, 100);
    await expect(access(at(`live.${ext}`))).rejects.toThrow();
    await writer.close();
    await access(at(`live.${ext}`));
    await expect(access(at(`live.${ext}.part`))).rejects.toThrow();
  });

  it('can be read and finished after an interruption at any moment', async () => {
    const writer = await createRecordingWriter(at(`w.${ext}`), info, { truth: true });
    await feed(writer, signal, 20, truthOf(2, 1000));
    const killed = at(`killed.${ext}`);
    await cp(at(`w.${ext}.part`), `${killed}.part`, { recursive: true });
    await writer.close();
    // Tear every array and the log at an odd byte, as a power cut does.
    for (const name of await readdir(`${killed}.part`)) {
      const path = `${killed}.part/${name}`;
      await truncate(path, (await readFile(path)).length - 3);
    }
    const read = await readRecording(`${killed}.part`);
    expect(read.info.notes?.join()).toContain('never finished');
    const rest = await readAll(read);
    expect(rest.length).toBeGreaterThanOrEqual(1990);
    await expect(createRecordingWriter(killed, info)).rejects.toThrow(/interrupted recording/);
    const { seconds } = await finishRecording(`${killed}.part`);
    expect(seconds).toBe(rest.length / 1000);
    const finished = await readAll(await readRecording(killed));
    expect(finished.length).toBe(rest.length);
    expect(worst(finished, rest)).toBe(0);
  });
});

describe('NPZ', () => {
  it('is what NumPy loads, truth included', async () => {
    const path = await record('numpy.npz');
    const program = pythonWith('numpy');
    const script = `import numpy as np, json, sys
z = np.load(sys.argv[1])
print(json.dumps([z['signal'].shape, float(z['signal'][7, 2]), float(z['sample_rate_hz']), z['channel_names'].tolist(),
  z['muscle_names'].tolist(), z['movement_names'].tolist(), z['movement'][[0, 600]].tolist(), z['excitation'][600].tolist(),
  z['discharges'][1].tolist(), int(z['flags'][0]), float(z['clean'][7, 2]), str(z['annotation_text'][0])]))`;
    const volts = signal.data[2 * 2200 + 7] as number;
    const got = program ? python(program, script, path) : undefined;
    if (got)
      expect(got).toEqual([
        [2200, 3],
        volts,
        1000,
        ['E1', 'E2', 'E3'],
        ['biceps', 'triceps'],
        ['rest', 'hand-close'],
        [0, 1],
        [0.25, 0.5],
        [0, 7, 20],
        2,
        volts / 2,
        'rest',
      ]);
    expect((await readFile(path)).toString('latin1', 0, 4)).toBe('PK\x03\x04');
  });

  it('reads foreign archives: compressed, big-endian, channels first, column-major', async () => {
    const first = await readRecording(goldenPath('channels-first.npz'));
    expect([first.info.sampleRateHz, first.info.channelNames]).toEqual([100, ['ch1', 'ch2']]);
    const block = await readAll(first);
    expect([block.length, block.data[3], block.data[50 + 3]]).toEqual([
      50,
      expect.closeTo(3e-6, 12),
      expect.closeTo(0.100003, 8),
    ]);
    const fortran = await readRecording(goldenPath('fortran.npz'));
    expect(fortran.info.sampleRateHz).toBe(100);
    expect(worst(await readAll(fortran), block)).toBeLessThan(1e-9);
  });

  it('says what an archive holds when it cannot tell the signal', async () => {
    await expect(readRecording(goldenPath('fortran.npz'), { variable: 'emg' })).rejects.toThrow(
      /holds no array "emg"; it holds data \(50 × 2\), sampling_rate/,
    );
    await writeFile(at('torn.npz'), (await readFile(goldenPath('fortran.npz'))).subarray(0, 900));
    await expect(readRecording(at('torn.npz'))).rejects.toThrow(/no ZIP table of contents/);
  });

  it('reads single arrays once the rate is given', async () => {
    const spool = at('npy.npz');
    const writer = await createRecordingWriter(spool, info);
    await feed(writer, signal, 100);
    await cp(`${spool}.part/signal.npy`, at('one.npy'));
    await writer.close();
    await expect(readRecording(at('one.npy'))).rejects.toThrow(/sampling rate/);
    const read = await readAll(await readRecording(at('one.npy'), { sampleRateHz: 1000, unitScale: 1 }));
    expect(read.length).toBeGreaterThanOrEqual(2000);
    expect(worst(read, sliceBlock(signal, 0, read.length))).toBe(0);
  });

  it('demands truth with every block of a recording that keeps it', async () => {
    const writer = await createRecordingWriter(at('some.npz'), info, { truth: true });
    expect(() => writer.write(signal)).toThrow(/without truth/);
    expect((await openSpool(`${at('some.npz')}.part`)).samples).toBe(0);
  });
});

describe('HDF5', () => {
  it('is what h5py opens, truth included', async () => {
    const path = await record('h5py.h5');
    const program = pythonWith('h5py');
    const script = `import h5py, json, sys
f = h5py.File(sys.argv[1], 'r')
s = f['signal']
print(json.dumps([s.shape, float(s[7, 2]), float(s.attrs['sample_rate_hz']), [str(n) for n in s.attrs['channel_names']],
  f['truth/excitation'][600].tolist(), f['truth/discharges'][1].tolist(), int(f['truth/movement'][600]), f['annotations/text'][0].decode()]))`;
    const got = program ? python(program, script, path) : undefined;
    const volts = signal.data[2 * 2200 + 7];
    if (got)
      expect(got).toEqual([[2200, 3], volts, 1000, ['E1', 'E2', 'E3'], [0.25, 0.5], [0, 7, 20], 1, 'rest']);
    expect((await readFile(path)).toString('latin1', 1, 4)).toBe('HDF');
  });

  it('says so when a file is none', async () => {
    await writeFile(at('no.h5'), 'no');
    await expect(readRecording(at('no.h5'))).rejects.toThrow(/is not HDF5/);
    await expect(readRecording(await record('other.h5'), { variable: 'emg' })).rejects.toThrow(
      /holds no array "emg"/,
    );
  });
});

describe('Parquet', () => {
  it('is what hyparquet reads: time, electrodes in µV, truth', async () => {
    const path = await record('x.parquet');
    const bytes = await readFile(path);
    const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
    const metadata = await parquetMetadataAsync(file);
    expect(Number(metadata.num_rows)).toBe(2200);
    expect(metadata.key_value_metadata).toContainEqual({ key: 'sample_rate_hz', value: '1000' });
    const [row] = await parquetReadObjects({ file, rowStart: 600, rowEnd: 601 });
    expect(row).toEqual({
      time_s: 0.6,
      E1_uV: expect.closeTo((signal.data[600] as number) * 1e6, 3) as number,
      E2_uV: expect.closeTo((signal.data[2800] as number) * 1e6, 3) as number,
      E3_uV: expect.closeTo((signal.data[5000] as number) * 1e6, 3) as number,
      movement: 'hand-close',
      cue: 'hand-close',
      strength: 0.5,
      flags: 2n,
      excitation_biceps: 0.25,
      excitation_triceps: 0.5,
      force_biceps: 0.25,
      force_triceps: 0.5,
    });
  });
});
