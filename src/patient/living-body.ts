import type { TemplateBank } from '../body/conductor/template-bank.js';
import { Synthesizer, type SynthesisBlock } from '../body/synthesis/synthesizer.js';
import { moved } from '../body/synthesis/truth.js';
import type { ServerMessage } from '../protocol/server-messages.js';
import type { Scenario } from '../scenario/scenario.js';
import { ArtefactEvents } from './artefact-events.js';
import type { RecordedSignal } from './ports.js';
import type { Shown } from './streams.js';

type Event = Extract<ServerMessage, { op: 'event' }>;

/** A body that is alive: a synthesizer somewhere on the index of the stream. */
export class LivingBody {
  readonly synthesizer: Synthesizer;
  private readonly artefacts = new ArtefactEvents();

  /**
   * @param bank templates in use
   * @param origin index of the stream at which this body's own index is 0
   * @throws ConfigError, ModelError where scenario and templates do not make a body
   */
  constructor(
    scenario: Scenario,
    public bank: TemplateBank,
    public origin = 0,
  ) {
    this.synthesizer = new Synthesizer(scenario, { templates: bank, rederive: 'host' });
  }

  /** What a recording of it says of its signal. */
  get recordedSignal(): RecordedSignal {
    const { sampleRateHz, channelNames, muscleNames } = this.synthesizer;
    return { sampleRateHz, channelNames, muscleNames };
  }

  /** Cross over to other templates. */
  adoptTemplates(bank: TemplateBank): void {
    this.synthesizer.adoptTemplates(bank);
    this.bank = bank;
  }

  /** A block of the synthesizer on the index of the stream, and the artefacts that begin in it. */
  place(block: SynthesisBlock): { readonly shown: Required<Shown>; readonly events: readonly Event[] } {
    const { signal, truth } = moved(block, this.origin);
    const begun = this.artefacts.push(truth, signal.sampleRateHz);
    const events = begun.map(({ index, text }): Event => ({ op: 'event', index, kind: 'artefact', text }));
    return { shown: { signal, truth }, events };
  }
}
