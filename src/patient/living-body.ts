import type { TemplateBank } from '../body/conductor/template-bank.js';
import { quantumSamples } from '../body/physiology/quantum.js';
import type { Scenario } from '../scenario/scenario.js';
import { Synthesizer, type SynthesisBlock } from '../body/synthesis/synthesizer.js';
import type { RecordedSignal, Workshop } from './ports.js';
import { ArtefactEvents } from './artefact-events.js';
import type { IntentDesk } from './intent-desk.js';
import type { LiveStage } from './live-stage.js';
import { TemplateKeeper } from './template-keeper.js';
import { dischargeFrame, truthFrame } from './truth-frames.js';

/** Quanta per block: 20 ms, so that truth and blocks keep step at any rate. */
const QUANTA = 2;

/** A body that is alive: a synthesizer whose signal and truth go onto a stage, with templates that keep fitting it. */
export class LivingBody {
  readonly synthesizer: Synthesizer;
  readonly templates: TemplateKeeper;
  private readonly artefacts = new ArtefactEvents();
  /** Index of the stream at which this body's own index is 0. */
  private readonly origin: number;

  constructor(
    scenario: Scenario,
    bank: TemplateBank,
    private readonly stage: LiveStage,
    workshop: Workshop,
  ) {
    this.synthesizer = new Synthesizer(scenario, { templates: bank });
    this.origin = stage.index;
    const adopted = (): void =>
      stage.say({ op: 'event', index: stage.index, kind: 'templates', text: 'new templates' });
    const failed = (error: unknown): void => stage.tell(error);
    this.templates = new TemplateKeeper(this.synthesizer, bank, workshop, adopted, failed);
  }

  get blockMs(): number {
    const { sampleRateHz } = this.synthesizer;
    return (1000 * QUANTA * quantumSamples(sampleRateHz)) / sampleRateHz;
  }

  /** What a recording of it says of its signal. */
  get recordedSignal(): RecordedSignal {
    const { sampleRateHz, channelNames, muscleNames } = this.synthesizer;
    return { sampleRateHz, channelNames, muscleNames };
  }

  /** Put a block of the synthesizer onto the stage. */
  show(block: SynthesisBlock, intent: IntentDesk): void {
    const { stage, origin } = this;
    const { bus } = stage;
    const signal = { ...block.signal, index: block.signal.index + origin };
    const truth = { ...block.truth, index: block.truth.index + origin };
    intent.observe(truth);
    for (const { index, text } of this.artefacts.push(truth, signal.sampleRateHz))
      stage.say({ op: 'event', index, kind: 'artefact', text });
    if (bus.wanted('truth'))
      bus.emit('truth', truthFrame(truth, this.synthesizer.muscleNames.length, signal.length / QUANTA));
    if (bus.wanted('clean')) bus.emit('clean', { ...signal, data: truth.clean });
    if (bus.wanted('discharges')) bus.emit('discharges', dischargeFrame(truth));
    stage.push(signal, truth.movement, truth);
    this.templates.check();
  }

  close(): void {
    this.templates.close();
  }
}
