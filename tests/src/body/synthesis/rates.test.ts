import { describe, expect, it } from 'vitest';
import { gridPositions } from '../../../../src/body/anatomy/electrodes.js';
import { bodyWarnings, type BodyScenario } from '../../../../src/body/synthesis/body-scenario.js';
import { Synthesizer } from '../../../../src/body/synthesis/synthesizer.js';
import { Welch } from '../../../../src/ground/signal/spectrum.js';
import { presetByName } from '../../../../src/scenario/presets/index.js';
import { dialBody } from './dials/dial-body.js';

const at = (sampleRateHz: number, antiAlias = true): BodyScenario =>
  dialBody({ sampleRateHz, disturbances: { antiAlias } });

/** Bent at 40 % for some seconds. */
function bent(body: BodyScenario, seconds: number, movement = 'elbow-flexion') {
  const synthesizer = new Synthesizer(body);
  synthesizer.intend([{ movement, strength: 0.4 }]);
  synthesizer.next(Math.round(synthesizer.sampleRateHz));
  const { signal, truth } = synthesizer.next(Math.round(seconds * synthesizer.sampleRateHz));
  return { signal, truth, channels: synthesizer.channels };
}

/** Power of clean EMG between 20 and 80 Hz, all channels together, V². */
function slowPower(body: BodyScenario, movement: string): number {
  const { truth, channels } = bent(body, 10, movement);
  const welch = new Welch(Math.round(body.sampleRateHz / 2));
  let power = 0;
  for (let c = 0; c < channels; c++) {
    const row = truth.clean.subarray(c * truth.length, (c + 1) * truth.length);
    const { frequency, density, step } = welch.spectrum(row, body.sampleRateHz);
    // Bins that reach half in count by half, so that no rate is given one more than another.
    frequency.forEach((hz, bin) => {
      const inside = Math.min(80, hz + step / 2) - Math.max(20, hz - step / 2);
      if (inside > 0) power += density[bin] * inside;
    });
  }
  return power;
}

describe('rates as devices have them', () => {
  // Decided before it was run: another rate is other luck in the places of discharges, which 10 s do not average out.
  it.each([200, 250, 500, 1111.11, 1259.26, 1925.93, 2000, 2148.148])(
    'of the same person have the same power below 80 Hz to a tenth: %s Hz',
    (rate) => {
      const arm = (sampleRateHz: number) => presetByName('transradial-armband', { sampleRateHz });
      const ratio = slowPower(arm(rate), 'hand-close') / slowPower(arm(1000), 'hand-close');
      expect(Math.abs(ratio - 1)).toBeLessThan(0.1);
    },
  );

  it('fold what is above half of them only where that is asked for: then it is every so many-th sample', () => {
    const [fast, folded, filtered] = [bent(at(2000), 4), bent(at(200, false), 4), bent(at(200), 4)];
    const energy = (x: Float32Array): number => x.reduce((sum, v) => sum + v * v, 0) / x.length;
    for (let i = 0; i < folded.truth.length; i++)
      expect(folded.truth.clean[i]).toBe(fast.truth.clean[10 * i]);
    expect(energy(folded.truth.clean) / energy(fast.truth.clean)).toBeCloseTo(1, 0);
    expect(energy(filtered.truth.clean)).toBeLessThan(0.7 * energy(folded.truth.clean));
  });

  it('leave discharges where they were in time', () => {
    const times = (rate: number): number[] => {
      const { truth } = bent(at(rate), 2);
      const found: number[] = [];
      for (let d = 0; d < truth.discharges.length; d += 3) found.push(truth.discharges[d + 2] / rate);
      return found.sort((a, b) => a - b);
    };
    const [slow, fast] = [times(200), times(2000)];
    expect(slow.length).toBe(fast.length);
    slow.forEach((time, n) => expect(time).toBeCloseTo(fast[n], 9));
  });

  it.each([200, 250, 1111.11, 1259.26, 1925.93, 2148.148, 10_000])(
    'give blocks and steps of truth without a gap, however they are cut: %s Hz',
    (rate) => {
      const [whole, pieces] = [new Synthesizer(at(rate)), new Synthesizer(at(rate))];
      const { signal, truth } = whole.next(700);
      let index = 0;
      const steps = new Set<number>();
      while (index < 700) {
        const part = pieces.next(Math.min(37, 700 - index));
        expect(part.signal.index).toBe(index);
        expect(part.signal.sampleRateHz).toBe(rate);
        for (const step of part.truth.steps.index) steps.add(step);
        expect(part.signal.data[0]).toBe(signal.data[index]);
        index += part.signal.length;
      }
      expect([...steps]).toEqual([...truth.steps.index]);
      expect([...steps].every(Number.isInteger)).toBe(true);
    },
  );

  it('say what becomes of the rest', () => {
    expect(bodyWarnings(at(200)).join()).toMatch(/nothing above 100 Hz, .* what lies above is filtered off/);
    expect(bodyWarnings(at(200, false)).join()).toMatch(/what lies above is folded below it/);
    expect(bodyWarnings(at(1111.11)).join()).not.toMatch(/sampleRateHz/);
  });
});

it('512 channels are made', () => {
  const positions = gridPositions(16, 32, { pitchDeg: 11.25, pitchMm: 8 });
  const electrodes = { positions, interElectrodeMm: 6, contactDiameterMm: 2, contactWidthMm: 4 };
  const { signal } = bent(dialBody({ electrodes }), 0.2);
  expect(signal.channels).toBe(512);
  expect(signal.data.some((value) => value !== 0)).toBe(true);
  expect(signal.data.every(Number.isFinite)).toBe(true);
});
