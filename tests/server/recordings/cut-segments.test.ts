import { describe, expect, it } from 'vitest';
import { sliceBlock } from '../../../src/ground/signal/sample-block.js';
import { cutSegments } from '../../../server/recordings/cut-segments.js';
import type { Recording, SegmentRange } from '../../../server/recordings/recording.js';
import { segmentsOfAnnotations } from '../../../server/recordings/segments.js';
import { infoOf, noise, worst } from './fixtures.js';

const range = (label: string, index: number, length: number): SegmentRange => ({
  label,
  classIndex: 0,
  repetition: 0,
  trial: '0',
  index,
  length,
});

/** Samples 0…100 and 300…400. */
const signal = noise(2, 200, 100);
const paused = [
  sliceBlock(signal, 0, 60),
  { ...sliceBlock(signal, 60, 100), index: 60 },
  { ...sliceBlock(signal, 100, 200), index: 300 },
];

function recording(segments: SegmentRange[], annotations: Recording['annotations'] = []): Recording {
  return {
    info: infoOf(2, 100, { notes: ['Read with care.'] }),
    annotations,
    segments,
    async *blocks() {
      yield* paused;
    },
  };
}

describe('cutSegments', () => {
  it('makes stretches of a segment that spans a gap, and invents nothing', async () => {
    const { segments, notes } = await cutSegments(recording([range('fist', 40, 300)]), 'x.edf');
    expect(segments.map(({ signal: cut }) => [cut.index, cut.length])).toEqual([
      [0, 60],
      [0, 40],
    ]);
    expect(segments[0] && worst(segments[0].signal, sliceBlock(signal, 40, 100))).toBe(0);
    expect(segments[1] && worst(segments[1].signal, sliceBlock(signal, 100, 140))).toBe(0);
    expect(notes).toEqual([
      'Read with care.',
      expect.stringMatching(/^x.edf: 1 labelled stretch spans a gap/) as string,
    ]);
  });

  it('names what lies where nothing was recorded, and what is cut short', async () => {
    const { segments, notes } = await cutSegments(
      recording([range('rest', 120, 100), range('fist', 350, 200)]),
      'x.edf',
    );
    expect(segments.map(({ label, signal: cut }) => [label, cut.length])).toEqual([['fist', 50]]);
    expect(notes.join('\n')).toMatch(/1 label lies where nothing was recorded and is left out: rest/);
    expect(notes.join('\n')).toMatch(/1 labelled stretch is cut short/);
  });

  it('holds no more than what is recorded, however long a label claims to be', async () => {
    const { segments } = await cutSegments(recording([range('fist', 0, 1e15)]), 'x.edf');
    expect(segments.map(({ signal: cut }) => cut.length)).toEqual([100, 100]);
  });

  it('tells annotations that were taken for classes of their own, and those passed over', async () => {
    const marks = (text: string, ...at: number[]) => at.map((index) => ({ index, text }));
    const annotations = [
      ...marks('Juggle', 0, 20),
      ...marks('rest', 10, 30),
      ...marks('moved the cable', 5),
    ].sort((a, b) => a.index - b.index);
    const ranges = segmentsOfAnnotations(annotations, 100);
    expect(ranges.map(({ label, index, length }) => [label, index, length])).toEqual([
      ['Juggle', 0, 10],
      ['rest', 10, 10],
      ['Juggle', 20, 10],
      ['rest', 30, 70],
    ]);
    const { notes } = await cutSegments(recording(ranges, annotations), 'x.edf');
    expect(notes.join('\n')).toMatch(/classes of their own: Juggle \(2\)/);
    expect(notes.join('\n')).toMatch(/passed over: moved the cable \(1\)/);
  });

  it('takes no artefact for a class, however often it was seen', () => {
    const annotations = [
      'rest',
      'artefact: motion',
      'hand-close',
      'artefact: motion',
      'artefact: lost',
    ].flatMap((text, i) => [0, 100].map((from) => ({ index: from + 10 * i, text })));
    const ranges = segmentsOfAnnotations(
      annotations.sort((a, b) => a.index - b.index),
      200,
    );
    expect(ranges.map(({ label, index, length }) => [label, index, length])).toEqual([
      ['rest', 0, 20],
      ['hand-close', 20, 80],
      ['rest', 100, 20],
      ['hand-close', 120, 80],
    ]);
  });

  it('says what the annotations are where none is a class', async () => {
    await expect(cutSegments(recording([], [{ index: 0, text: 'begin' }]), 'x.edf')).rejects.toThrow(
      /x.edf: the recording has no labelled segments; its annotations are begin/,
    );
  });
});
