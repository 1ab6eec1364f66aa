import { UV } from '../../signal/units.js';
import { artefactFlags } from './artefact-flags.js';
import { addToChannels, channelGains, flagAll } from './disturbance.js';
import type { Disturbance, DisturbanceSite, Quantum } from './disturbance.js';
import type { DisturbanceSpec } from './disturbance-fields.js';
import { SlowNoise } from './slow-noise.js';

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
  private readonly gains: Float64Array;
  private readonly slow: SlowNoise;
  private readonly wave: Float64Array;
  /** Phase in turns. */
  private phase = 0;

  constructor({ seed, channels, quantum, sampleRateHz }: DisturbanceSite) {
    this.gains = channelGains(seed, 'synthesis/mains/pickup', channels, 0.4);
    this.slow = new SlowNoise(seed, 'synthesis/mains/wander', 2, WANDER_HZ, quantum / sampleRateHz);
    this.wave = new Float64Array(quantum);
  }

  apply(quantum: Quantum, spec: DisturbanceSpec): void {
    if (spec.mainsUv === 0) return;
    const { slow, wave } = this;
    slow.step();
    // The bound is met by a soft limit, so that the frequency never leaves it.
    const hz = spec.mainsHz + spec.mainsWanderHz * Math.tanh(slow.to[0]);
    const depth = spec.mainsModulationPercent / 100;
    const start = Math.max(0, 1 + depth * slow.from[1]);
    const end = Math.max(0, 1 + depth * slow.to[1]);
    const harmonics = spec.mainsHarmonicsPercent / 100;
    const nyquist = quantum.sampleRateHz / 2;
    const turns = hz / quantum.sampleRateHz;
    for (let i = 0; i < quantum.samples; i++) {
      const angle = 2 * Math.PI * (this.phase + i * turns);
      let value = Math.sin(angle);
      // What the converter cannot carry was filtered off before it.
      if (harmonics > 0)
        for (const [order, share] of HARMONICS)
          if (order * hz < nyquist) value += harmonics * share * Math.sin(order * angle + order);
      wave[i] = value * (start + ((end - start) * i) / quantum.samples);
    }
    this.phase = (this.phase + quantum.samples * turns) % 1;
    // Unequal contact impedances turn the common hum into a difference.
    addToChannels(quantum, wave, this.gains, Math.SQRT2 * spec.mainsUv * UV * quantum.impedance);
    flagAll(quantum, artefactFlags.mains);
  }
}
