import type { ServerMessage } from '../protocol/server-messages.js';
import type { LiveStage } from './live-stage.js';
import type { PromptedIntent } from './prompt-desk.js';

type IntentMessage = Extract<ServerMessage, { op: 'intent' }>;

/**
 * A real person who is prompted: nobody decides in their place what they intend, and nobody knows it; what they were
 * asked for is told as a cue, and kept in a recording of their signal.
 */
export class PromptedPerson implements PromptedIntent {
  readonly message: IntentMessage = { op: 'intent', who: 'person', activations: [] };
  private asked = 'rest';

  constructor(private readonly stage: Pick<LiveStage, 'say' | 'index' | 'recorder'>) {}

  take(): void {
    this.asked = 'rest';
  }

  release(): void {
    this.asked = 'rest';
  }

  /** Pass on what the prompts say, and put a cue where they begin to ask for something else. */
  tell(message: ServerMessage): void {
    const { stage } = this;
    if (message.op === 'prompt' && message.movement !== this.asked) {
      this.asked = message.movement;
      stage.say({ op: 'event', index: stage.index, kind: 'cue', text: this.asked });
      stage.recorder.mark(stage.index, `cue ${this.asked}`);
    }
    stage.say(message);
  }
}
