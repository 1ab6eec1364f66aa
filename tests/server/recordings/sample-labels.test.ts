import { describe, expect, it } from 'vitest';
import { SampleLabels } from '../../../server/recordings/sample-labels.js';

describe('SampleLabels', () => {
  it('makes one segment of every run, with movements by their ids and repetitions counted', () => {
    const labels = new SampleLabels();
    labels.add(0, 3, { label: 'rest' });
    labels.add(3, 1, { label: 'Hand_Close' });
    labels.add(4, 2, { label: 'Hand_Close' });
    labels.add(6, 2, { label: 'rest' });
    expect(labels.segments()).toEqual([
      { label: 'rest', classIndex: 0, repetition: 0, trial: '0', index: 0, length: 3 },
      { label: 'hand-close', classIndex: 1, repetition: 0, trial: '0', index: 3, length: 3 },
      { label: 'rest', classIndex: 0, repetition: 1, trial: '0', index: 6, length: 2 },
    ]);
  });

  it('ends a run where the index jumps, and keeps what the samples number', () => {
    const labels = new SampleLabels();
    labels.add(0, 5, { label: 'a', repetition: 4, trial: 'Ramp', subject: 'P1' });
    labels.add(9, 5, { label: 'a', repetition: 4, trial: 'Ramp', subject: 'P1' });
    expect(labels.segments()).toMatchObject([
      { repetition: 4, trial: 'Ramp', subject: 'P1', index: 0, length: 5 },
      { repetition: 4, trial: 'Ramp', subject: 'P1', index: 9, length: 5 },
    ]);
  });
});
