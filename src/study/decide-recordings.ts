import { from, map } from 'rxjs';
import type { Decision } from '../decoder/decision.js';
import type { Decoder } from '../decoder/decoder.js';
import { trimmed } from '../decoder/training/training-windows.js';
import type { SampleBlock } from '../ground/signal/sample-block.js';
import { decoded } from '../pipeline/operators/decoded.js';
import { filtered } from '../pipeline/operators/filtered.js';
import { windowed } from '../pipeline/operators/windowed.js';
import { valuesAtOnce } from '../pipeline/values-at-once.js';

/** A recording that is one movement throughout. */
export interface LabelledSignal {
  readonly label: string;
  readonly signal: SampleBlock;
}

/**
 * What a decoder decides on recordings, each from rest; every decision carries the label of its recording.
 * @param parts of each recording that count: all of it, or what is `learned` from in training
 */
export function decideRecordings(
  decoder: Decoder,
  recordings: readonly LabelledSignal[],
  parts: 'all' | 'learned',
): Decision[] {
  return recordings.flatMap(({ label, signal }) =>
    valuesAtOnce(
      from([{ ...signal, labels: [{ index: signal.index, label }] }]).pipe(
        filtered(decoder),
        map((block) => (parts === 'learned' ? trimmed(decoder.spec, block) : block)),
        windowed(decoder),
        decoded(decoder),
      ),
    ),
  );
}
