import { channelOf, createBlock, type SampleBlock } from '../../../../src/ground/signal/sample-block.js';
import type { RecordedPerson } from '../../../../src/study/evaluate-cohort.js';
import { studyData, type StudySegment } from '../../../../src/study/study-data.js';
import { syntheticPerson, type SyntheticTraits } from '../../../support/synthetic-people.js';

/** Short recordings of people of noise, each with a luck of their own. */
export function recordedPeople(count: number, traits: Partial<SyntheticTraits> = {}): RecordedPerson[] {
  return Array.from({ length: count }, (_, p) => ({
    person: `p${p + 1}`,
    data: syntheticPerson({ seed: 11 + p, rateHz: 200, channels: 4, seconds: 1.5, smoothness: 0, ...traits })
      .data,
  }));
}

/** A person with some recordings other than they were. */
export function changed(
  { person, data }: RecordedPerson,
  change: (segment: StudySegment) => StudySegment,
): RecordedPerson {
  return { person, data: { ...data, segments: data.segments.map(change) } };
}

/** A recording times a gain, its channels turned by some. */
export function turned(signal: SampleBlock, by: number, gain = 1): SampleBlock {
  const { index, sampleRateHz, channels, length } = signal;
  const block = createBlock(index, sampleRateHz, channels, length);
  for (let c = 0; c < channels; c++)
    block.data.set(
      channelOf(signal, (c + by) % channels).map((value) => gain * value),
      c * length,
    );
  return block;
}

/** Sessions of a person: the same recordings with channels turned further each day. */
export function overDays({ person, data }: RecordedPerson, turns: readonly number[]): RecordedPerson {
  const segments = turns.flatMap((by, day) =>
    data.segments.map((segment) => ({
      ...segment,
      trial: String(day + 1),
      signal: turned(segment.signal, by),
    })),
  );
  return { person, data: studyData(segments) };
}
