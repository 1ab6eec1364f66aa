import { counted } from '../../src/ground/signal/counted.js';
import { movementOf } from '../../src/ground/movement/movement.js';
import type { Annotation } from './recording.js';

/**
 * Labels as they hold within a signal of `length` samples. The last class begun before the first sample, a movement or
 * a text that comes again, holds from there; other labels before it and labels after the end are left out. One that
 * reaches beyond the end stops there. Whatever is moved or left out goes to `notes`.
 *
 * @returns the labels in order of their sample
 */
export function labelsWithin(
  labels: readonly Annotation[],
  length: number,
  notes: string[],
): readonly Annotation[] {
  const sorted = labels
    .map((label) =>
      label.length !== undefined && label.index + label.length > length
        ? { ...label, length: Math.max(0, length - label.index) }
        : label,
    )
    .sort((a, b) => a.index - b.index);
  const seen = new Set<string>();
  const again = new Set(labels.map(({ text }) => text).filter((text) => seen.has(text) || !seen.add(text)));
  const isState = (text: string): boolean => movementOf(text) !== undefined || again.has(text);
  const early = sorted.filter(({ index }) => index < 0);
  const late = sorted.filter(({ index }) => index > length);
  if (early.length === 0 && late.length === 0) return sorted;
  const within = sorted.filter(({ index }) => index >= 0 && index <= length);
  const reaching = early.filter((label) => label.length !== undefined && label.index + label.length > 0);
  const begun = early.findLast((label) => label.length === undefined && isState(label.text));
  const replaced = within[0]?.index === 0 && isState(within[0].text);
  const held = [
    ...(begun && !replaced ? [{ index: 0, text: begun.text }] : []),
    ...reaching.map((label) => ({ index: 0, text: label.text, length: label.index + (label.length ?? 0) })),
  ];
  if (held.length > 0)
    notes.push(
      `${counted(held.length, 'label')} from before the first sample ${held.length === 1 ? 'holds' : 'hold'} from sample 0: ${named(held)}.`,
    );
  const dropped = early.length - held.length;
  if (dropped > 0) notes.push(`${counted(dropped, 'label')} before the first sample left out.`);
  if (late.length > 0)
    notes.push(`${counted(late.length, 'label')} after the last sample left out: ${named(late)}.`);
  return [...held, ...within];
}

/** The first few texts, quoted. */
function named(labels: readonly Annotation[]): string {
  const shown = labels.slice(0, 3).map(({ text }) => `"${text}"`);
  return shown.join(', ') + (labels.length > 3 ? ' …' : '');
}
