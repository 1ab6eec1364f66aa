import { describe, expect, it } from 'vitest';
import { Decoder } from '../../../../src/decoder/decoder.js';
import { isMarked, marksOf } from '../../../../src/decoder/training/fingerprint.js';
import { createBlock, sliceBlock } from '../../../../src/ground/signal/sample-block.js';
import { evaluateDecoder } from '../../../../src/study/evaluate-decoder.js';
import { studyData } from '../../../../src/study/study-data.js';
import { trained } from '../../../support/trained-decoders.js';
import { recording, recordings } from '../../../support/training-recordings.js';

const { signal } = recording('hand-close', 0);

describe('marks of a recording', () => {
  it('are found again in it, in most of it, and as part of more, wherever it stands', () => {
    const marks = new Set(marksOf(signal));
    expect(marks.size).toBe(8);
    expect([...marks].every(Number.isSafeInteger)).toBe(true);
    expect(isMarked({ ...signal, index: 12345 }, marks)).toBe(true);
    for (const share of [0.15, 0.3])
      expect(isMarked(sliceBlock(signal, share * signal.length, (1 - share) * signal.length), marks)).toBe(
        true,
      );
  });

  it('are not those of another repetition, nor of the same one scaled', () => {
    const marks = new Set(marksOf(signal));
    expect(isMarked(recording('hand-close', 1).signal, marks)).toBe(false);
    expect(isMarked({ ...signal, data: signal.data.map((x) => 1.5 * x) }, marks)).toBe(false);
  });

  it('are none of a signal that stands still, whatever else stands still', () => {
    const still = createBlock(0, 1000, 2, 500);
    still.data.fill(3e-6);
    expect(marksOf(still)).toEqual([]);
    expect(isMarked(still, new Set(marksOf(signal)))).toBe(false);
  });
});

describe('a trained decoder', () => {
  const segments = recordings(4).map((one) => ({ ...one, trial: '0' }));
  const data = studyData(segments, ['A', 'B', 'C', 'D']);

  it('has no number for what it learned from, and one for the rest', () => {
    const decoder = trained();
    expect(() => evaluateDecoder(decoder, { ...data, segments: data.segments.slice(0, 15) }, 'mine')).toThrow(
      'mine learned from all 15 recordings: there is no number',
    );
    const cell = evaluateDecoder(decoder, data, 'mine');
    expect(cell.warnings).toEqual(['mine learned from 15 of 20 recordings; they are left out.']);
    expect(cell.split).toBe('5 recordings tested, none learned from');
    expect(evaluateDecoder(decoder, data, 'mine', { testRepetitions: [3] }).metrics).toEqual(cell.metrics);
  });

  it('remembers when it was saved, and when it learned more', () => {
    const copy = Decoder.fromJSON(JSON.parse(JSON.stringify(trained())));
    expect(copy.learnedFromAny(signal)).toBe(true);
    const further = recording('hand-close', 3);
    expect(copy.learnedFromAny(further.signal)).toBe(false);
    copy.add([further]);
    expect(Decoder.fromJSON(JSON.parse(JSON.stringify(copy))).learnedFromAny(further.signal)).toBe(true);
  });
});
