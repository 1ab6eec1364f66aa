import { StreamError } from '../../src/ground/signal/errors.js';
import { sliceBlock } from '../../src/ground/signal/sample-block.js';
import { UsageError } from '../errors.js';
import type { LabelledSegment } from './recording.js';
import { labelOf } from './segments.js';

/** What is cut off both ends of every labelled stretch: a share of it, or a time. */
export type Trim = { readonly share: number } | { readonly ms: number };

/** Which labelled stretches are taken, and what they are called. Classes are given by number or name. */
export interface SegmentChoice {
  /** `1=hand-close` for some classes, or a name for each class in the order of their numbers. */
  readonly classes?: readonly string[];
  /** The class that is rest. */
  readonly rest?: string;
  readonly leaveOut?: readonly string[];
  readonly trim?: Trim;
}

/** Stretches as chosen, with a sentence for each thing left out. */
export interface ChosenSegments {
  readonly segments: readonly LabelledSegment[];
  readonly leftOut: readonly string[];
}

/**
 * Name, leave out and trim labelled stretches.
 * @throws StreamError for a class that is not there, or where nothing is left; UsageError for names that do not fit
 */
export function chooseSegments(
  all: readonly LabelledSegment[],
  { classes, rest, leaveOut = [], trim }: SegmentChoice,
): ChosenSegments {
  const leftOut: string[] = [];
  let segments = [...all];
  const gone = new Set(leaveOut.map((text) => classOf(segments, text, '--leave-out')));
  for (const label of gone) {
    const count = segments.filter((segment) => segment.label === label).length;
    leftOut.push(`class ${label}: ${count} ${count === 1 ? 'repetition' : 'repetitions'} (--leave-out)`);
  }
  segments = segments.filter(({ label }) => !gone.has(label));
  if (segments.length === 0)
    throw new StreamError('--leave-out leaves no class', { hint: 'Leave out fewer classes.' });
  if (classes) segments = named(segments, classes);
  if (rest !== undefined) segments = withRest(segments, rest);
  if (trim) segments = trimmed(segments, trim, leftOut);
  return { segments, leftOut };
}

/** The label of the class that a text means: its label, a name for it, or its number. */
function classOf(segments: readonly LabelledSegment[], text: string, option: string): string {
  const wanted = text.trim();
  const found =
    segments.find(({ label }) => label === wanted) ??
    segments.find(({ label }) => label.toLowerCase() === labelOf(wanted).toLowerCase()) ??
    segments.find(({ classIndex }) => /^\d+$/.test(wanted) && classIndex === Number(wanted));
  if (found) return found.label;
  throw new StreamError(`${option} ${wanted}: there is no such class`, {
    hint: `The classes are ${classesOf(segments)
      .map(([index, label]) => (label === String(index) ? label : `${index} ${label}`))
      .join(', ')}.`,
  });
}

/** Number and label of every class, in the order of their numbers. */
function classesOf(segments: readonly LabelledSegment[]): [number, string][] {
  const labels = new Map(segments.map(({ label, classIndex }) => [label, classIndex]));
  return [...labels].map(([label, index]): [number, string] => [index, label]).sort(([a], [b]) => a - b);
}

function named(segments: readonly LabelledSegment[], classes: readonly string[]): LabelledSegment[] {
  const names = new Map<string, string>();
  const pairs = classes.filter((text) => text.includes('='));
  if (pairs.length > 0 && pairs.length < classes.length)
    throw new UsageError(`--classes ${classes.join(',')}: some have a number and some have none`, {
      hint: 'Write --classes 1=hand-close,2=hand-open, or a name for every class in order.',
    });
  if (pairs.length > 0)
    for (const text of pairs) {
      const at = text.lastIndexOf('=');
      names.set(classOf(segments, text.slice(0, at), '--classes'), text.slice(at + 1).trim());
    }
  else {
    const known = classesOf(segments);
    if (known.length !== classes.length)
      throw new UsageError(`--classes: got ${classes.length} names for ${known.length} classes`, {
        hint: `The classes are ${known.map(([, label]) => label).join(', ')}; write such as --classes ${known[0]?.[1]}=rest.`,
      });
    known.forEach(([, label], n) => names.set(label, classes[n] ?? label));
  }
  const labels = classesOf(segments).map(([, label]) => labelOf(names.get(label) ?? label));
  const twice = labels.find((label, n) => labels.indexOf(label) !== n);
  if (twice !== undefined)
    throw new UsageError(`--classes: two classes would be called ${twice}`, {
      hint: 'Give every class a name of its own, or leave one out with --leave-out.',
    });
  return segments.map((segment) => ({
    ...segment,
    label: labelOf(names.get(segment.label) ?? segment.label),
  }));
}

function withRest(segments: readonly LabelledSegment[], rest: string): LabelledSegment[] {
  const label = classOf(segments, rest, '--rest');
  if (label !== 'rest' && segments.some((segment) => segment.label === 'rest'))
    throw new UsageError(`--rest ${rest}: another class is called rest already`, {
      hint: 'Leave out --rest, or rename the other with --classes rest=NAME.',
    });
  return segments.map((segment) => (segment.label === label ? { ...segment, label: 'rest' } : segment));
}

function trimmed(segments: readonly LabelledSegment[], trim: Trim, leftOut: string[]): LabelledSegment[] {
  const kept: LabelledSegment[] = [];
  let cutSeconds = 0;
  for (const segment of segments) {
    const { signal } = segment;
    const cut = Math.round(
      'share' in trim ? trim.share * signal.length : (trim.ms * signal.sampleRateHz) / 1000,
    );
    if (2 * cut >= signal.length) continue;
    cutSeconds += (2 * cut) / signal.sampleRateHz;
    kept.push({ ...segment, signal: { ...sliceBlock(signal, cut, signal.length - cut), index: 0 } });
  }
  const text = 'share' in trim ? `${Number((100 * trim.share).toPrecision(6))}%` : `${trim.ms}ms`;
  if (kept.length === 0)
    throw new StreamError(`--trim ${text} leaves no sample of any repetition`, { hint: 'Trim less.' });
  leftOut.push(`${cutSeconds.toFixed(1)} s at the ends of repetitions (--trim ${text})`);
  const lost = segments.length - kept.length;
  if (lost > 0) leftOut.push(`${lost} repetitions shorter than what is cut off (--trim ${text})`);
  return kept;
}
