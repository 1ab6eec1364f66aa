import type { Annotation } from '../recording.js';
import type { NamedArray } from './named-array.js';

/** Annotations from an array of sample indices, of whatever kind of number, and one of texts. */
export async function annotationsOf(
  indices: NamedArray | undefined,
  texts: NamedArray | undefined,
): Promise<Annotation[]> {
  if (indices?.content !== 'numbers' || texts?.content !== 'texts') return [];
  const [at, words] = [await indices.numbers(), await texts.texts()];
  return Array.from(words.slice(0, at.length), (text, i) => ({ index: at[i] ?? 0, text })).filter(
    ({ index }) => Number.isFinite(index),
  );
}
