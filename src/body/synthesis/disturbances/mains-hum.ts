import { UV } from '../../../ground/signal/units.js';
import { artefactFlags } from './artefact-flags.js';
import type { ContactPairs } from './contact-pairs.js';
import { addToChannels, flagAll } from './disturbance.js';
import type { Disturbance, DisturbanceSite, Quantum } from './disturbance.js';
import type { DisturbanceSpec } from './disturbance-fields.js';
import { SlowNoise } from './slow-noise.js';
import { cos, sin, tanh } from '../../../ground/math/real.js';

/** Harmonics and their amplitude when the third is 1: odd ones lead, as rectifiers leave them. */
const HARMONICS = [
  [2, 0.3],
  [3, 1],
  [5, 0.6],
  [7, 0.3],
] as const;
/** How fast frequency and amplitude wander. */
const WANDER_HZ = 0.05;

/** Hum of the mains, whose frequency and amplitude wander (Mewett et al., Med Biol Eng Comput 2004;42:524). */
export class MainsHum implements Disturbance {
  private readonly slow: SlowNoise;
  private readonly wave: Float64Array;
  /** Phase in turns. */
  private phase = 0;

  constructor(
    { seed, quantum, sampleRateHz }: DisturbanceSite,
    private readonly pairs: ContactPairs,
  ) {
    this.slow = new SlowNoise(seed, 'synthesis/mains/wander', 2, WANDER_HZ, quantum / sampleRateHz);
    this.wave = new Float64Array(quantum);
  }

  apply(quantum: Quantum, spec: DisturbanceSpec): void {
    if (spec.mainsUv === 0) return;
    const { slow, wave } = this;
    slow.step();
    // The bound is met by a soft limit, so that the frequency never leaves it.
    const hz = spec.mainsHz + spec.mainsWanderHz * tanh(slow.to[0]);
    const depth = spec.mainsModulationPercent / 100;
    const start = Math.max(0, 1 + depth * slow.from[1]);
    const end = Math.max(0, 1 + depth * slow.to[1]);
    const turns = hz / quantum.sampleRateHz;
    wave.fill(0);
    this.addPartial(1, 0, 1, turns);
    for (const [order, share] of HARMONICS)
      // What the converter cannot carry was filtered off before it.
      if (spec.mainsHarmonicsPercent > 0 && order * turns < 0.5)
        this.addPartial(order, order, (share * spec.mainsHarmonicsPercent) / 100, turns);
    for (let i = 0; i < quantum.samples; i++) wave[i] *= start + ((end - start) * i) / quantum.samples;
    this.phase = (this.phase + quantum.samples * turns) % 1;
    // The dial is the level that was measured; unequal contacts decide how it is shared out among the channels.
    const level = (Math.SQRT2 * spec.mainsUv * UV * quantum.impedance) / this.pairs.rms;
    addToChannels(quantum, wave, this.pairs.conversion, level);
    flagAll(quantum, artefactFlags.mains);
  }

  /** Add one partial to the wave, turning a phasor instead of calling sin for each sample. */
  private addPartial(order: number, offset: number, height: number, turns: number): void {
    const { wave } = this;
    const start = 2 * Math.PI * order * this.phase + offset;
    const step = 2 * Math.PI * order * turns;
    const stepCos = cos(step);
    const stepSin = sin(step);
    let re = height * cos(start);
    let im = height * sin(start);
    for (let i = 0; i < wave.length; i++) {
      wave[i] += im;
      const turned = re * stepCos - im * stepSin;
      im = im * stepCos + re * stepSin;
      re = turned;
    }
  }
}
