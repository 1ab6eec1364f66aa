import { RandomStream } from '../../src/ground/signal/random.js';
import { createBlock } from '../../src/ground/signal/sample-block.js';
import { UV } from '../../src/ground/signal/units.js';
import type { Person } from '../../src/study/likeness/portrait.js';
import { studyData, type StudySegment } from '../../src/study/study-data.js';

/** What a synthetic person's signals are like. */
export interface SyntheticTraits {
  readonly seed: number;
  readonly rateHz?: number;
  readonly channels?: number;
  readonly labels?: readonly string[];
  readonly repetitions?: number;
  readonly seconds?: number;
  /** How much of a sample the next one keeps: more makes the spectrum lower. */
  readonly smoothness?: number;
  /** Channel on which the first movement is strongest. */
  readonly turn?: number;
  /** Everything times this. */
  readonly gain?: number;
}

/** A person of coloured noise, each movement strongest on channels of its own. */
export function syntheticPerson(traits: SyntheticTraits): Person {
  const { seed, rateHz = 1000, channels = 6, labels = ['rest', 'hand-close', 'hand-open'] } = traits;
  const { repetitions = 3, seconds = 2, smoothness = 0.5, turn = 0, gain = 1 } = traits;
  const random = new RandomStream(seed, 'tests/synthetic-person');
  const segments: StudySegment[] = [];
  for (let repetition = 0; repetition < repetitions; repetition++)
    labels.forEach((label, k) => {
      const signal = createBlock(0, rateHz, channels, Math.round(rateHz * seconds));
      for (let c = 0; c < channels; c++) {
        const place = (c - turn + channels) % channels;
        const level = label === 'rest' ? 1 : 4 + 40 / (1 + Math.abs(place - 2 * (k - 1)));
        for (let i = 0, y = 0; i < signal.length; i++) {
          y = smoothness * y + random.normal();
          signal.data[c * signal.length + i] = gain * UV * (level * y + 0.2 * random.normal());
        }
      }
      segments.push({ label, repetition, trial: '0', signal });
    });
  return { name: `person ${seed}`, data: studyData(segments) };
}
