import { describe, expect, it } from 'vitest';
import { defaultsOf } from '../../../../../src/ground/signal/parse-fields.js';
import { electrodesFields } from '../../../../../src/body/anatomy/electrodes.js';
import { surgeryFields } from '../../../../../src/body/anatomy/surgery.js';
import { artefactFlags, artefactsOf } from '../../../../../src/body/synthesis/disturbances/artefact-flags.js';
import { attachmentOf } from '../../../../../src/body/synthesis/disturbances/attachment.js';
import type { DisturbanceSpec } from '../../../../../src/body/synthesis/disturbances/disturbance-fields.js';
import { settledImpedance } from '../../../../../src/body/synthesis/disturbances/impedance-settling.js';
import { disturbed, plainAttachment, quiet, rms } from './disturbed.js';

const additive: Partial<DisturbanceSpec>[] = [
  { noiseUv: 4 },
  { mainsUv: 15 },
  { ecgUv: 60 },
  { motionUv: 200, motionPerMin: 60 },
  { impactUv: 300 },
  { frictionUv: 50 },
  { baselineUv: 80 },
];
const sine = (channel: number, index: number): number => 50e-6 * Math.sin(index / (7 + channel));

describe('DisturbanceChain', () => {
  it('leaves silence silent when every dial is at zero', () => {
    const { rows, flags } = disturbed({});
    expect(rows.every((row) => row.every((x) => x === 0))).toBe(true);
    expect(flags.every((flag) => flag === 0)).toBe(true);
  });

  it('adds sources that do not change one another’s numbers', () => {
    const all: Partial<DisturbanceSpec> = Object.assign({}, ...additive);
    const together = disturbed(all).rows;
    const alone = additive.map((spec) => disturbed(spec).rows);
    let worst = 0;
    together.forEach((row, c) =>
      row.forEach((x, i) => {
        const sum = alone.reduce((total, rows) => total + rows[c][i], 0);
        worst = Math.max(worst, Math.abs(x - sum));
      }),
    );
    // Each alone is rounded to the converter's step of 1 nV.
    expect(worst).toBeLessThan(8e-9);
    for (const rows of alone) expect(rows.some((row) => row.some((x) => x !== 0))).toBe(true);
  });

  it('gives other numbers for another seed and the same for the same', () => {
    const spec = { noiseUv: 4, mainsUv: 3, ecgUv: 20 };
    expect(disturbed(spec, { seconds: 1 })).toEqual(disturbed(spec, { seconds: 1 }));
    expect(disturbed(spec, { seconds: 1, seed: 2 }).rows[0]).not.toEqual(
      disturbed(spec, { seconds: 1 }).rows[0],
    );
  });

  it('makes two neighbours around the limb alike by a sweat bridge, lets them fade and leaves the others', () => {
    const dry = disturbed({}, { seconds: 0.5, clean: sine }).rows;
    const { rows, flags } = disturbed(
      { bridgePercent: 60, bridgeChannel: 4 },
      { seconds: 0.5, clean: sine, channels: 4 },
    );
    expect(rows[1]).toEqual(dry[1]);
    expect(rows[2]).toEqual(dry[2]);
    for (const i of [10, 333, 900]) {
      // 4Z/R = 1.5: the difference keeps 1/2.5, the sum 1/1.75.
      expect(rows[3][i] - rows[0][i]).toBeCloseTo(0.4 * (dry[3][i] - dry[0][i]), 8);
      expect(rows[3][i] + rows[0][i]).toBeCloseTo((dry[3][i] + dry[0][i]) / 1.75, 8);
    }
    expect(artefactsOf(flags[5])).toEqual(['sweat']);
    const shorted = disturbed({ bridgePercent: 100 }, { seconds: 0.5, clean: sine }).rows;
    expect(rms(shorted[0]) + rms(shorted[1])).toBe(0);
    expect(shorted[2]).toEqual(dry[2]);
  });

  it('takes 2 to 3 % of the amplitude by every 0.02 mm of sweat, the same at every frequency', () => {
    const dry = disturbed({}, { seconds: 0.5, clean: sine }).rows;
    const { rows, flags } = disturbed({ sweatFilmMm: 0.02 }, { seconds: 0.5, clean: sine });
    for (const [c, row] of rows.entries()) expect(rms(row) / rms(dry[c])).toBeCloseTo(0.975, 4);
    expect(artefactsOf(flags[5])).toEqual(['sweat']);
    const thick = disturbed({ sweatFilmMm: 0.04 }, { seconds: 0.5, clean: sine }).rows;
    expect(rms(thick[2]) / rms(dry[2])).toBeCloseTo(0.975 ** 2, 4);
  });

  it('lets the currents of all channels return through the reference contact', () => {
    const { rows } = disturbed(
      { referenceKohm: 500, inputMohm: 10 },
      { seconds: 0.5, channels: 4, clean: (c, i) => (c === 0 ? sine(0, i) : 0) },
    );
    // 0.5 MΩ of 10 MΩ and four times 0.5 MΩ.
    const share = 0.5 / 12;
    for (const i of [10, 333, 900]) {
      expect(rows[0][i]).toBeCloseTo((1 - share) * sine(0, i), 8);
      for (const c of [1, 2, 3]) expect(rows[c][i]).toBeCloseTo(-share * sine(0, i), 8);
    }
  });

  it('turns the potential of the limb into signal by unequal contacts, a quarter of a turn late', () => {
    const wave = (c: number, i: number): number =>
      c === 0 ? 1e-4 * Math.sin((2 * Math.PI * 50 * i) / 2000) : 0;
    const spec = { contactKohm: 500, contactSpreadPercent: 50, inputMohm: 10 };
    const { rows } = disturbed(spec, { seconds: 2, channels: 4, clean: wave });
    const levels = rows.slice(1).map((row) => rms(row));
    expect(Math.max(...levels)).toBeGreaterThan(2e-8);
    expect(Math.max(...levels)).toBeLessThan(2e-6);
    expect(Math.max(...levels) / Math.min(...levels)).toBeGreaterThan(1.2);
    const late = rows[1].reduce((sum, x, i) => sum + x * Math.cos((2 * Math.PI * 50 * i) / 2000), 0);
    const inPhase = rows[1].reduce((sum, x, i) => sum + x * Math.sin((2 * Math.PI * 50 * i) / 2000), 0);
    expect(Math.abs(late)).toBeGreaterThan(3 * Math.abs(inPhase));
    const one = { ...plainAttachment(4), travel: 0 };
    expect(rms(disturbed(spec, { seconds: 2, channels: 4, clean: wave, attachment: one }).rows[1])).toBe(0);
  });

  it('drives a lifted contact to the rail, about as long and as often as set', () => {
    const { rows, flags } = disturbed(
      { liftOffPerMin: 20, liftOffMs: 300, rangeMv: 4 },
      { seconds: 600, channels: 4, sampleRateHz: 500, clean: sine },
    );
    const railed = rows.map((row) => row.reduce((n, x) => n + (Math.abs(x) > 3.9e-3 ? 1 : 0), 0));
    const share = railed.reduce((a, b) => a + b, 0) / flags.length;
    expect(share).toBeGreaterThan(0.07); // 20/min × 0.3 s = 0.1
    expect(share).toBeLessThan(0.13);
    expect(railed.every((n) => n > 0)).toBe(true);
    const wrong = flags.filter((flag, i) => {
      const off = rows.some((row) => Math.abs(row[i]) > 3.9e-3);
      return (
        ((flag & artefactFlags.liftOff) !== 0) !== off || ((flag & artefactFlags.saturated) !== 0) !== off
      );
    });
    expect(wrong.length).toBe(0);
  });

  it('silences an intermittent contact but for its pops', () => {
    const { rows, flags } = disturbed(
      { intermittentPerMin: 60 },
      { seconds: 60, channels: 2, clean: () => 1e-3 },
    );
    let silent = 0;
    let disturbedUnflagged = 0;
    flags.forEach((flag, i) => {
      if (flag & artefactFlags.intermittent) {
        if (Math.min(rows[0][i], rows[1][i]) < 0.5e-3) silent++;
      } else if (Math.abs(rows[0][i] - 1e-3) > 1e-8) disturbedUnflagged++;
    });
    expect(disturbedUnflagged).toBe(0);
    // 60 breaks of 32 ms on average
    expect(silent / 2000).toBeGreaterThan(1);
    expect(silent / 2000).toBeLessThan(3);
  });

  it('clips at the rails and rounds to the steps of the converter', () => {
    const { rows, flags } = disturbed(
      { rangeMv: 1, resolutionBits: 8 },
      { seconds: 0.1, channels: 1, clean: (_, i) => (i - 100) * 2e-5 },
    );
    const step = 1e-3 / 128;
    rows[0].forEach((x, i) => {
      const v = (i - 100) * 2e-5;
      expect(Math.abs(x / step - Math.round(x / step))).toBeLessThan(1e-4);
      if (Math.abs(v) < 0.99e-3) expect(Math.abs(x - v)).toBeLessThan(0.501 * step);
      expect((flags[i] & artefactFlags.saturated) !== 0).toBe(v > 127.5 * step || v < -128.5 * step);
    });
    expect(Math.min(...rows[0])).toBeCloseTo(-1e-3, 9);
    expect(Math.max(...rows[0])).toBeCloseTo(1e-3 - step, 9);
  });

  it('blocks direct current by its coupling, at −3 dB at the corner', () => {
    const gain = (hz: number): number => {
      const { rows } = disturbed(
        { acCouplingHz: 10, offsetUv: 3000 },
        { seconds: 4, channels: 1, clean: (_, i) => 1e-4 * Math.sin((2 * Math.PI * hz * i) / 2000) },
      );
      const tail = rows[0].subarray(4000);
      return (Math.SQRT2 * Math.sqrt(tail.reduce((sum, x) => sum + x * x, 0) / tail.length)) / 1e-4;
    };
    expect(gain(10)).toBeCloseTo(Math.SQRT1_2, 1);
    expect(gain(200)).toBeGreaterThan(0.98);
    const { rows } = disturbed({ offsetUv: 3000 }, { seconds: 0.1 });
    expect(rows[0][0]).toBeCloseTo(3e-3, 8);
  });

  it('loses the share of packets set, in bursts, as flagged NaN on all channels', () => {
    const { rows, flags } = disturbed(
      { packetLossPercent: 10, packetBurst: 4 },
      { seconds: 600, channels: 2, sampleRateHz: 500, clean: () => 1e-4 },
    );
    let lost = 0;
    let bursts = 0;
    let wrong = 0;
    flags.forEach((flag, i) => {
      const isLost = (flag & artefactFlags.lost) !== 0;
      if (Number.isNaN(rows[0][i]) !== isLost || Number.isNaN(rows[1][i]) !== isLost) wrong++;
      if (isLost) lost++;
      if (isLost && i > 0 && !(flags[i - 1] & artefactFlags.lost)) bursts++;
    });
    expect(wrong).toBe(0);
    expect(lost / flags.length).toBeGreaterThan(0.08);
    expect(lost / flags.length).toBeLessThan(0.12);
    expect(lost / 5 / bursts).toBeGreaterThan(3.4);
    expect(lost / 5 / bursts).toBeLessThan(4.6);
  });
});

