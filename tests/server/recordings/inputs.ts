import { expect } from 'vitest';
import type { ReadOptions } from '../../../server/recordings/recording.js';
import { readRecording } from '../../../server/recordings/read-recording.js';
import { readAll } from './signals.js';

export const inputPath = (name: string): string =>
  new URL(`../../golden/inputs/${name}`, import.meta.url).pathname;

/** What most inputs of arrays hold: 40 samples of two channels, 0 … 39 and 0 … −39, in the unit that is told. */
export const ramp = { rate: 100, samples: 40, names: ['ch1', 'ch2'], volts: 1e-6 } as const;

export interface ExpectedInput {
  readonly options?: ReadOptions;
  readonly rate?: number;
  readonly samples?: number;
  readonly names?: readonly string[];
  /** Volts per number. */
  readonly volts?: number;
  /** Numbers of the channels at sample n; n and −n where nothing is said. */
  readonly numbers?: (n: number) => readonly number[];
  /** `label/repetition/trial/subject@index+length`. */
  readonly segments?: readonly string[];
  /** What notes say, in order. */
  readonly notes?: readonly RegExp[];
}

/** Hold an input against the value that is known of it. */
export async function expectInput(name: string, expected: ExpectedInput): Promise<void> {
  const { rate, samples, names, volts } = { ...ramp, ...expected };
  const { numbers = (n: number): readonly number[] => [n, -n].slice(0, names.length), notes } = expected;
  const recording = await readRecording(inputPath(name), expected.options);
  const { info, segments = [] } = recording;
  const blocks = [];
  for await (const block of recording.blocks()) blocks.push(block);
  expect({ rate: info.sampleRateHz, names: info.channelNames }).toEqual({ rate, names });
  const rows = blocks.flatMap((block) =>
    Array.from({ length: block.length }, (_, i) =>
      names.map((__, c) => (block.data[c * block.length + i] as number) / volts),
    ),
  );
  expect(rows).toHaveLength(samples);
  for (const [n, row] of rows.entries())
    for (const [c, number] of numbers(n).entries()) expect(row[c]).toBeCloseTo(number, 3);
  expect(
    segments.map((s) => `${s.label}/${s.repetition}/${s.trial}/${s.subject ?? ''}@${s.index}+${s.length}`),
  ).toEqual(expected.segments ?? []);
  expect(info.notes ?? []).toEqual((notes ?? [assumed]).map((note) => expect.stringMatching(note) as string));
}

/** What is said where a file names no unit. */
export const assumed = /names no unit; its numbers were taken for µV \(--unit says otherwise\)\.$/;

/** An input is refused by an error of the product that names the file and has a hint. */
export async function expectRefusal(name: string, message: RegExp, options?: ReadOptions): Promise<void> {
  await expect(readRecording(inputPath(name), options).then(readAll)).rejects.toMatchObject({
    code: 'stream',
    message: expect.stringMatching(new RegExp(`${name.replace('.', '\\.')}.*${message.source}`)) as string,
    hint: expect.stringMatching(/^[A-Z].*\.$/) as string,
  });
}
