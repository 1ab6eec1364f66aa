import { expect, it } from 'vitest';
import { countByClass, labelsOf, outcomeOf, passes } from '../../../../web/panels/features/window-filter.js';

const window = (label: string, decided = label, steady = true) => ({ label, decided, steady });
const windows = [
  window('rest'),
  window('rest', 'a'),
  window('a'),
  window('a', 'b'),
  window('a', 'rest'),
  window('a', 'rest'),
  window('a', 'rest', false),
  window('c', 'a'),
];

it('judges a decision only where the intent had lasted', () => {
  expect(windows.map(outcomeOf)).toEqual([
    'right',
    'wrong',
    'right',
    'wrong',
    'wrong',
    'wrong',
    'turning',
    'wrong',
  ]);
});

it('shows what is of a class that is shown and was decided as asked', () => {
  const none = new Set<string>();
  const count = (hidden: ReadonlySet<string>, error: 'all' | 'right' | 'wrong'): number =>
    windows.filter((one) => passes(one, hidden, error)).length;
  expect([count(none, 'all'), count(none, 'right'), count(none, 'wrong')]).toEqual([8, 2, 5]);
  expect([count(new Set(['a']), 'all'), count(new Set(['a', 'rest', 'c']), 'all')]).toEqual([3, 0]);
});

it('names the classes of the decoder first, then what else was intended', () => {
  expect(labelsOf(windows, ['rest', 'a', 'b'])).toEqual(['rest', 'a', 'b', 'c']);
});

it('counts each class that was seen, and what it was taken for most', () => {
  expect(countByClass(windows, ['rest', 'a', 'b', 'c'])).toEqual([
    { label: 'rest', windows: 2, right: 1, wrong: 1, takenFor: 'a' },
    { label: 'a', windows: 5, right: 1, wrong: 3, takenFor: 'rest' },
    { label: 'c', windows: 1, right: 0, wrong: 1, takenFor: 'a' },
  ]);
});
