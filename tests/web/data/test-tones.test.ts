import { expect, it } from 'vitest';
import { presetByName } from '../../../src/scenario/presets/index.js';
import { hasTones, tonesOf } from '../../../web/data/test-tones.js';

it('knows the sine of each channel, of which the list starts over', () => {
  const tones = presetByName('test-tones', {
    testTones: { tones: [{ frequencyHz: 10 }, { frequencyHz: 20, rmsUv: 5 }] },
  });
  expect(hasTones(tones)).toBe(true);
  expect(tonesOf(tones, 3)).toEqual([
    { frequencyHz: 10, rmsUv: 100 },
    { frequencyHz: 20, rmsUv: 5 },
    { frequencyHz: 10, rmsUv: 100 },
  ]);
});

it.each([
  null,
  {},
  { testTones: { on: true } },
  { testTones: { on: true, tones: [1] } },
  presetByName('transhumeral-tmr'),
])('finds none where there are none', (scenario) => expect(tonesOf(scenario, 2)).toEqual([]));
