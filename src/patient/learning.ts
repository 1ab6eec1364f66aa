import type { OwnMovement } from '../ground/movement/own-movements.js';
import { Decoder } from '../decoder/decoder.js';
import type { DecoderSpec } from '../decoder/decoder-fields.js';
import { taskOf, trainingSamples } from '../decoder/outside/sample-of.js';
import type { SignalContext } from '../decoder/signal-context.js';
import type { TrainingRecording } from '../decoder/training/training-windows.js';
import type { CalibrationSummary } from '../protocol/server-messages.js';
import type { LiveModel, Workshop } from './ports.js';
import type { CalibrationTask, Trained } from './workshop-tasks.js';

/** What a decoder learned from. */
export interface Basis {
  readonly recordings: readonly TrainingRecording[];
  readonly signal: SignalContext;
  /** Movements of the scenario's own, which labels may name. */
  readonly movements?: readonly OwnMovement[] | undefined;
  /** Of classes that the decoder is not to know for now; kept, so that they can be taken back. */
  readonly leftOut?: readonly TrainingRecording[] | undefined;
}

/** A decoder, with what it learned from. */
export interface Learned {
  readonly decoder: Decoder;
  /** How it did on what was held out; null where nothing was. */
  readonly summary: CalibrationSummary | null;
  /** Undefined where it was read from a file. */
  readonly basis: Basis | undefined;
}

/** Lets decoders be made in a workshop, beside the model that decides in place of their own, where there is one. */
export class Learning {
  constructor(
    private readonly workshop: Workshop,
    private readonly outside: LiveModel | undefined,
  ) {}

  /** Record the scripted calibration of a scenario and train on it. */
  async calibrate(
    task: Omit<CalibrationTask, 'module'>,
    onProgress: (share: number) => void,
    signal: AbortSignal,
  ): Promise<{ readonly learned: Learned; readonly templates: Required<CalibrationTask>['templates'] }> {
    const module = this.outside?.module;
    const made = await this.workshop.calibrate({ ...task, module }, onProgress, signal);
    return {
      learned: this.learned(made, { recordings: made.recordings, movements: task.scenario.movements }),
      templates: made.templates,
    };
  }

  async train(
    spec: DecoderSpec,
    { recordings, signal, movements, leftOut }: Basis,
    abort: AbortSignal,
  ): Promise<Learned> {
    const module = this.outside?.module;
    const made = await this.workshop.train({ spec, recordings, ...signal, movements, module }, abort);
    return this.learned(made, { recordings, movements, leftOut });
  }

  /** Let the outside model know what it is to do; it may learn from what the decoder learned from. */
  async brief({ decoder, basis }: Learned): Promise<void> {
    if (!this.outside) return;
    // A copy: taking features of training windows must not get between those of the stream.
    const own = Decoder.fromJSON(decoder.toJSON());
    await this.outside.model.prepare(
      taskOf(own),
      basis && ((kind) => trainingSamples(own, basis.recordings, kind)),
    );
  }

  private learned({ decoder, summary }: Trained, basis: Omit<Basis, 'signal'>): Learned {
    const { sampleRateHz, channelNames, unitVolts } = decoder;
    // Held-out accuracy is that of the decoder's own model, where the outside model could not be measured on it.
    const own = this.outside !== undefined && this.outside.module === undefined;
    const leftOut = [...new Set(basis.leftOut?.map(({ label }) => label))];
    return {
      decoder: Decoder.fromJSON(decoder),
      summary: { ...summary, leftOut, ...(own && { model: decoder.spec.classifier }) },
      basis: {
        ...basis,
        signal: { sampleRateHz, channelNames, ...(unitVolts !== undefined && { unitVolts }) },
      },
    };
  }
}
