import type { TemplateBank } from '../body/conductor/template-bank.js';
import { quantumSamples } from '../body/physiology/quantum.js';
import type { Scenario } from '../scenario/scenario.js';
import { Synthesizer, type SynthesisBlock } from '../body/synthesis/synthesizer.js';
import { moved } from '../body/synthesis/truth.js';
import type { RecordedSignal, Workshop } from './ports.js';
import { ArtefactEvents } from './artefact-events.js';
import type { IntentDesk } from './intent-desk.js';
import type { LiveStage } from './live-stage.js';
import { TemplateKeeper } from './template-keeper.js';
import { dischargeFrame, TruthColumns } from './truth-frames.js';

/** A body that is alive: a synthesizer whose signal and truth go onto a stage, with templates that keep fitting it. */
export class LivingBody {
  readonly synthesizer: Synthesizer;
  readonly templates: TemplateKeeper;
  private readonly artefacts = new ArtefactEvents();
  private readonly truthColumns: TruthColumns;
  /** Index of the stream at which this body's own index is 0. */
  private readonly origin: number;

  constructor(
    scenario: Scenario,
    bank: TemplateBank,
    private readonly stage: LiveStage,
    workshop: Workshop,
  ) {
    this.synthesizer = new Synthesizer(scenario, { templates: bank, rederive: 'host' });
    this.truthColumns = new TruthColumns(quantumSamples(this.synthesizer.sampleRateHz));
    this.origin = stage.index;
    const adopted = (): void =>
      stage.say({ op: 'event', index: stage.index, kind: 'templates', text: 'new templates' });
    const failed = (error: unknown): void => stage.tell(error);
    this.templates = new TemplateKeeper(this.synthesizer, bank, workshop, adopted, failed);
  }

  /** What a recording of it says of its signal. */
  get recordedSignal(): RecordedSignal {
    const { sampleRateHz, channelNames, muscleNames } = this.synthesizer;
    return { sampleRateHz, channelNames, muscleNames };
  }

  /** Put a block of the synthesizer onto the stage. */
  show(block: SynthesisBlock, intent: IntentDesk): void {
    const { stage } = this;
    const { bus } = stage;
    const { signal, truth } = moved(block, this.origin);
    intent.observe(truth);
    for (const { index, text } of this.artefacts.push(truth, signal.sampleRateHz))
      stage.say({ op: 'event', index, kind: 'artefact', text });
    const columns = bus.wanted('truth') ? this.truthColumns.push(truth) : undefined;
    if (columns) bus.emit('truth', columns);
    if (bus.wanted('clean')) bus.emit('clean', { ...signal, data: truth.clean });
    if (bus.wanted('discharges')) bus.emit('discharges', dischargeFrame(truth));
    stage.push(signal, truth);
    this.templates.check();
  }

  close(): void {
    this.templates.close();
  }
}
