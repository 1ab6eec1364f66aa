import type { Activation } from '../body/intent/intent-state.js';
import type { MovementId } from '../ground/movement/movement.js';
import type { ServerMessage } from '../protocol/server-messages.js';
import type { Synthesizer } from '../body/synthesis/synthesizer.js';
import type { Truth } from '../body/synthesis/truth.js';

type IntentMessage = Extract<ServerMessage, { op: 'intent' }>;

/**
 * Who decides what the patient intends: the script, or a person who has taken over. Tells everyone of each
 * change, and of each cue of the script.
 */
export class IntentDesk {
  private holder: object | undefined;
  private current: IntentMessage = { op: 'intent', who: 'script', activations: [] };
  private movement: MovementId | undefined;
  private cue: MovementId | undefined;

  private held: readonly Activation[] | null = null;

  constructor(
    private synthesizer: Synthesizer,
    private readonly say: (message: ServerMessage) => void,
  ) {}

  /** What is intended now, and who says so. */
  get message(): IntentMessage {
    return this.current;
  }

  /** Whether the script decides. */
  get isScript(): boolean {
    return this.holder === undefined;
  }

  /** Whether nobody else decides than somebody, or the script. */
  isFreeFor(somebody: object): boolean {
    return this.holder === undefined || this.holder === somebody;
  }

  /** Whether somebody decides. */
  isHeldBy(somebody: object): boolean {
    return this.holder === somebody;
  }

  /** Somebody takes over; `null` hands back to the script. */
  take(
    activations: readonly Activation[] | null,
    by: object,
    who: 'person' | 'simulated-user' = 'person',
  ): void {
    this.synthesizer.intend(activations);
    this.held = activations;
    this.holder = activations ? by : undefined;
    this.movement = undefined;
    this.tell({ op: 'intent', who: activations ? who : 'script', activations: activations ?? [] });
  }

  /** The body is another one: who holds the intent goes on to hold it. */
  serve(synthesizer: Synthesizer): void {
    this.synthesizer = synthesizer;
    synthesizer.intend(this.held);
  }

  /** Whoever held it has gone: the script goes on. */
  release(by: object): void {
    if (this.holder === by) this.take(null, by);
  }

  /** Follow what the script does. */
  observe({ steps }: Truth): void {
    for (let k = 0; k < steps.index.length; k++) {
      const movement = steps.movement[k];
      const cue = steps.cue[k];
      if (cue !== this.cue && !this.holder)
        this.say({ op: 'event', index: steps.index[k], kind: 'cue', text: cue });
      this.cue = cue;
      if (this.holder || movement === this.movement) continue;
      this.movement = movement;
      const activations = movement === 'rest' ? [] : [{ movement, strength: steps.strength[k] }];
      this.tell({ op: 'intent', who: 'script', activations });
    }
  }

  private tell(message: IntentMessage): void {
    this.current = message;
    this.say(message);
  }
}
