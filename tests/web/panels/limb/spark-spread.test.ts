import { expect, it } from 'vitest';
import { muapMessage } from '../../../../src/patient/muap.js';
import { limbGeometry } from '../../../../src/patient/limb-geometry.js';
import { deriveFresh } from '../../../../src/patient/workshop-tasks.js';
import { presetByName } from '../../../../src/scenario/presets/index.js';
import { sparkSpread } from '../../../../web/panels/limb/spark-spread.js';
import { peakOf } from '../../../../web/panels/limb/touch.js';

const ring = {
  electrodes: [0, 90, 180, -90].map((angleDeg) => ({
    name: String(angleDeg),
    contacts: [{ angleDeg, radiusMm: 40, axialMm: 0 }],
  })),
};

it('is narrow on one channel, and wide on many', () => {
  expect(sparkSpread([[3], [0], [0], [0]], ring)).toMatchObject({
    angleDeg: 0,
    halfWidthDeg: 0,
    channels: 1,
  });
  const two = sparkSpread([[1], [-1], [0], [0]], ring);
  expect(two?.channels).toBeCloseTo(2);
  expect(two?.angleDeg).toBeCloseTo(45);
  expect(sparkSpread([[1], [1], [1], [1]], ring)).toMatchObject({ halfWidthDeg: 180 });
  expect(sparkSpread([[0], [0], [0], [0]], ring)).toBeUndefined();
});

it.each(['transfemoral-surface', 'transhumeral-surface-tmr', 'transradial-armband'])(
  'with more fat, the spark of a unit is dimmer and lies over more channels: %s',
  async (preset) => {
    const measured = [];
    for (const fatThicknessMm of [2, 8, 20]) {
      const scenario = presetByName(preset, { limb: { fatThicknessMm } });
      const unit = Math.floor(0.9 * (limbGeometry(scenario).muscles[0]?.units ?? 1));
      const { channels } = muapMessage(scenario, await deriveFresh(scenario), { muscle: 0, unit });
      const spread = sparkSpread(channels, limbGeometry(scenario));
      measured.push({ volts: Math.max(...channels.map(peakOf)), ...spread });
    }
    const [thin, some, thick] = measured;
    expect(some?.volts).toBeLessThan(thin?.volts ?? 0);
    expect(thick?.volts).toBeLessThan(0.7 * (some?.volts ?? 0));
    expect(some?.channels).toBeGreaterThan(thin?.channels ?? Infinity);
    expect(thick?.channels).toBeGreaterThan(1.05 * (some?.channels ?? Infinity));
    expect(thick?.halfWidthDeg).toBeGreaterThan(thin?.halfWidthDeg ?? Infinity);
  },
);
