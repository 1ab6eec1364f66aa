import { expect, it } from 'vitest';
import { featureRows, featureSpace } from '../../../../web/panels/features/feature-axes.js';

it('splits names at the last point, as channels may have some', () => {
  expect(featureRows(['E1 Biceps.MAV', 'a.b.AR1'])).toEqual([
    { row: 0, channel: 'E1 Biceps', feature: 'MAV' },
    { row: 1, channel: 'a.b', feature: 'AR1' },
  ]);
});

it('reads features in what people read, by what the calibration tells', () => {
  const rows = featureRows(['a.MAV', 'a.VAR', 'a.ZC', 'a.AR1']);
  const reading = {
    units: ['V', 'V²', '1', null] as const,
    zeros: [50e-6, 2e-9, 12, 0],
    steps: [10e-6, 1e-9, 3, 1],
  };
  const { axes, place } = featureSpace(rows, reading);
  expect(axes.map((axis) => axis.kind === 'feature' && axis.unit)).toEqual(['µV', 'µV²', '', undefined]);
  [60, 3000, 9, -1].forEach((wanted, i) => expect(place([1, 1, -1, -1])[i]).toBeCloseTo(wanted, 9));
});

it('shows them as they are where nothing is told', () => {
  const { axes, place } = featureSpace(featureRows(['a.MAV', 'b.MAV']), undefined);
  expect(axes[0]).toMatchObject({ unit: undefined });
  expect(place([0.5, -2])).toEqual([0.5, -2]);
});
