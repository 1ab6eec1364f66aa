import { describe, expect, it } from 'vitest';
import { createBlock } from '../../../src/ground/signal/sample-block.js';
import { splitRows } from '../../../src/study/split.js';

/** One row for each class in each of two repetitions of two trials. */
const segments = [1, 2].flatMap((trial) =>
  [1, 2].flatMap((repetition) =>
    ['rest', 'hand-close'].map((label) => ({
      label,
      trial: String(trial),
      repetition,
      signal: createBlock(0, 1000, 1, 1),
    })),
  ),
);

describe('splitRows', () => {
  it('leaves out trials in turn, or repetitions where asked for or where there is one trial', () => {
    const { parts, text } = splitRows(segments, {});
    expect(parts).toEqual([
      { train: [4, 5, 6, 7], test: [0, 1, 2, 3] },
      { train: [0, 1, 2, 3], test: [4, 5, 6, 7] },
    ]);
    expect(text).toBe('each of 2 trials left out in turn');
    expect(splitRows(segments, { by: 'repetition' }).parts[0]?.test).toEqual([0, 1, 4, 5]);
    expect(splitRows(segments.slice(0, 4), {}).text).toBe('each of 2 repetitions left out in turn');
  });

  it('tests on what was chosen, and never on what it learned', () => {
    const { parts } = splitRows(segments, { testTrials: ['2'], testRepetitions: [1] });
    expect(parts).toEqual([{ train: [0, 1, 2, 3, 6, 7], test: [4, 5] }]);
  });

  it('says what there is where something else was chosen', () => {
    expect(() => splitRows(segments, { testTrials: ['7'] })).toThrow('no trial 7');
    expect(() => splitRows(segments, { testTrials: ['1', '2'] })).toThrow('nothing is left to train on');
    expect(() => splitRows(segments.slice(0, 2), {})).toThrow('one group only');
  });
});
