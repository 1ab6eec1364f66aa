import { describe, expect, it } from 'vitest';
import { electrodeLabels, labelPlaces } from '../../../../web/panels/limb/label-places.js';

const superficial = {
  angleDeg: 90,
  widthDeg: 60,
  innerRadiusMm: 20,
  outerRadiusMm: 36,
  halfWidth: 8,
  halfHeight: 4,
};

describe('labels of muscles', () => {
  it('stay apart where one muscle lies over another', () => {
    const deep = { ...superficial, innerRadiusMm: 14, outerRadiusMm: 30, halfWidth: 6 };
    const [a, b] = labelPlaces([deep, superficial], { outer: 36, inner: 9 });
    expect(a && b).toBeDefined();
    const across = Math.abs((a?.x ?? 0) - (b?.x ?? 0)) >= 6 * (a?.scale ?? 1) + 8 * (b?.scale ?? 1);
    const along = Math.abs((a?.y ?? 0) - (b?.y ?? 0)) >= 4 * ((a?.scale ?? 1) + (b?.scale ?? 1));
    expect(across || along).toBe(true);
  });

  it('are left out where no place is left', () => {
    const narrow = { ...superficial, widthDeg: 20 };
    const crowd = Array.from({ length: 9 }, () => ({ ...narrow }));
    expect(labelPlaces(crowd, { outer: 36, inner: 9 }).filter((place) => !place).length).toBeGreaterThan(3);
  });
});

it('electrodes are called by a short word of their own, or by their number', () => {
  expect(electrodeLabels(['P1', 'P2'])).toEqual(['P1', 'P2']);
  expect(electrodeLabels(['Biceps, long head', 'Triceps'])).toEqual(['Biceps', 'Triceps']);
  expect(electrodeLabels(['Median site 1', 'Median site 2'])).toEqual(['1', '2']);
});
