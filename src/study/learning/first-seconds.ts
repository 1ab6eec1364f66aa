import type { DecoderSpec } from '../../decoder/decoder-fields.js';
import { keptSamples } from '../../decoder/training/training-windows.js';
import { sliceBlock } from '../../ground/signal/sample-block.js';
import type { StudySegment } from '../study-data.js';

type Trim = Pick<DecoderSpec, 'trimStartMs' | 'trimEndMs'>;

/**
 * The first seconds of every class, as a calibration that was stopped early has them: whole recordings in their order,
 * then the beginning of one. Seconds are those that count, after trimming; a longer calibration holds all of a shorter.
 */
export function firstSeconds(segments: readonly StudySegment[], seconds: number, trim: Trim): StudySegment[] {
  const left = new Map<string, number>();
  return segments.flatMap((segment) => {
    const { label, signal } = segment;
    const [from, until] = keptSamples(trim, signal.length, signal.sampleRateHz);
    const wanted = left.get(label) ?? Math.round(seconds * signal.sampleRateHz);
    const kept = Math.max(0, until - from);
    left.set(label, Math.max(0, wanted - kept));
    if (wanted <= 0) return [];
    if (kept <= wanted) return [segment];
    return [{ ...segment, signal: sliceBlock(signal, 0, signal.length - (kept - wanted)) }];
  });
}

/** Seconds that count of every class, after trimming. */
export function secondsOf(segments: readonly StudySegment[], trim: Trim): Map<string, number> {
  const seconds = new Map<string, number>();
  for (const { label, signal } of segments) {
    const [from, until] = keptSamples(trim, signal.length, signal.sampleRateHz);
    seconds.set(label, (seconds.get(label) ?? 0) + Math.max(0, until - from) / signal.sampleRateHz);
  }
  return seconds;
}
