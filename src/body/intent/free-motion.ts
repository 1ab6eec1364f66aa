import type { MovementId } from '../../ground/movement/movement.js';
import type { Vocabulary } from '../../ground/movement/vocabulary.js';
import { RandomStream } from '../../ground/signal/random.js';
import type { IntentSpec } from './intent-fields.js';
import type { Activation } from './intent-state.js';
import { sin } from '../../ground/math/real.js';

const TONES = 8;
/** Excursions (in SD) below which a joint is left alone, and at which it is moved with full strength. */
const DEADBAND = 0.4;
const FULL = 1.8;

interface Joint {
  readonly positive: MovementId | undefined;
  readonly negative: MovementId | undefined;
  readonly frequency: Float64Array;
  readonly phase: Float64Array;
}

/**
 * Unprompted movement in all joints at once: each joint follows a sum of tones of random frequency and phase,
 * a band-limited Gaussian process in good approximation, that can be evaluated at any time directly.
 */
export class FreeMotion {
  private readonly joints: readonly Joint[];

  constructor(
    private readonly spec: IntentSpec,
    seed: number,
    vocabulary: Vocabulary,
  ) {
    const dofs = new Map<string, { positive?: MovementId; negative?: MovementId }>();
    for (const id of spec.movements)
      for (const { dof, direction } of vocabulary.byId(id)?.actions ?? []) {
        const pair = dofs.get(dof) ?? {};
        if (direction > 0) pair.positive ??= id;
        else pair.negative ??= id;
        dofs.set(dof, pair);
      }
    this.joints = [...dofs].map(([dof, { positive, negative }]) => {
      const random = new RandomStream(seed, `intent/free/${dof}`);
      const frequency = Float64Array.from(
        { length: TONES },
        (_, k) => (spec.randomHz * (k + random.uniform())) / TONES,
      );
      const phase = frequency.map(() => 2 * Math.PI * random.uniform());
      return { positive, negative, frequency, phase };
    });
  }

  /** Movements made at a time in seconds, strongest first. */
  at(seconds: number): Activation[] {
    const strength = this.spec.strengthPercent / 100;
    const found: { movement: MovementId; strength: number }[] = [];
    for (const joint of this.joints) {
      const x = this.excursion(joint, seconds);
      const movement = x > 0 ? joint.positive : joint.negative;
      const level = Math.min(1, (Math.abs(x) - DEADBAND) / (FULL - DEADBAND));
      if (movement && level > 0) found.push({ movement, strength: level * strength });
    }
    found.sort((a, b) => b.strength - a.strength);
    // Fewer joints at once than move: take the strongest left out off all, so that nothing jumps.
    const excess = found[this.spec.simultaneous]?.strength ?? 0;
    return found
      .slice(0, this.spec.simultaneous)
      .map(({ movement, strength: s }) => ({ movement, strength: s - excess }))
      .filter((activation) => activation.strength > 0);
  }

  private excursion({ frequency, phase }: Joint, seconds: number): number {
    let sum = 0;
    for (let k = 0; k < TONES; k++) sum += sin(2 * Math.PI * frequency[k] * seconds + phase[k]);
    return sum * Math.sqrt(2 / TONES);
  }
}
