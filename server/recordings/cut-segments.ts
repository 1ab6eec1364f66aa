import { counted } from '../../src/ground/signal/counted.js';
import { movementOf } from '../../src/ground/movement/movement.js';
import { StreamError } from '../../src/ground/signal/errors.js';
import { concatBlocks, sliceBlock, type SampleBlock } from '../../src/ground/signal/sample-block.js';
import type { LabelledRecordings, LabelledSegment, Recording, SegmentRange } from './recording.js';
import { withPauses } from './pauses.js';
import { labelOf } from './segments.js';

/** A range being cut: stretches of signal without gaps, of as many pieces as there were blocks. */
interface Cut {
  readonly range: SegmentRange;
  readonly stretches: SampleBlock[][];
}

/**
 * Cut a recording into its labelled segments, in one pass over its blocks. A segment that spans a gap (a jump of the
 * sample index) becomes stretches of the same origin: what was not recorded is not invented. Segments cut short by the
 * end of the recording keep what is there; those with no sample are left out. Notes tell of each.
 *
 * @throws StreamError when the recording has no labels
 */
export async function cutSegments(recording: Recording, path: string): Promise<LabelledRecordings> {
  const { segments: found = [], info } = recording;
  if (found.length === 0) throw unlabelled(recording, path);
  const { ranges, pauses } = withPauses(found);
  const cuts: Cut[] = ranges.map((range) => ({ range, stretches: [] }));
  for await (const block of recording.blocks()) for (const cut of cuts) take(cut, block);
  return {
    segments: cuts.flatMap((cut) => segmentsOf(cut, path)),
    sampleRateHz: info.sampleRateHz,
    channelNames: info.channelNames,
    ...(info.unitVolts !== undefined && { unitVolts: info.unitVolts }),
    notes: [...(info.notes ?? []), ...pauseNotes(pauses), ...notesOf(recording, cuts, path)],
  };
}

/** The part of a block that lies within the range, joined to the stretch before where it follows it. */
function take({ range, stretches }: Cut, block: SampleBlock): void {
  const from = Math.max(block.index, range.index);
  const to = Math.min(block.index + block.length, range.index + range.length);
  if (from >= to) return;
  const piece = sliceBlock(block, from - block.index, to - block.index);
  const last = stretches.at(-1)?.at(-1);
  if (last && last.index + last.length === from) stretches.at(-1)?.push(piece);
  else stretches.push([piece]);
}

function segmentsOf({ range, stretches }: Cut, path: string): LabelledSegment[] {
  const { label, classIndex, repetition, trial, subject, part } = range;
  const origin = {
    ...{ label, classIndex, repetition, trial },
    ...(subject !== undefined && { subject }),
    ...(part && { part }),
  };
  return stretches.map((pieces) => ({ ...origin, path, signal: { ...concatBlocks(pieces), index: 0 } }));
}

function pauseNotes(pauses: readonly string[]): string[] {
  if (pauses.length === 0) return [];
  return [
    `Stretches of class ${pauses.join(', ')} all have one number: they were taken for pauses, each of the repetition that follows it.`,
  ];
}

function notesOf({ annotations }: Recording, cuts: readonly Cut[], path: string): string[] {
  const notes: string[] = [];
  const gaps = cuts.filter(({ stretches }) => stretches.length > 1);
  if (gaps.length > 0)
    notes.push(
      `${path}: ${counted(gaps.length, 'labelled stretch spans', 'labelled stretches span')} a gap in the recording; ` +
        `the parts before and after are kept apart, the gap holds no signal.`,
    );
  const empty = cuts.filter(({ stretches }) => stretches.length === 0);
  if (empty.length > 0)
    notes.push(
      `${path}: ${counted(empty.length, 'label lies', 'labels lie')} where nothing was recorded and ` +
        `${empty.length === 1 ? 'is' : 'are'} left out: ${listed(empty.map(({ range }) => range.label))}.`,
    );
  const short = cuts.filter(({ range, stretches }) => {
    const end = stretches.at(-1)?.at(-1);
    return end && end.index + end.length < range.index + range.length;
  });
  if (short.length > 0)
    notes.push(
      `${path}: ${counted(short.length, 'labelled stretch is', 'labelled stretches are')} cut short where the recording ` +
        `ends or pauses.`,
    );
  const labels = new Set(cuts.map(({ range }) => range.label));
  const own = new Map<string, number>();
  const remarks = new Map<string, number>();
  for (const { text } of annotations) {
    if (movementOf(text)) continue;
    const kind = labels.has(labelOf(text)) ? own : remarks;
    kind.set(text, (kind.get(text) ?? 0) + 1);
  }
  if (own.size > 0)
    notes.push(
      `${path}: annotations that recur were taken for classes of their own: ${tally(own)}; ` +
        `--leave-out leaves one out, --classes renames it.`,
    );
  if (remarks.size > 0)
    notes.push(`${path}: annotations that name no movement were passed over: ${tally(remarks)}.`);
  return notes;
}

function unlabelled({ annotations }: Recording, path: string): StreamError {
  const texts = [...new Set(annotations.map(({ text }) => text))];
  const found = texts.length === 0 ? '' : `; its annotations are ${listed(texts)}`;
  return new StreamError(`${path}: the recording has no labelled segments${found}`, {
    hint: 'Annotate it with movement names (such as "hand-close"), or give a folder with a file per repetition.',
  });
}

const SHOWN = 8;

function listed(texts: readonly string[]): string {
  const different = [...new Set(texts)];
  const more = different.length > SHOWN ? ` and ${different.length - SHOWN} more` : '';
  return `${different.slice(0, SHOWN).map(shortened).join(', ')}${more}`;
}

function tally(counts: ReadonlyMap<string, number>): string {
  return listed([...counts].map(([text, count]) => `${shortened(text)} (${count})`));
}

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
