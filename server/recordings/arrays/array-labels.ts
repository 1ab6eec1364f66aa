import { RowIndex, type Gap } from '../clock.js';
import { columnRole } from '../column-role.js';
import { limits } from '../limits.js';
import type { SegmentRange } from '../recording.js';
import { SampleLabels, type SampleLabel } from '../sample-labels.js';
import { groupOf, isRow, shortName, sizeOf, type NamedArray } from './named-array.js';
import type { SignalView } from './signal-view.js';

/** What rows of labels beside a signal give. */
export interface LabelsBeside {
  readonly segments: readonly SegmentRange[];
  readonly notes: readonly string[];
}

type Role = 'label' | 'repetition' | 'trial' | 'subject';

/**
 * Labelled segments from arrays with one value per sample beside the signal: a class (`stimulus`, `labels`, `y`) and,
 * where there are any, repetition, trial and subject. Of NinaPro's pairs the refined one is taken (`restimulus` with
 * `rerepetition`), whose labels begin and end with the movement rather than with the prompt. Samples without a label
 * (an empty text, not a number) belong to no segment.
 *
 * @param used arrays that were made use of; those taken here are added
 */
export async function labelsBeside(
  arrays: readonly NamedArray[],
  { array: signal, samples }: SignalView,
  gaps: readonly Gap[],
  used: Set<NamedArray>,
): Promise<LabelsBeside> {
  const rows = arrays.filter(
    (array) => array !== signal && array.content !== 'other' && isRow(array, samples),
  );
  const values = arrays.filter((array) => array.content !== 'other' && sizeOf(array) === 1);
  const near = groupOf(signal.name);
  const of = (role: Role, from: readonly NamedArray[], refined: boolean): NamedArray | undefined => {
    const found = from.filter((array) => roleOf(array) === role);
    const isRefined = (array: NamedArray): boolean =>
      /^re(stimulus|repetition)$/i.test(shortName(array.name));
    return (
      found.find((array) => refined === isRefined(array) && groupOf(array.name) === near) ??
      found.find((array) => refined === isRefined(array)) ??
      found[0]
    );
  };
  const label = of('label', rows, true);
  if (!label) return { segments: [], notes: [] };
  const refined = /^restimulus$/i.test(shortName(label.name));
  const [repetition, trial, subject] = [
    of('repetition', rows, refined),
    of('trial', rows, false) ?? of('trial', values, false),
    of('subject', rows, false) ?? of('subject', values, false),
  ];
  const classes = await textsOf(label);
  const distinct = new Set(classes);
  if (distinct.size > limits.classes)
    return {
      segments: [],
      notes: [
        `${label.name} has ${distinct.size} different values, more than the ${limits.classes} that classes may have; it was not taken for labels.`,
      ],
    };
  const fraction = classes.find((text) => /^-?\d*\.\d/.test(text));
  if (fraction !== undefined)
    return {
      segments: [],
      notes: [`${label.name} holds ${fraction}, which is no class; it was not taken for labels.`],
    };
  for (const array of [label, repetition, trial, subject]) if (array) used.add(array);
  const columns = {
    repetition: repetition && (await textsOf(repetition)),
    trial: trial && (await textsOf(trial)),
    subject: subject && (await textsOf(subject)),
  };
  const at = (column: readonly string[] | undefined, i: number): string | undefined =>
    column && (column.length === 1 ? column[0] : column[i]);
  const labels = new SampleLabels();
  const index = new RowIndex(gaps);
  const starts = new Set(gaps.map(({ row }) => row));
  for (let from = 0; from < samples;) {
    const is = (i: number): string =>
      JSON.stringify([classes[i], ...Object.values(columns).map((column) => at(column, i))]);
    let until = from + 1;
    while (until < samples && !starts.has(until) && is(until) === is(from)) until++;
    const text = classes[from] ?? '';
    const run: SampleLabel = {
      label: text,
      ...repetitionOf(at(columns.repetition, from)),
      ...(columns.trial && { trial: at(columns.trial, from) ?? '' }),
      ...(columns.subject && { subject: at(columns.subject, from) ?? '' }),
    };
    if (text !== '') labels.add(index.of(from), until - from, run);
    from = until;
  }
  return { segments: labels.segments(), notes: [] };
}

function roleOf({ name }: NamedArray): string {
  const short = shortName(name);
  // In scikit-learn's habit X is the signal and y its classes.
  return /^y$/i.test(short) ? 'label' : columnRole(short);
}

function repetitionOf(text: string | undefined): { repetition: number } | undefined {
  const repetition = Number(text === '' ? NaN : text);
  return Number.isInteger(repetition) ? { repetition } : undefined;
}

/** Values of a row as texts; empty where there is none. */
async function textsOf(array: NamedArray): Promise<string[]> {
  if (array.content === 'texts') return (await array.texts()).map((text) => text.trim());
  return Array.from(await array.numbers(), (value) => (Number.isNaN(value) ? '' : String(value)));
}
