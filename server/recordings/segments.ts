import { StreamError } from '../../src/ground/signal/errors.js';
import { movementOf } from '../../src/ground/movement/movement.js';
import { createBlock } from '../../src/ground/signal/sample-block.js';
import type { Annotation, LabelledSegment, Recording, SegmentRange } from './recording.js';

/** The movement id that a class name means, or the name itself where the vocabulary has none. */
export function labelOf(name: string): string {
  return movementOf(name)?.id ?? name;
}

/**
 * Stretches between annotations that name a movement. Each runs to its own length where it has one, else to
 * the next such annotation or the recording's end. Classes are numbered in order of appearance.
 */
export function segmentsOfAnnotations(annotations: readonly Annotation[], length: number): SegmentRange[] {
  const named = annotations.filter(({ text }) => movementOf(text) !== undefined);
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

/**
 * Cut a recording into its labelled segments, in one pass over its blocks. Segments cut short by the end of
 * the recording keep what is there; those with no sample are left out.
 *
 * @throws StreamError when the recording has no labels
 */
export async function cutSegments(recording: Recording, path: string): Promise<LabelledSegment[]> {
  const ranges = recording.segments ?? [];
  if (ranges.length === 0)
    throw new StreamError(`${path}: the recording has no labelled segments`, {
      hint: 'Annotate it with movement names (such as "hand-close"), or give a LibEMG folder.',
    });
  const channels = recording.info.channelNames.length;
  const cuts = ranges.map((range) => ({
    range,
    signal: createBlock(0, recording.info.sampleRateHz, channels, range.length),
    filled: 0,
  }));
  for await (const block of recording.blocks())
    for (const cut of cuts) {
      const from = Math.max(block.index, cut.range.index);
      const to = Math.min(block.index + block.length, cut.range.index + cut.range.length);
      if (from >= to) continue;
      for (let c = 0; c < channels; c++)
        cut.signal.data.set(
          block.data.subarray(c * block.length + from - block.index, c * block.length + to - block.index),
          c * cut.range.length + from - cut.range.index,
        );
      cut.filled = Math.max(cut.filled, to - cut.range.index);
    }
  return cuts
    .filter(({ filled }) => filled > 0)
    .map(({ range, signal, filled }) => {
      const { label, classIndex, repetition, trial, subject } = range;
      const origin = {
        label,
        classIndex,
        repetition,
        trial,
        ...(subject !== undefined && { subject }),
        path,
      };
      if (filled === range.length) return { ...origin, signal };
      const kept = createBlock(0, signal.sampleRateHz, channels, filled);
      for (let c = 0; c < channels; c++)
        kept.data.set(signal.data.subarray(c * range.length, c * range.length + filled), c * filled);
      return { ...origin, signal: kept };
    });
}
