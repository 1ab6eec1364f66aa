import { exp } from '../../ground/math/real.js';
import { RandomStream } from '../../ground/signal/random.js';
import type { IntentSpec } from './intent-fields.js';
import { SlowDrift } from './slow-drift.js';

/** Spread of the tone between the muscles of one person, as SD of its logarithm. Assumption. */
const UNEVENNESS = 0.5;
/** Time from one independent value of the drift to the next, s: two rests are seldom alike. Assumption. */
const DRIFT_SECONDS = 5;

/**
 * Activity that people do not let go of: uneven between the muscles, and drifting, half of it together and half each
 * muscle by itself. Added to whatever else a muscle does.
 */
export class RestingTone {
  private readonly levels: Float64Array;
  private readonly drift: number;
  private readonly common: SlowDrift;
  private readonly own: readonly SlowDrift[];
  private together = 0;

  /**
   * @param anatomySeed of the person
   * @param sessionSeed of the occasion, which the drift belongs to
   */
  constructor(
    spec: IntentSpec,
    muscles: readonly { readonly name: string }[],
    {
      anatomySeed,
      sessionSeed,
      sampleRateHz,
    }: { anatomySeed: number; sessionSeed: number; sampleRateHz: number },
  ) {
    const drift = (name: string): SlowDrift =>
      new SlowDrift(sessionSeed, `intent/${name}/tone`, sampleRateHz, DRIFT_SECONDS);
    this.drift = spec.toneDriftPercent / 100;
    this.common = drift('effort');
    this.own = muscles.map(({ name }) => drift(name));
    this.levels = Float64Array.from(muscles, ({ name }) => {
      const normal = new RandomStream(anatomySeed, `intent/${name}/tone/day/${spec.day}`).normal();
      return (spec.restingTonePercent / 100) * exp(UNEVENNESS * normal - (UNEVENNESS * UNEVENNESS) / 2);
    });
  }

  /** Go to an absolute sample index. */
  seek(index: number): void {
    this.together = this.drift > 0 ? this.common.at(index) : 0;
  }

  /** Tone of a muscle at the index gone to, as a fraction of its maximal force. */
  of(muscle: number, index: number): number {
    const level = this.levels[muscle];
    if (level === 0 || this.drift === 0) return level;
    const value = Math.SQRT1_2 * (this.together + this.own[muscle].at(index));
    return level * exp(this.drift * value - (this.drift * this.drift) / 2);
  }
}
