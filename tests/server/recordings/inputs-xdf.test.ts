import { writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { StreamError } from '../../../src/ground/signal/errors.js';
import { readRecording } from '../../../server/recordings/read-recording.js';
import type { ReadOptions } from '../../../server/recordings/recording.js';
import { cueStream, emgStream, xdfFile, type MadeStream } from './xdf/xdf-file.js';
import { inputPath, scratch } from './fixtures.js';
import { linesOf, type Lines } from './lines.js';

const at = scratch();
const read = async (path: string, options: ReadOptions = {}): Promise<Lines> =>
  linesOf(await readRecording(path, options));

const unitless =
  'The channels of the stream "Band" without a unit: the numbers were taken as µV (--unit mV says otherwise).';

describe('XDF files of others', () => {
  it.each<[string, Partial<Lines>]>([
    // 300 samples come before the cue, as pyxdf has it, and the five lost seconds are in the index.
    [
      'xdf-lost-five-seconds.xdf',
      {
        rate: 100,
        length: 400,
        stretches: ['0–200', '700–900'],
        labels: ['0 rest', '800 hand-close'],
        notes: [
          unitless,
          'The stream "Band" has a gap (5 s after sample 199); the sample index jumps there.',
        ],
      },
    ],
    [
      'xdf-real-rate-below-nominal.xdf',
      {
        rate: 99,
        length: 1980,
        stretches: ['0–1980'],
        labels: ['0 rest', '1782 hand-close'],
        notes: [
          unitless,
          'The header of the stream "Band" states 100 Hz, its time stamps say 99 Hz, which is taken.',
        ],
      },
    ],
    [
      'xdf-first-chunk-empty.xdf',
      { rate: 100, length: 200, labels: ['0 rest', '100 hand-close'], notes: [unitless] },
    ],
    [
      'xdf-irregular-rate.xdf',
      {
        rate: 100,
        length: 200,
        stretches: ['0–200'],
        labels: ['0 rest', '100 hand-close'],
        notes: [
          unitless.replace('Band', 'Myo'),
          'The header of the stream "Myo" states no rate; its time stamps say 100 Hz.',
        ],
      },
    ],
    [
      'xdf-empty-elements.xdf',
      {
        rate: 100,
        names: ['A &amp; B', 'µ1'],
        length: 200,
        notes: [
          '"A &amp; B" of the stream "X" without a unit: the numbers were taken as µV (--unit mV says otherwise).',
        ],
      },
    ],
    [
      'xdf-truncated.xdf',
      {
        rate: 100,
        length: 100,
        labels: ['0 rest'],
        notes: ['The file is cut short at byte 1399; what is before it was read.', unitless],
      },
    ],
    ['xdf-unit-Volt.xdf', { length: 50, notes: [] }],
    ['xdf-unit-microvolt.xdf', { length: 50, notes: [] }],
    ['xdf-unit-millivolts.xdf', { length: 50, notes: [] }],
    ['xdf-unit-mu_V.xdf', { length: 50, notes: [] }],
    ['xdf-unit-uV.xdf', { length: 50, notes: [] }],
  ])('%s', async (name, right) => {
    const lines = await read(inputPath(name));
    expect(lines).toMatchObject(right);
    if (name.startsWith('xdf-unit')) for (const volts of lines.first) expect(volts).toBeCloseTo(1e-4, 9);
  });

  it.each([
    ['fuzz/hugecount.xdf', /do not fill their chunk: 1099511627776 samples take at least/],
    ['fuzz/infchannels.xdf', /channels of the stream "a": 1e\+308, at most/],
    ['fuzz/manychannels.xdf', /channels of the stream "a": 3000000, at most/],
    ['fuzz/redos.xdf', /its description never ends <channel>/],
  ])('%s is refused', async (name, why) => {
    const refused = read(inputPath(name));
    await expect(refused).rejects.toBeInstanceOf(StreamError);
    await expect(refused).rejects.toThrow(why);
  });
});

async function made(name: string, streams: readonly MadeStream[], options?: ReadOptions): Promise<Lines> {
  await writeFile(at(name), xdfFile(...streams));
  return read(at(name), options);
}

/** Chunks of half a second at a true rate, stamped at their first sample. */
const chunksAt = (rate: number, start: number, seconds: number, samples: number): [number, number][] =>
  Array.from({ length: Math.round((seconds * rate) / samples) }, (_, k) => [
    start + (k * samples) / rate,
    samples,
  ]);

describe('their siblings', () => {
  it('brings cues and samples of two clocks to one, with drift, outliers and a clock that was set anew', async () => {
    const chunks = chunksAt(100, 5000, 40, 50);
    // The band's clock is 200 s behind and loses 1 ms in 10 s; the cues' clock is 7 s ahead.
    const offsets = Array.from({ length: 8 }, (_, k): [number, number] => [5000 + 5 * k, 200 + 5e-4 * k]);
    offsets[3] = [5015, 230];
    const cues = cueStream(
      [
        [5200 + 7, 'rest'],
        [5230.0031 + 7, 'hand-close'],
      ],
      {
        offsets: [
          [5207, -7],
          [5230, -7],
        ],
      },
    );
    const lines = await made('clocks.xdf', [emgStream(100, chunks, { offsets }), cues]);
    expect(lines.labels).toEqual(['0 rest', '3000 hand-close']);
    expect(lines.notes).toEqual([]);
  });

  it('says where the clock of one stream was never compared', async () => {
    const lines = await made('one-clock.xdf', [
      emgStream(100, chunksAt(100, 10, 4, 50), { offsets: [[10, 3]] }),
      cueStream([[14, 'rest']]),
    ]);
    expect(lines.labels).toEqual(['100 rest']);
    expect(lines.notes).toEqual([
      expect.stringContaining('The clock of the stream "Cues" was never compared'),
    ]);
  });

  it('tells stamps that come late from samples that are missing', async () => {
    const late = chunksAt(200, 50, 20, 20).map(([stamp, samples], k): [number, number] => [
      stamp + (k % 7 === 3 && k < 190 ? 0.3 : (k % 5) / 500),
      samples,
    ]);
    const jittered = await made('late.xdf', [emgStream(200, late), cueStream([[60, 'rest']])]);
    expect(jittered).toMatchObject({ rate: 200, stretches: ['0–4000'], notes: [] });
    expect(Number(jittered.labels[0]?.split(' ')[0])).toBeGreaterThanOrEqual(1988);
    const lost = chunksAt(200, 50, 20, 20).map(([stamp, samples], k): [number, number] => [
      stamp + (k >= 80 ? 0.4 : 0) + (k >= 150 ? 1.2 : 0),
      samples,
    ]);
    const gaps = await made('lost.xdf', [
      emgStream(200, lost),
      cueStream([
        [58.2, 'rest'],
        [60.4, 'hand-open'],
      ]),
    ]);
    expect(gaps.stretches).toEqual(['0–1600', '1680–3080', '3320–4320']);
    expect(gaps.labels).toEqual(['1640 rest', '2080 hand-open']);
    expect(gaps.notes).toEqual([
      'The stream "Band" has 2 gaps (0.4 s after sample 1599, 1.2 s after sample 3079); the sample index jumps there.',
    ]);
  });

  it('jumps where the clock goes back, and takes nothing as going on across', async () => {
    const chunks = [...chunksAt(100, 500, 5, 50), ...chunksAt(100, 20, 5, 50)];
    const lines = await made('back.xdf', [emgStream(100, chunks)]);
    expect(lines.stretches).toEqual(['0–500', '501–1001']);
    expect(lines.notes).toEqual([expect.stringContaining('goes back once')]);
  });

  it.each([99, 101.5, 60, 148.148])('finds a true rate of %d Hz where 100 Hz are stated', async (rate) => {
    const lines = await made('rate.xdf', [
      emgStream(100, chunksAt(rate, 7, 30, 10)),
      cueStream([[7 + 1000 / rate, 'rest']]),
    ]);
    expect(lines.rate).toBeCloseTo(rate, 3);
    expect(lines.labels).toEqual(['1000 rest']);
    expect(lines.stretches).toHaveLength(1);
  });

  it.each([1925.9259, 1259.259, 200])(
    'finds %d Hz where no rate is stated and every sample has a stamp',
    async (rate) => {
      const stream = emgStream(0, [[undefined, 0]]);
      const samples = Array.from({ length: 4000 }, (_, i) => [300 + i / rate, i] as const);
      const lines = await made('irregular.xdf', [
        { ...stream, chunks: [samples.slice(0, 99), samples.slice(99)] },
      ]);
      expect(lines.rate).toBeCloseTo(rate, 3);
      expect(lines.stretches).toEqual(['0–4000']);
    },
  );

  it('dates samples back from the first stamp where that is missing, or was never set', async () => {
    for (const first of [undefined, 0]) {
      const lines = await made('first.xdf', [
        emgStream(100, [[first, 50], ...chunksAt(100, 800.5, 4, 50)]),
        cueStream([
          [800, 'rest'],
          [802, 'hand-close'],
        ]),
      ]);
      expect(lines).toMatchObject({ stretches: ['0–450'], labels: ['0 rest', '200 hand-close'], notes: [] });
    }
  });

  it('takes numbers as cues', async () => {
    const cues = cueStream(
      [
        [10, 0],
        [11, 3],
        [12, 0],
        [13, 3],
      ],
      { format: 'int32' },
    );
    const path = at('numeric.xdf');
    await writeFile(path, xdfFile(emgStream(100, chunksAt(100, 10, 4, 50)), cues));
    const recording = await readRecording(path);
    expect((await linesOf(recording)).labels).toEqual(['0 0', '100 3', '200 0', '300 3']);
    expect(recording.segments).toMatchObject([
      { label: '0', repetition: 0, index: 0, length: 100 },
      { label: '3', repetition: 0, index: 100, length: 100 },
      { label: '0', repetition: 1, index: 200, length: 100 },
      { label: '3', repetition: 1, index: 300, length: 100 },
    ]);
    expect(recording.info.notes).toBeUndefined();
  });

  it.each([
    ['Markers', 'x', true],
    ['', 'Gesture class', true],
    ['', 'counts', true],
    ['EMG', 'with triggers', false],
    ['', 'EMG and cues', false],
  ])('tells cues from signal by type "%s" and name "%s"', async (type, name, areCues) => {
    const header = { name, type, channel_count: 1, nominal_srate: 0, channel_format: 'int32' };
    const cues = cueStream(
      [
        [10, 5],
        [11, 6],
      ],
      { format: 'int32', header },
    );
    const streams = [emgStream(100, chunksAt(100, 10, 4, 50)), cues];
    if (areCues) expect((await made('kinds.xdf', streams)).labels).toEqual(['0 5', '100 6']);
    else await expect(made('kinds.xdf', streams)).rejects.toThrow(/several streams could be the EMG/);
  });

  it('rounds a rate no further than the jitter of the stamps lets it be known', async () => {
    const stream = emgStream(0, []);
    const samples = Array.from(
      { length: 4000 },
      (_, i) => [300 + i / 200 + ((i * 7919) % 13) / 4000, i] as const,
    );
    expect((await made('jitter.xdf', [{ ...stream, chunks: [samples] }])).rate).toBe(200);
  });

  it('takes a regular stream of markers by its changes', async () => {
    const header = {
      name: 'Trigger',
      type: 'Stim',
      channel_count: 1,
      nominal_srate: 100,
      channel_format: 'int16',
    };
    const samples = Array.from(
      { length: 400 },
      (_, i) => [i === 0 ? 10 : undefined, i < 150 ? 1 : 2] as const,
    );
    const lines = await made('changes.xdf', [
      emgStream(100, chunksAt(100, 10, 4, 50)),
      { id: 2, header, format: 'int16', chunks: [samples] },
    ]);
    expect(lines.labels).toEqual(['0 1', '150 2']);
  });

  it('holds the last cue from before the start, and leaves out what lies beyond', async () => {
    const cues = cueStream([
      [2, 'hand-open'],
      [8, 'rest'],
      [9, 'note'],
      [11, 'hand-close'],
      [99, 'rest'],
    ]);
    const lines = await made('early.xdf', [emgStream(100, chunksAt(100, 10, 4, 50)), cues]);
    expect(lines.labels).toEqual(['0 rest', '100 hand-close']);
    expect(lines.notes).toEqual([
      '1 label from before the first sample holds from sample 0: "rest".',
      '2 labels before the first sample left out.',
      '1 label after the last sample left out: "rest".',
    ]);
  });

  it('leaves out cues that cannot be placed, and says so', async () => {
    const lines = await made('stampless.xdf', [emgStream(100, [[undefined, 50]]), cueStream([[5, 'rest']])]);
    expect(lines).toMatchObject({ rate: 100, length: 50, labels: [] });
    expect(lines.notes).toEqual(['1 of 1 labels of the stream "Cues" have no time and were left out.']);
  });

  it('asks which stream to read where several could be it, and takes the one that is named', async () => {
    const left = emgStream(100, chunksAt(100, 10, 2, 50), { info: { name: 'left arm' } });
    const right = emgStream(200, chunksAt(200, 10, 2, 50), { id: 3, info: { name: 'right arm' } });
    await expect(made('two.xdf', [left, right])).rejects.toMatchObject({
      message: expect.stringContaining('several streams could be the EMG; it holds "left arm"') as string,
      hint: 'Name the one to read, such as --stream "left arm".',
    });
    const lines = await made('two.xdf', [left, right], { stream: 'Right Arm' });
    expect(lines.rate).toBe(200);
    expect(lines.notes).toEqual([
      'The stream "right arm" was read; "left arm" (number 1, EMG, 100 Hz) left out.',
    ]);
    expect((await made('two.xdf', [left, right], { stream: '1' })).rate).toBe(100);
    await expect(made('two.xdf', [left, right], { stream: 'leg' })).rejects.toThrow(
      /no stream of numbers called "leg"/,
    );
    expect((await made('empty-one.xdf', [left, { ...right, chunks: [] }])).rate).toBe(100);
  });

  it('leaves channels out that are no electrodes', async () => {
    const channel = [
      { label: 'E1', unit: 'microvolts', type: 'EMG' },
      { label: 'ACC_X', unit: 'g', type: 'ACC' },
      { label: 'Trigger', unit: 'none', type: 'Stim' },
    ];
    const info = { channel_count: 3, desc: { channels: { channel } } };
    const stream = {
      ...emgStream(100, [], { info }),
      chunks: [[[1, 5, 6, 7] as const, [undefined, 8, 9, 10] as const]],
    };
    const lines = await made('channels.xdf', [stream]);
    expect(lines.names).toEqual(['E1']);
    expect(lines.first).toEqual([5e-6, 8e-6].map(Math.fround));
    expect(lines.notes).toEqual([
      'Of the stream "Band" "ACC_X" (in g), "Trigger" (trigger) left out: no electrodes.',
    ]);
  });

  it('goes on after damage at the next boundary, with the loss as a gap', async () => {
    const bytes = xdfFile(emgStream(100, chunksAt(100, 10, 10, 50)));
    const boundary = Buffer.from('43a546dccbf5410fb30ed5467383cbe4', 'hex');
    let place = 0;
    for (let n = 0; n < 8; n++) place = bytes.indexOf(boundary, place + 1);
    bytes.fill(0xee, place + 16, place + 60);
    await writeFile(at('holed.xdf'), bytes);
    const lines = await read(at('holed.xdf'));
    expect(lines.stretches).toEqual(['0–400', '450–1000']);
    expect(lines.notes).toEqual([
      expect.stringMatching(/^\d+ bytes from byte \d+ on are damaged and were passed over\.$/),
      'The stream "Band" has a gap (0.5 s after sample 399); the sample index jumps there.',
    ]);
  });

  it('refuses rates at which no EMG is recorded, unless told one', async () => {
    const slow = [emgStream(10, chunksAt(10, 0, 20, 5))];
    await expect(made('slow.xdf', slow)).rejects.toThrow(
      /the stream "Band" has 10 Hz, EMG is recorded at 20 Hz/,
    );
    const told = await made('slow.xdf', slow, { sampleRateHz: 1000 });
    expect(told.rate).toBe(1000);
    expect(told.notes).toEqual(['The rate is 1000 Hz as asked for; the stream "Band" says 10 Hz.']);
    const none = [emgStream(0, [[undefined, 50]])];
    await expect(made('none.xdf', none)).rejects.toThrow(/states no rate and has no time stamps/);
    expect((await made('none.xdf', none, { sampleRateHz: 500 })).length).toBe(50);
  });

  it.each([
    ['unclosed', '<info><name>a', /never ends <name>/],
    ['crossed', '<info><name>a</info></name>', /never ends <name>/],
    ['closed twice', '<info></info></info>', /ends <info>, which is not open/],
    ['without its end', '<info><name', /has a "<" without its ">"/],
  ])('refuses a description that is %s', async (_, header, why) => {
    await expect(made('xml.xdf', [{ id: 1, header, chunks: [] }])).rejects.toThrow(why);
  });

  it('reads descriptions and cues in Latin-1, as some write them', async () => {
    const info = { desc: { channels: { channel: { label: 'M?', unit: '?V' } } } };
    const bytes = xdfFile(emgStream(100, [[1, 50]], { info }), cueStream([[1.25, 'M?de']]));
    for (const [place, code] of [
      ['M?<', 0xfc],
      ['?V<', 0xb5],
      ['M?de', 0xfc],
    ] as const)
      bytes[bytes.indexOf(place) + place.indexOf('?')] = code;
    await writeFile(at('latin1.xdf'), bytes);
    expect(await read(at('latin1.xdf'))).toMatchObject({ names: ['Mü'], labels: ['25 Müde'], notes: [] });
  });

  it('reads entities, comments, sections of text and nested names as XML has them', async () => {
    const header =
      '<?xml version="1.0"?><!DOCTYPE info><info><!-- <name>no</name> --><name>&lt;b&gt; &#181;&#xB5;&amp;amp;</name>' +
      '<type>EMG</type><channel_count>1</channel_count><nominal_srate>100</nominal_srate>' +
      '<channel_format>float32</channel_format><desc><channels><channel a="1"><label><![CDATA[<&amp;>]]></label>' +
      '<unit>&#956;V</unit></channel></channels></desc></info>\0';
    const lines = await made('entities.xdf', [{ ...emgStream(100, [[1, 5]]), header }], {
      stream: '<b> µµ&amp;',
    });
    expect(lines.names).toEqual(['<&amp;>']);
    expect(lines.notes).toEqual([]);
  });
});
