import { expect, it } from 'vitest';
import { scenarioFields } from '../../../../src/scenario/scenario.js';
import { loudDials, quietSettings } from '../../../../web/panels/disturbances/quiet-settings.js';

it('takes sizes down and leaves what shapes them', () => {
  const running = { noiseUv: 12, mainsUv: 40, mainsHz: 50, motionPerMin: 6 };
  const quiet = quietSettings(running, scenarioFields);
  expect(quiet).toEqual({ noiseUv: 0, mainsUv: 0, mainsHz: 50, motionPerMin: 0 });
  expect(loudDials(running, quiet)).toEqual(['noiseUv', 'mainsUv']);
  expect(loudDials(quiet, quiet)).toEqual([]);
});
