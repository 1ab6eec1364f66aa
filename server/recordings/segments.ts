import { movementOf } from '../../src/ground/movement/movement.js';
import { artefactMark } from '../../src/recording/truth-writer.js';
import { median } from '../../src/ground/math/statistics.js';
import type { Annotation, SegmentRange } from './recording.js';

/** The movement id that a class name means, or the name itself where the vocabulary has none. */
export function labelOf(name: string): string {
  return movementOf(name)?.id ?? name.trim();
}

const isMovement = (text: string): boolean => movementOf(text) !== undefined;

/**
 * Texts among annotations that start a class: names of movements, and names of one's own that recur as movements do
 * (twice or more, and half as often as the movements named, if any are). Others, such as an artefact that was seen, are
 * remarks within a class.
 */
function classTexts(annotations: readonly Annotation[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { text } of annotations) counts.set(text, (counts.get(text) ?? 0) + 1);
  const movements = [...counts].filter(([text]) => isMovement(text) && labelOf(text) !== 'rest');
  const usual = movements.length > 0 ? median(movements.map(([, count]) => count)) : 0;
  const classes = [...counts].filter(
    ([text, count]) =>
      isMovement(text) ||
      (text.trim() !== '' && !text.startsWith(artefactMark) && count >= 2 && count >= usual / 2),
  );
  return new Set(classes.map(([text]) => text));
}

/**
 * Stretches between annotations that name a class. Each runs to its own length where it has one, else to
 * the next such annotation or the recording's end. Classes are numbered in order of appearance.
 * @param length of the recording, samples
 */
export function segmentsOfAnnotations(annotations: readonly Annotation[], length: number): SegmentRange[] {
  const texts = classTexts(annotations);
  const named = annotations.filter(({ text }) => texts.has(text));
  const classes: string[] = [];
  const repetitions = new Map<string, number>();
  const segments: SegmentRange[] = [];
  for (const [i, annotation] of named.entries()) {
    const label = labelOf(annotation.text);
    const end = annotation.length
      ? annotation.index + annotation.length
      : (named[i + 1]?.index ?? Math.max(length, annotation.index));
    if (end <= annotation.index) continue;
    if (!classes.includes(label)) classes.push(label);
    const repetition = repetitions.get(label) ?? 0;
    repetitions.set(label, repetition + 1);
    segments.push({
      label,
      classIndex: classes.indexOf(label),
      repetition,
      trial: '0',
      index: annotation.index,
      length: end - annotation.index,
    });
  }
  return segments;
}
