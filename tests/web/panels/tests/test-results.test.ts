import { describe, expect, it } from 'vitest';
import { measuresOf, measureText, resultsCsv } from '../../../../web/panels/tests/test-results.js';

const results = [
  { target: 'hand close', completed: true, completionSeconds: 1.25, accuracy: 0.9 },
  { target: 'elbow 30°, hand "open"', completed: false, completionSeconds: null, accuracy: 0.4 },
];

describe('test results', () => {
  it('shows only what the test measured', () => {
    expect(measuresOf({ results }).map(({ key }) => key)).toEqual(['completionSeconds', 'accuracy']);
  });

  it('writes trials as CSV, unknown values empty and texts quoted', () => {
    expect(resultsCsv({ results })).toBe(
      'trial,target,completed,completionSeconds,accuracy\n1,hand close,1,1.25,0.9\n2,"elbow 30°, hand ""open""",0,,0.4\n',
    );
  });

  it('tells a missing value from nought', () => {
    const [time, share] = measuresOf({ results });
    expect(time && measureText(time, null)).toBe('–');
    expect(time && measureText(time, 0)).toBe('0.00 s');
    expect(share && measureText(share, 0.42)).toBe('42 %');
  });
});
