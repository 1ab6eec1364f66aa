import { describe, expect, it } from 'vitest';
import { electrodeLabels, labelPlaces, rowsOf } from '../../../../web/panels/limb/label-places.js';

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

it('electrodes have short names of their own, or numbers where there are many', () => {
  expect(electrodeLabels(['P1', 'P2'])).toEqual(['P1', 'P2']);
  expect(electrodeLabels(['Biceps, long head', 'Triceps'])).toEqual(['Bic. long', 'Triceps']);
  expect(electrodeLabels(Array.from({ length: 17 }, (_, i) => `Ring ${i}`)).at(-1)).toBe('17');
});

it('texts in rows stand apart', () => {
  const at = (x: number) => ({ x, halfWidth: 2 });
  expect(rowsOf([at(0), at(1), at(2), at(3), at(9)])).toEqual([0, 1, 2, undefined, 0]);
});