describe('settledImpedance', () => {
  it.each([
    [0, 1],
    [5, 0.935],
    [10, 0.87],
    [12.5, 0.825],
    [15, 0.78],
    [600, 0.78],
  ])('after %d min is %d', (minutes, expected) => {
    expect(settledImpedance({ ...quiet, settlingPercent: 100 }, 60 * minutes)).toBeCloseTo(expected, 9);
    expect(settledImpedance({ ...quiet, settlingPercent: 100, wornMin: minutes }, 0)).toBeCloseTo(
      expected,
      9,
    );
    expect(settledImpedance({ ...quiet, settlingPercent: 0 }, 60 * minutes)).toBe(1);
  });
});

describe('attachmentOf', () => {
  const surgery = defaultsOf(surgeryFields);
  const electrodes = defaultsOf(electrodesFields);
  const body = { seed: 1, surgery, electrodes };

  it('shakes electrodes more on a loose stem, and less under the skin', () => {
    const firm = attachmentOf({ ...body, surgery: { ...surgery, pressFitStability: 1 } });
    const loose = attachmentOf({ ...body, surgery: { ...surgery, pressFitStability: 0 } });
    expect(firm.impact).toBeCloseTo(0.1, 9);
    expect(loose.impact).toBeCloseTo(1, 9);
    expect(attachmentOf({ ...body, electrodes: { ...electrodes, type: 'epimysial' } }).motion).toBeLessThan(
      firm.motion / 5,
    );
  });

  it('moves electrodes more in a socket than on a bone anchor', () => {
    const bone = attachmentOf({ ...body, surgery: { ...surgery, anchor: 'bone' } });
    const socket = attachmentOf({ ...body, surgery: { ...surgery, anchor: 'socket' } });
    expect(socket.motion).toBe(2 * bone.motion);
  });

  it('knows the neighbours by angle, whatever the order of the list, and then along the limb', () => {
    const positions = [
      { name: '', angleDeg: -90, axialMm: 0 },
      { name: '', angleDeg: 90, axialMm: 20 },
      { name: '', angleDeg: 90, axialMm: -20 },
      { name: '', angleDeg: 0, axialMm: 0 },
    ];
    const { next } = attachmentOf({ ...body, electrodes: { ...electrodes, positions } });
    expect([...next]).toEqual([3, 0, 1, 2]);
  });

  it('has a seed for each donning', () => {
    const seeds = [0, 1, 2].map(
      (donning) => attachmentOf({ ...body, electrodes: { ...electrodes, donning } }).donning,
    );
    expect(new Set(seeds).size).toBe(3);
  });
});
