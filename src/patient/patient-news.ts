import { toldToClients } from '../ground/signal/tellable.js';
import type { Scenario } from '../scenario/scenario.js';
import type { Learned, Learning } from './learning.js';
import { limbGeometry } from './limb-geometry.js';
import type { LiveStage } from './live-stage.js';
import { journeyInfo } from './living/journey.js';
import type { PatientState } from './living/state.js';
import type { ServerInfo } from './session.js';

/** Tells everybody, and the outside model, what has become of a patient. */
export class PatientNews {
  constructor(
    private readonly live: LiveStage,
    private readonly learning: Learning,
  ) {}

  /** Another decoder decides from now on. */
  decoder(learned: Learned, info: ServerInfo): void {
    const { live } = this;
    live.say(info);
    if (learned.summary) live.say({ op: 'calibration', calibration: learned.summary });
    this.learning.brief(learned).catch((error: unknown) => {
      const { message, hint } = toldToClients(error);
      this.classifier(`${message}. ${hint}`);
    });
  }

  scenario(scenario: Scenario): void {
    const { index } = this.live;
    this.live.say({ op: 'scenario', scenario, geometry: limbGeometry(scenario), index });
  }

  /** The stage of a journey that was reached; nothing where there is no journey. */
  stage(living: PatientState['living']): void {
    const journey = living && journeyInfo(living);
    if (!journey) return;
    this.live.say({ op: 'stage', journey });
    this.event('stage', journey.stages[journey.stage].title);
  }

  templates(text: string): void {
    this.event('templates', text);
  }

  /** What the model that decides in place of the decoder's own has to say. */
  classifier(text: string): void {
    this.event('classifier', text);
  }

  private event(kind: 'stage' | 'templates' | 'classifier', text: string): void {
    this.live.say({ op: 'event', index: this.live.index, kind, text });
  }
}
