import type { TemplateBank } from '../body/conductor/template-bank.js';
import { Decoder } from '../decoder/decoder.js';
import type { DecoderSpec } from '../decoder/decoder-fields.js';
import { needsTraining } from '../decoder/spec-changes.js';
import type { TrainingRecording } from '../decoder/training/training-windows.js';
import type { SignalContext } from '../decoder/signal-context.js';
import type { Scenario } from '../scenario/scenario.js';
import { ConfigError } from '../ground/signal/errors.js';
import type { LiveModel } from './ports.js';
import { taskOf, trainingSamples } from '../decoder/outside/sample-of.js';
import type { Trained } from './workshop-tasks.js';
import type { Workshop } from './ports.js';

/** What the running decoder learned from; undefined where it was read from a file. */
interface Basis {
  readonly recordings: readonly TrainingRecording[];
  readonly signal: SignalContext;
}

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
  private basis: Basis | undefined;

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
    const task = { scenario, templates, module: this.outside?.module };
    const made = await this.workshop.calibrate(task, tell, signal);
    this.basis = { recordings: made.recordings, signal: made.decoder };
    return this.named(made);
  }

  /** Train on examples that a person recorded. */
  async trainRecorded(
    spec: DecoderSpec,
    recordings: readonly TrainingRecording[],
    signal: SignalContext,
    abort: AbortSignal,
  ): Promise<Made> {
    const kept = [...recordings];
    const { sampleRateHz, channelNames } = signal;
    const module = this.outside?.module;
    const task = { spec, recordings: kept, sampleRateHz, channelNames, module };
    const made = await this.workshop.train(task, abort);
    this.basis = { recordings: kept, signal };
    return this.named({ ...made, recordings: kept });
  }

  /** Train anew, by another description, on what the running decoder learned from. */
  retrain(spec: DecoderSpec, { signal }: Progress): Promise<Made> {
    const { basis } = this;
    if (!basis) return Promise.reject(this.untrainable());
    return this.trainRecorded(spec, basis.recordings, basis.signal, signal);
  }

  /** The running decoder was read from a file: there is nothing to train it on. */
  adoptFile(): void {
    this.basis = undefined;
  }

  /** @throws ConfigError where a change needs training that is not possible */
  requireTrainable(before: DecoderSpec, after: DecoderSpec): void {
    if (!this.basis && needsTraining(before, after)) throw this.untrainable();
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
