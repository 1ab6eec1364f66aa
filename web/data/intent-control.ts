import type { MovementId } from '../../src/ground/movement/movement.js';

export interface HeldActivation {
  readonly movement: MovementId;
  readonly strength: number;
}

/**
 * Keys and buttons held down as intent. A held movement activates at the chosen strength; letting go asks
 * for rest; the script takes over again only when told to.
 */
export class IntentControl {
  /** Fraction of maximal voluntary contraction. */
  strength = 0.4;
  /** True once a person has taken over from the script. */
  personal = false;
  private readonly held = new Map<string, MovementId>();

  constructor(
    private readonly send: (activations: HeldActivation[] | null) => void,
    private readonly knows: (movement: string) => boolean,
    private readonly changed: () => void = () => undefined,
  ) {}

  /** `source` tells holds of the same movement apart (a key and a button). */
  press(source: string, movement: string): void {
    if (!this.knows(movement) || this.held.get(source) === movement) return;
    this.held.set(source, movement);
    this.personal = true;
    this.report();
  }

  release(source: string): void {
    if (this.held.delete(source)) this.report();
  }

  releaseAll(): void {
    if (this.held.size === 0) return;
    this.held.clear();
    this.report();
  }

  setStrength(strength: number): void {
    this.strength = Math.min(1, Math.max(0.05, strength));
    if (this.held.size > 0) this.report();
    else this.changed();
  }

  /** Give intent back to the script. */
  script(): void {
    this.held.clear();
    this.personal = false;
    this.send(null);
    this.changed();
  }

  /** The patient is another one: whoever had taken over lets go. */
  leave(): void {
    if (this.personal) this.script();
  }

  /** Ask for rest and keep it. */
  rest(): void {
    this.held.clear();
    this.personal = true;
    this.report();
  }

  isHeld(movement: string): boolean {
    return [...this.held.values()].some((held) => held === movement);
  }

  /** After a reconnection the server knows nothing of what is held. */
  repeat(): void {
    if (this.personal) this.report();
  }

  private report(): void {
    const movements = [...new Set(this.held.values())].slice(0, 4);
    this.send(
      movements
        .filter((movement) => movement !== 'rest')
        .map((movement) => ({ movement, strength: this.strength })),
    );
    this.changed();
  }
}
