import type { TemplateBank } from '../body/conductor/template-bank.js';
import { Decoder } from '../decoder/decoder.js';
import type { DecoderSpec } from '../decoder/decoder-fields.js';
import type { TrainingRecording } from '../decoder/training/training-windows.js';
import type { SignalContext } from '../decoder/signal-context.js';
import type { CalibrationSummary, ServerMessage } from '../protocol/server-messages.js';
import type { Scenario } from '../scenario/scenario.js';
import { tellable } from '../ground/signal/tellable.js';
import type { LiveModel } from './ports.js';
import type { Workshop } from './ports.js';
import { jointsOf } from './joints.js';
import type { LiveStage } from './live-stage.js';
import { NewestWins } from './newest-wins.js';
import { TrainingDesk, type Made, type Progress } from './training-desk.js';

/** The session whose decoder is kept. */
export interface DecoderHost {
  /** The scenario in force. */
  scenario(): Scenario;
  /** Another decoder runs from now on. */
  adopted(): void;
  /** Training failed: the decoder that runs is still the one described here. */
  kept(spec: DecoderSpec): void;
  /** Learning is over; the stream runs on. */
  settled(text: string): void;
}

/** Least advance of a calibration that is told. */
const PROGRESS_STEP = 0.05;
const CALIBRATING = 'Recording the calibration and training the decoder';

/** Puts decoders on a stage: calibrates new patients, trains anew when the description changes, and tells of it. */
export class DecoderKeeper {
  /** How the running decoder did on what was held out; null where nothing was. */
  summary: CalibrationSummary | null = null;
  private readonly desk: TrainingDesk;
  /** Ends the calibration under way. */
  private calibrating: AbortController | undefined;
  private calibration: Promise<void> = Promise.resolve();
  private readonly retraining = new NewestWins((outdated) => this.trainAnew(outdated));

  /** @param outside model that decides in place of the decoders' own */
  constructor(
    private readonly stage: LiveStage,
    private readonly host: DecoderHost,
    private readonly workshop: Workshop,
    private readonly outside: LiveModel | undefined,
  ) {
    this.desk = new TrainingDesk(workshop, outside);
  }

  /** Forget the former patient: whatever is being learned is of no use. */
  forget(): void {
    this.calibrating?.abort();
    this.retraining.drop();
    this.summary = null;
  }

  /**
   * Give a new patient a decoder.
   * @param given one that was made before, in place of a calibration
   * @returns templates of the patient's body; undefined where `signal` was aborted
   */
  async begin(
    scenario: Scenario,
    given: Decoder | undefined,
    signal: AbortSignal,
  ): Promise<TemplateBank | undefined> {
    if (given) {
      this.stage.setStatus('calibrating', 'Deriving the action potentials of this body', 0);
      const templates = await this.workshop.deriveFresh(scenario, signal);
      if (signal.aborted) return undefined;
      this.desk.adoptFile();
      this.adopt(given, null);
      return templates;
    }
    const made = await this.desk.calibrate(scenario, this.progress(CALIBRATING, signal));
    if (signal.aborted) return undefined;
    this.adoptMade(made);
    return made.templates;
  }

  /**
   * Calibrate again while the stream runs on; the old decoder decides until the new one is there.
   * @param templates of the patient's body when fresh, where they are known
   */
  calibrate(templates?: TemplateBank): Promise<void> {
    this.calibrating?.abort();
    this.retraining.drop();
    const { signal } = (this.calibrating = new AbortController());
    this.calibration = this.recordAndTrain(signal, templates);
    return this.calibration;
  }

  /** Train anew, by the description in force, on what the running decoder learned from. */
  retrain(): void {
    void this.retraining.ask();
  }

  /** Train on the examples that a person recorded. */
  async trainRecorded(signal: SignalContext): Promise<ServerMessage> {
    const { classes } = this.stage;
    classes.stop();
    const made = await this.desk.trainRecorded(
      this.host.scenario().decoder,
      classes.recordings,
      signal,
      new AbortController().signal,
    );
    this.adoptMade(made);
    this.stage.say({ ...this.stage.recordedClasses, quality: made.summary.quality });
    return { op: 'ok', of: 'trainRecorded', text: made.warnings.join(' ') };
  }

  /** @throws ConfigError where the change of a description needs training that is not possible */
  requireTrainable(next: DecoderSpec): void {
    const { line } = this.stage;
    if (line) this.desk.requireTrainable(line.decoder.spec, next);
  }

  private async recordAndTrain(signal: AbortSignal, templates?: TemplateBank): Promise<void> {
    try {
      const progress = this.progress(CALIBRATING, signal);
      const made = await this.desk.calibrate(this.host.scenario(), progress, templates);
      if (signal.aborted) return;
      this.adoptMade(made);
      this.host.settled('Calibrated');
    } catch (error) {
      if (!signal.aborted) this.failed(error);
    }
  }

  private async trainAnew(outdated: () => boolean): Promise<void> {
    await this.calibration; // What it records is what there is to learn.
    if (outdated()) return;
    const { signal } = new AbortController();
    try {
      const made = await this.desk.retrain(
        this.host.scenario().decoder,
        this.progress('Training the decoder anew', signal),
      );
      if (outdated()) return;
      this.adoptMade(made);
      this.host.settled('Trained');
    } catch (error) {
      if (!outdated()) this.failed(error);
    }
  }

  /** What is said of the decoder must be what runs. */
  private failed(error: unknown): void {
    this.stage.tell(error);
    const { line } = this.stage;
    if (line) this.host.kept(line.decoder.spec);
    this.host.settled('The former decoder stays');
  }

  private progress(text: string, signal: AbortSignal): Progress {
    let told = -1;
    const tell = (share: number): void => {
      if (signal.aborted || share < told + PROGRESS_STEP) return;
      told = share;
      this.stage.setStatus('calibrating', text, share);
    };
    tell(0);
    return { tell, signal };
  }

  private adoptMade({ decoder, summary, recordings }: Made): void {
    this.adopt(Decoder.fromJSON(decoder), summary, recordings);
    this.stage.say({ op: 'calibration', calibration: summary });
  }

  private adopt(
    decoder: Decoder,
    summary: CalibrationSummary | null,
    recordings?: readonly TrainingRecording[],
  ): void {
    const { stage, outside } = this;
    const { decoder: spec, prosthesis, limb } = this.host.scenario();
    // Smoothing may have been turned while the worker was training.
    decoder.update(spec);
    const joints = jointsOf(decoder.classes, prosthesis, limb.level === 'transfemoral' ? 'leg' : 'arm');
    stage.adopt(decoder, joints, prosthesis, outside?.model);
    this.summary = summary;
    this.host.adopted();
    this.desk.brief(decoder, recordings).catch((error: unknown) => {
      const { message, hint } = tellable(error);
      stage.say({ op: 'event', index: stage.index, kind: 'classifier', text: `${message}. ${hint}` });
    });
  }
}
