import { from } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { parseBody } from '../../../../../src/body/synthesis/body-scenario.js';
import { Synthesizer } from '../../../../../src/body/synthesis/synthesizer.js';
import { Fourier } from '../../../../../src/ground/signal/fft.js';
import { decoded } from '../../../../../src/pipeline/operators/decoded.js';
import { filtered } from '../../../../../src/pipeline/operators/filtered.js';
import { windowed } from '../../../../../src/pipeline/operators/windowed.js';
import { calibrate } from '../../../../../src/patient/calibrate.js';
import { presetByName } from '../../../../../src/scenario/presets/index.js';
import type { Scenario } from '../../../../../src/scenario/scenario.js';

const UV = 1e-6;
const name = 'test-tones';
const chain = presetByName(name);

/** `seconds` of a scenario in blocks of a length, channel by channel. */
function recorded(
  scenario: Scenario,
  seconds: number,
  block = 40,
): { rows: Float32Array[]; clean: Float32Array[] } {
  const synthesizer = new Synthesizer(scenario);
  const { channels, sampleRateHz } = synthesizer;
  const total = Math.round(seconds * sampleRateHz);
  const make = (): Float32Array[] => Array.from({ length: channels }, () => new Float32Array(total));
  const [rows, clean] = [make(), make()];
  for (let at = 0; at < total; at += block) {
    const length = Math.min(block, total - at);
    const { signal, truth } = synthesizer.next(length);
    for (let c = 0; c < channels; c++) {
      rows[c].set(signal.data.subarray(c * length, (c + 1) * length), at);
      clean[c].set(truth.clean.subarray(c * length, (c + 1) * length), at);
    }
  }
  return { rows, clean };
}

const rms = (x: Float32Array): number => Math.sqrt(x.reduce((sum, v) => sum + v * v, 0) / x.length);

/** Frequency of the highest line of a Hann-windowed spectrum, Hz, and the share of the power within 3 lines of it. */
function line(x: Float32Array, rateHz: number): { hz: number; share: number } {
  const size = 4096;
  const power = new Float64Array(size / 2 + 1);
  const hann = x.subarray(0, size).map((v, i) => v * (0.5 - 0.5 * Math.cos((2 * Math.PI * i) / size)));
  new Fourier(size).power(hann, power);
  const top = power.indexOf(Math.max(...power));
  const sum = (from: number, until: number): number => power.slice(from, until).reduce((a, b) => a + b, 0);
  return { hz: (top * rateHz) / size, share: sum(Math.max(0, top - 3), top + 4) / sum(0, power.length) };
}

describe('test tones', () => {
  // Tolerances are of the noise of 2 µV beside them and of the leakage of a window, and were written before.
  it('reach each channel with the frequency and amplitude that the preset states, beside the amplifier’s noise', () => {
    const { rows, clean } = recorded(chain, 3);
    chain.testTones.tones.forEach(({ frequencyHz, rmsUv }, c) => {
      expect(rms(clean[c]) / UV).toBeCloseTo(rmsUv, 1);
      // Noise of 2 µV adds by squares, itself known within a tenth.
      expect(Math.abs(rms(rows[c]) / UV - Math.hypot(rmsUv, 2))).toBeLessThan(0.02 * rmsUv + 0.2);
      const { hz: found, share } = line(rows[c], chain.sampleRateHz);
      expect(Math.abs(found - frequencyHz)).toBeLessThanOrEqual(chain.sampleRateHz / 4096);
      expect(share).toBeGreaterThan(0.97);
    });
  });

  it('have the same bits in blocks of any length', () => {
    const reference = recorded(chain, 0.4, 800);
    for (const block of [1, 7, 40, 400]) expect(recorded(chain, 0.4, block)).toEqual(reference);
  });

  it('are found at another frequency where the device’s clock is wrong', () => {
    const drifting = presetByName(name, {
      disturbances: { clockDriftPpm: 1000, noiseUv: 0 },
      testTones: { tones: [{ frequencyHz: 400, rmsUv: 100 }] },
    });
    const { rows } = recorded(drifting, 10);
    // Rising zeros of a device that takes 2002 samples while it says 2000: 400 Hz is 399.6.
    let [zeros, first, last] = [0, NaN, NaN];
    for (let i = 1; i < rows[0].length; i++)
      if (rows[0][i - 1] < 0 && rows[0][i] >= 0) {
        const at = i - rows[0][i] / (rows[0][i] - rows[0][i - 1]);
        if (Number.isNaN(first)) first = at;
        else zeros++;
        last = at;
      }
    expect((zeros * 2000) / (last - first)).toBeCloseTo(400 / 1.001, 2);
  });

  it('are kept by no converter of too few samples, which is said', () => {
    const high = parseBody({
      ...bodyOf(chain),
      testTones: { on: true, tones: [{ frequencyHz: 1200, rmsUv: 100 }] },
    });
    const synthesizer = new Synthesizer(high);
    expect(synthesizer.warnings.join()).toContain('1200 Hz do not fit into sampleRateHz 2000');
    expect(rms(synthesizer.next(400).truth.clean)).toBe(0);
  });

  it('are turned live, without a jump of their phase', () => {
    const synthesizer = new Synthesizer(
      parseBody(bodyOf(presetByName(name, { testTones: { tones: [{ frequencyHz: 50 }] } }))),
    );
    const before = synthesizer.next(200).truth.clean;
    synthesizer.update({
      ...synthesizer.scenario,
      testTones: { on: true, tones: [{ frequencyHz: 60, rmsUv: 100 }] },
    });
    const after = synthesizer.next(200).truth.clean;
    const most = Math.SQRT2 * 100 * UV * 2 * Math.PI * (60 / 2000);
    expect(Math.abs(after[0] - before[199])).toBeLessThan(1.01 * most);
  });

  it('leave nothing to decode: every class looks alike, and the decoder stays at rest', () => {
    const { decoder, report } = calibrate(chain);
    expect(report.accuracy).toBeLessThan(0.6);
    const labels = new Set<string>();
    from([new Synthesizer(chain).next(40_000).signal])
      .pipe(filtered(decoder), windowed(decoder), decoded(decoder))
      // Filters settle within the first second.
      .subscribe(({ index, decided }) => index > 2000 && labels.add(decided));
    expect([...labels]).toEqual(['rest']);
  });
});

function bodyOf(scenario: Scenario): Record<string, unknown> {
  return { ...scenario };
}
