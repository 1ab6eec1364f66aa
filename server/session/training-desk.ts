import type { TemplateBank } from '../../src/body/conductor/template-bank.js';
import { Decoder } from '../../src/decoder/decoder.js';
import type { DecoderSpec } from '../../src/decoder/decoder-fields.js';
import { needsTraining } from '../../src/decoder/spec-changes.js';
import type { SignalContext, TrainingRecording } from '../../src/decoder/training/training-windows.js';
import type { Scenario } from '../../src/scenario/scenario.js';
import { ConfigError } from '../../src/ground/signal/errors.js';
import type { LiveModel } from '../outside/live-model.js';
import { taskOf, trainingSamples } from '../../src/decoder/outside/sample-of.js';
import type { Trained } from '../worker/tasks.js';
import type { Workshop } from '../worker/workshop.js';

/** What the running decoder learned from. */
type Basis =
  | { readonly kind: 'calibration'; readonly scenario: Scenario }
  | {
      readonly kind: 'recorded';
      readonly recordings: readonly TrainingRecording[];
      readonly signal: SignalContext;
    }
  | { readonly kind: 'file' };

/** A decoder, with what else came of making it. */
export type Made = Trained & {
  readonly templates?: TemplateBank;
  readonly recordings?: readonly TrainingRecording[];
};

export interface Progress {
  readonly tell: (share: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Makes decoders, and remembers what the running one learned from: when its description changes, it learns the same
 * recordings anew. A changed body is not among them: as in life, the decoder meets it untrained until somebody
 * calibrates again.
 */
export class TrainingDesk {
  private basis: Basis = { kind: 'file' };

  /** @param outside model that decides in place of the decoder's own */
  constructor(
    private readonly workshop: Workshop,
    private readonly outside?: LiveModel,
  ) {}

  /**
   * Record the scripted calibration of a patient and train on it.
   * @param templates of the patient's body when fresh, where they are known
   */
  async calibrate(scenario: Scenario, { tell, signal }: Progress, templates?: TemplateBank): Promise<Made> {
    const task = { scenario, ...this.wishes, ...(templates && { templates }) };
    const made = await this.workshop.calibrate(task, tell, signal);
    this.basis = { kind: 'calibration', scenario };
    return this.named(made);
  }

  /** Train on examples that a person recorded. */
  async trainRecorded(
    spec: DecoderSpec,
    recordings: readonly TrainingRecording[],
    signal: SignalContext,
  ): Promise<Made> {
    const kept = [...recordings];
    const { module } = this.wishes;
    const made = await this.workshop.train({ spec, recordings: kept, ...signal, ...(module && { module }) });
    this.basis = { kind: 'recorded', recordings: kept, signal };
    return this.named({ ...made, recordings: kept });
  }

  /** Train anew, by another description, on what the running decoder learned from. */
  retrain(spec: DecoderSpec, progress: Progress): Promise<Made> {
    const { basis } = this;
    switch (basis.kind) {
      case 'calibration':
        return this.calibrate({ ...basis.scenario, decoder: spec }, progress);
      case 'recorded':
        return this.trainRecorded(spec, basis.recordings, basis.signal);
      case 'file':
        return Promise.reject(this.untrainable());
    }
  }

  /** The running decoder was read from a file: there is nothing to train it on. */
  adoptFile(): void {
    this.basis = { kind: 'file' };
  }

  /** @throws ConfigError where a change needs training that is not possible */
  requireTrainable(before: DecoderSpec, after: DecoderSpec): void {
    if (this.basis.kind === 'file' && needsTraining(before, after)) throw this.untrainable();
  }

  /** Let the outside model know what it is to do; it may learn from what the decoder learned from. */
  async brief(decoder: Decoder, recordings: readonly TrainingRecording[] | undefined): Promise<void> {
    if (!this.outside) return;
    // A copy: taking features of training windows must not get between those of the stream.
    const own = Decoder.fromJSON(decoder.toJSON());
    await this.outside.model.prepare(
      taskOf(own),
      recordings && ((kind) => trainingSamples(own, recordings, kind)),
    );
  }

  private get wishes(): { module?: string; wantsRecordings?: boolean } {
    const { outside } = this;
    if (!outside) return {};
    return { wantsRecordings: true, ...(outside.module !== undefined && { module: outside.module }) };
  }

  /** Held-out accuracy is that of the decoder's own model, where the outside model could not be measured on it. */
  private named(made: Made): Made {
    const { outside } = this;
    if (!outside || outside.module !== undefined) return made;
    return { ...made, summary: { ...made.summary, model: made.decoder.spec.classifier } };
  }

  private untrainable(): ConfigError {
    return new ConfigError('decoder: it was read from a file, so there is nothing to train it on anew', {
      field: 'decoder',
      hint: 'Send {"op":"calibrate"} first, or change only smoothing, speed and thresholds.',
    });
  }
}
