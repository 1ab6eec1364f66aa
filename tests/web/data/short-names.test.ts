import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shortNames } from '../../../web/data/short-names.js';

describe('short names', () => {
  it('shorten what names have in common first', () => {
    expect(shortNames(['S2 Vastus lateralis', 'S3 Vastus medialis'], 15)).toEqual([
      'S2 V. lateralis',
      'S3 V. medialis',
    ]);
    expect(shortNames(['Biceps, short head', 'Biceps, long head', 'Triceps'], 12)).toEqual([
      'Biceps short',
      'Biceps long',
      'Triceps',
    ]);
    expect(shortNames(['E1 Biceps', 'E2 Biceps'], 5)).toEqual(['E1 B.', 'E2 B.']);
  });

  it('leave out what stands in brackets, unless it is what keeps them apart', () => {
    expect(
      shortNames(
        ['Biceps, short head (median nerve)', 'Biceps, long head', 'Triceps, lateral head (radial nerve)'],
        12,
      ),
    ).toEqual(['Biceps short', 'Biceps long', 'Triceps lat.']);
    const [a, b] = shortNames(['Muscle (left)', 'Muscle (right)'], 8);
    expect(a).not.toBe(b);
  });

  it('cut a word only where nothing else is left', () => {
    expect(shortNames(['Coracobrachialis', 'Deltoid'], 10)).toEqual(['Coracobra.', 'Deltoid']);
  });

  it('end early rather than in a number', () => {
    expect(shortNames(['S5 Adductors and gracilis', 'S8 Tensor fasciae latae'], 10)).toEqual([
      'S5 Adduct.',
      'S8 Tensor',
    ]);
  });

  it('stay apart, also in lower case, and fit', () => {
    const word = fc.constantFrom('Vastus', 'lateralis', 'latissimus', 'S1', 'S2', 'head', 'Biceps', 'a', '1');
    const name = fc.oneof(
      fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' ')),
      fc.string({ minLength: 1, maxLength: 24 }),
    );
    fc.assert(
      fc.property(
        fc.uniqueArray(name, { maxLength: 40, selector: (text) => text.toLowerCase() }),
        fc.integer({ min: 1, max: 20 }),
        (names, longest) => {
          const short = shortNames(names, longest);
          expect(new Set(short.map((text) => text.toLowerCase())).size).toBe(names.length);
          if (longest >= 4)
            expect(Math.max(0, ...short.map((text) => text.length))).toBeLessThanOrEqual(longest);
          names.forEach((text, i) => {
            if (text.length <= longest) expect(short[i]).toBe(text);
          });
        },
      ),
    );
  });

  it('are the same for the same name', () => {
    const [a, b] = shortNames(['Vastus lateralis', 'Vastus lateralis'], 8);
    expect(a).toBe(b);
  });
});
