import { cos, sin } from '../../../ground/math/real.js';
import { UV } from '../../../ground/signal/units.js';
import type { TestToneSpec } from './test-tone-fields.js';

/** Makes known sines, quantum by quantum: a tone goes on where it was, whatever is turned. */
export class TestTones {
  /** Phase of each channel in turns; all begin at a rising zero. */
  private readonly phases: Float64Array;

  constructor(channels: number) {
    this.phases = new Float64Array(channels);
  }

  /**
   * Add one quantum of the sines.
   * @param data channel-major, in volts
   * @param sampleRateHz by a true clock
   */
  add(data: Float32Array, sampleRateHz: number, { on, tones }: TestToneSpec): void {
    if (!on) return;
    const { phases } = this;
    const samples = data.length / phases.length;
    for (let c = 0; c < phases.length; c++) {
      const { frequencyHz, rmsUv } = tones[c % tones.length];
      const turns = frequencyHz / sampleRateHz;
      const start = 2 * Math.PI * phases[c];
      phases[c] = (phases[c] + samples * turns) % 1;
      // What lies above half the rate was filtered off before it, as of hum.
      if (turns >= 0.5) continue;
      const height = Math.SQRT2 * rmsUv * UV;
      let re = height * cos(start);
      let im = height * sin(start);
      const stepRe = cos(2 * Math.PI * turns);
      const stepIm = sin(2 * Math.PI * turns);
      for (let at = c * samples; at < (c + 1) * samples; at++) {
        data[at] += im;
        const turned = re * stepRe - im * stepIm;
        im = im * stepRe + re * stepIm;
        re = turned;
      }
    }
  }
}
