import { expect, it } from 'vitest';
import { costliest } from '../../../../web/panels/disturbances/costliest.js';

const result = (dial: string | undefined, share: number) => ({ dial, share, value: 1, counted: 100 });

it('names the disturbance without which most more is right', () => {
  const found = costliest([result(undefined, 0.5), result('mainsUv', 0.6), result('lossPercent', 0.75)]);
  expect(found).toEqual({ dial: 'lossPercent', gain: 0.25 });
});

it('names none that costs less than a point', () => {
  expect(costliest([result(undefined, 0.9), result('mainsUv', 0.905)])).toBeUndefined();
  expect(costliest([])).toBeUndefined();
});
