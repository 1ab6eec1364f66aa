import { StreamError } from '../../../src/ground/signal/errors.js';
import { concatBlocks, type SampleBlock } from '../../../src/ground/signal/sample-block.js';
import type { Recording } from '../recording.js';

/** A recording as stretches without gaps, each from index 0. */
export interface WholeSignal {
  readonly stretches: readonly SampleBlock[];
  readonly notes: readonly string[];
}

/**
 * All samples of a recording, which is one repetition of one class; a jump of the sample index parts it.
 * @throws StreamError where there are none
 */
export async function wholeSignal(recording: Recording, path: string): Promise<WholeSignal> {
  const stretches: SampleBlock[][] = [];
  for await (const block of recording.blocks()) {
    const last = stretches.at(-1)?.at(-1);
    if (last && last.index + last.length === block.index) stretches.at(-1)?.push(block);
    else stretches.push([block]);
  }
  if (stretches.length === 0)
    throw new StreamError(`${path}: the file holds a header but no samples`, {
      hint: 'Delete the file or record that repetition again.',
    });
  const notes = [...(recording.info.notes ?? [])];
  const labels = new Set(recording.segments?.map(({ label }) => label));
  if (labels.size > 1)
    notes.push(
      `${path}: its path tells one class, so the ${labels.size} classes labelled within were passed over.`,
    );
  return { stretches: stretches.map((pieces) => ({ ...concatBlocks(pieces), index: 0 })), notes };
}
