import type { Observable, Subscription } from 'rxjs';
import { featureNames } from '../../src/decoding/features/extract-features.js';
import { Decoder } from '../../src/decoding/decoder.js';
import { simulated } from '../../src/pipeline/simulated.js';
import { realTime, type Clock } from '../../src/pipeline/clock.js';
import { quantumSamples } from '../../src/physiology/quantum.js';
import { Prosthesis } from '../../src/prosthesis/prosthesis.js';
import type { CalibrationSummary, ServerMessage } from '../../src/protocol/server-messages.js';
import type { StreamName } from '../../src/protocol/stream-kind.js';
import { presetByName } from '../../src/scenario/presets/index.js';
import { changeClass, mergeScenario, parseScenario, type Scenario } from '../../src/scenario/scenario.js';
import { StreamError } from '../../src/signal/errors.js';
import { Synthesizer, type SynthesisBlock } from '../../src/synthesis/synthesizer.js';
import { recordingInfo, recordingTruth } from '../cli/recording-info.js';
import type { Trained } from '../worker/tasks.js';
import type { Workshop } from '../worker/workshop.js';
import { ArtefactEvents } from './artefact-events.js';
import { IntentDesk } from './intent-desk.js';
import { jointsOf } from './joints.js';
import { limbGeometry } from './limb-geometry.js';
import { LiveStage } from './live-stage.js';
import { muapMessage } from './muap.js';
import { patientInfo } from './patient-info.js';
import type { Audience, ServerInfo, Session, SessionRequest, StatusMessage, StreamFrame } from './session.js';
import { TemplateKeeper } from './template-keeper.js';
import { dischargeFrame, truthFrame } from './truth-frames.js';

export interface PatientOptions {
  readonly scenario: Scenario;
  readonly workshop: Workshop;
  readonly recordingsFolder: string;
  /** When blocks are due; real time by default. */
  readonly clock?: Clock;
}

/** A patient who is alive: synthesizer, templates, and who intends what. */
interface Patient {
  readonly synthesizer: Synthesizer;
  readonly templates: TemplateKeeper;
  readonly intent: IntentDesk;
  readonly artefacts: ArtefactEvents;
}

/** Least advance of a calibration that is told. */
const PROGRESS_STEP = 0.05;
/** Quanta per block: 20 ms, so that truth and blocks keep step at any rate. */
const QUANTA = 2;

/**
 * A simulated patient: calibrates faster than real time in a worker, then lives in real time; every part of
 * the scenario can be changed meanwhile. An error in any stage stops this patient, never the service.
 */
export class PatientSession implements Session {
  private readonly stage: LiveStage;
  private current: Scenario;
  private patient: Patient | undefined;
  private summary: CalibrationSummary | null = null;
  private running: Subscription | undefined;
  private paused = false;
  /** Ends the calibration under way. */
  private calibrating: AbortController | undefined;
  private readonly clock: Clock;

  constructor(private readonly options: PatientOptions) {
    this.current = options.scenario;
    this.clock = options.clock ?? realTime();
    this.stage = new LiveStage(options.recordingsFolder, () => recordingInfo(this.alive().synthesizer));
    void this.begin(options.scenario);
  }

  get messages$(): Observable<ServerMessage> {
    return this.stage.messages$;
  }

  frames(stream: StreamName): Observable<StreamFrame> {
    return this.stage.bus.frames(stream);
  }

  scenario(): Scenario {
    return this.current;
  }

  status(): StatusMessage {
    return this.stage.status;
  }

  watchedBy(audience: Audience): void {
    this.stage.audience = audience;
  }

  info(): ServerInfo {
    const { line, index } = this.stage;
    return patientInfo({ scenario: this.current, line, index, calibration: this.summary });
  }

  greeting(): ServerMessage[] {
    const { stage, patient } = this;
    const messages: ServerMessage[] = [stage.status, stage.recordedClasses, stage.recorder.state];
    if (patient) messages.push(patient.intent.message);
    return messages;
  }

  left(from: object): void {
    this.patient?.intent.release(from);
  }

  request(request: SessionRequest, from: object = this): ServerMessage | Promise<ServerMessage> {
    const ok: ServerMessage = { op: 'ok', of: request.op };
    switch (request.op) {
      case 'setIntent':
        this.alive().intent.take(request.activations, from);
        return ok;
      case 'patchScenario':
        return this.change(mergeScenario(this.current, request.patch), request.op);
      case 'loadScenario':
        return this.change(parseScenario(request.scenario), request.op);
      case 'loadPreset': {
        const scenario = presetByName(request.name);
        requireWhole(scenario);
        void this.begin(scenario);
        return ok;
      }
      case 'setPaused':
        this.setPaused(request.paused);
        return ok;
      case 'calibrate':
        this.alive();
        void this.recalibrate();
        return ok;
      case 'trainRecorded':
        return this.trainRecorded();
      case 'getMuap':
        return muapMessage(this.current, this.alive().templates.bank, request);
      case 'startTest':
      case 'stopTest':
        throw new StreamError(`${request.op}: tests are not available in this version`, {
          hint: 'See capabilities in serverInfo for what is.',
        });
      default:
        if (request.op === 'startRecording') this.alive();
        return this.stage.request(request);
    }
  }

  async close(): Promise<void> {
    this.calibrating?.abort();
    this.running?.unsubscribe();
    this.patient?.templates.close();
    await this.stage.close();
  }

  /** A new patient: derive templates, calibrate, live. */
  private async begin(scenario: Scenario): Promise<void> {
    const { stage } = this;
    this.calibrating?.abort();
    const begun = (this.calibrating = new AbortController());
    this.running?.unsubscribe();
    this.patient?.templates.close();
    this.patient = undefined;
    this.summary = null;
    this.current = scenario;
    try {
      await stage.reset({
        sampleRateHz: scenario.sampleRateHz,
        channels: scenario.electrodes.positions.length,
      });
      stage.say(this.info());
      const made = await this.calibrated(scenario, begun.signal);
      if (begun.signal.aborted) return;
      const synthesizer = new Synthesizer(this.current, { templates: made.templates });
      this.patient = this.bringToLife(synthesizer, made.templates);
      this.adopt(made);
      this.run();
    } catch (error) {
      if (!begun.signal.aborted) stage.fail(error);
    } finally {
      if (this.calibrating === begun) this.calibrating = undefined;
    }
  }

  private bringToLife(synthesizer: Synthesizer, bank: TemplateKeeper['bank']): Patient {
    const { stage } = this;
    const adopted = (): void =>
      stage.say({ op: 'event', index: synthesizer.index, kind: 'templates', text: 'new templates' });
    const failed = (error: unknown): void => stage.tell(error);
    return {
      synthesizer,
      templates: new TemplateKeeper(synthesizer, bank, this.options.workshop, adopted, failed),
      intent: new IntentDesk(synthesizer, (message) => stage.say(message)),
      artefacts: new ArtefactEvents(),
    };
  }

  private calibrated(scenario: Scenario, signal: AbortSignal) {
    const { stage } = this;
    let told = -1;
    const tell = (share: number): void => {
      if (signal.aborted || share < told + PROGRESS_STEP) return;
      told = share;
      stage.setStatus('calibrating', 'Recording the calibration and training the decoder', share);
    };
    tell(0);
    const templates = this.patient?.templates;
    return this.options.workshop.calibrate(
      { scenario, ...(templates?.fresh && { templates: templates.bank }) },
      tell,
      signal,
    );
  }

  /** Calibrate again while the stream runs on; the old decoder decides until the new one is there. */
  private async recalibrate(): Promise<void> {
    this.calibrating?.abort();
    const begun = (this.calibrating = new AbortController());
    try {
      const made = await this.calibrated(this.current, begun.signal);
      if (begun.signal.aborted) return;
      this.adopt(made);
      this.stage.setStatus(this.paused ? 'paused' : 'running', 'Calibrated');
    } catch (error) {
      if (begun.signal.aborted) return;
      this.stage.tell(error);
      this.keepDecoder();
    } finally {
      if (this.calibrating === begun) this.calibrating = undefined;
    }
  }

  /** Training failed: what is said of the decoder must be what runs. */
  private keepDecoder(): void {
    const { line } = this.stage;
    if (line) this.current = { ...this.current, decoder: line.decoder.spec };
    this.tellScenario();
    this.stage.setStatus(this.paused ? 'paused' : 'running', 'The former decoder stays');
  }

  private async trainRecorded(): Promise<ServerMessage> {
    const { synthesizer } = this.alive();
    const { classes } = this.stage;
    classes.stop();
    const { sampleRateHz, channelNames } = synthesizer;
    const made = await this.options.workshop.train({
      spec: this.current.decoder,
      recordings: classes.recordings,
      sampleRateHz,
      channelNames,
    });
    this.adopt(made);
    this.stage.say({ ...this.stage.recordedClasses, quality: made.summary.quality });
    return { op: 'ok', of: 'trainRecorded', text: made.warnings.join(' ') };
  }

  private adopt({ decoder, summary }: Trained): void {
    const { stage, current } = this;
    const trained = Decoder.fromJSON(decoder);
    // Smoothing may have been turned while the worker was training.
    trained.update(current.decoder);
    const limb = current.limb.level === 'transfemoral' ? 'leg' : 'arm';
    stage.adopt(trained, jointsOf(trained.classes, current.prosthesis, limb), current.prosthesis);
    this.summary = summary;
    stage.say(this.info());
    stage.say({ op: 'calibration', calibration: summary });
  }

  private run(): void {
    const { stage, patient } = this;
    this.running?.unsubscribe();
    if (!patient || this.paused) {
      stage.setStatus('paused', 'Paused');
      return;
    }
    stage.setStatus('running', this.current.name);
    const { sampleRateHz } = patient.synthesizer;
    const blockMs = (1000 * QUANTA * quantumSamples(sampleRateHz)) / sampleRateHz;
    this.running = simulated(patient.synthesizer, this.clock, blockMs).subscribe({
      next: (block) => this.live(patient, block),
      error: (error: unknown) => stage.fail(error),
    });
  }

  /** One block of the patient's life. */
  private live(patient: Patient, { signal, truth }: SynthesisBlock): void {
    const { stage } = this;
    const { bus } = stage;
    try {
      patient.intent.observe(truth);
      for (const { index, text } of patient.artefacts.push(truth, signal.sampleRateHz))
        stage.say({ op: 'event', index, kind: 'artefact', text });
      if (bus.wanted('truth'))
        bus.emit('truth', truthFrame(truth, patient.synthesizer.muscleNames.length, signal.length / QUANTA));
      if (bus.wanted('clean')) bus.emit('clean', { ...signal, data: truth.clean });
      if (bus.wanted('discharges')) bus.emit('discharges', dischargeFrame(truth));
      stage.push(signal, truth.movement, stage.recorder.recording ? recordingTruth(truth) : undefined);
      patient.templates.check();
    } catch (error) {
      this.running?.unsubscribe();
      stage.fail(error);
    }
  }

  private setPaused(paused: boolean): void {
    if (paused === this.paused) return;
    this.paused = paused;
    if (this.patient) this.run();
  }

  /** Go over to another scenario by the cheapest way. */
  private change(next: Scenario, of: string): ServerMessage {
    const { needs, fields } = changeClass(this.current, next);
    if (needs.size === 0) return { op: 'ok', of, text: 'nothing changed' };
    requireWhole(next);
    const { patient } = this;
    const due = patient && !needs.has('restart') ? patient.synthesizer.update(next) : 'restart';
    if (!patient || due === 'restart') {
      void this.begin(next);
      return { op: 'ok', of, text: 'restarting' };
    }
    this.current = next;
    this.stage.line?.update(next.prosthesis);
    const retrain = this.stage.line?.decoder.update(next.decoder) === 'decoder';
    if (needs.has('templates')) patient.templates.refresh();
    if (retrain) void this.recalibrate();
    this.tellScenario();
    return { op: 'ok', of, text: fields.join(', ') };
  }

  private tellScenario(): void {
    const { current, stage } = this;
    stage.say({ op: 'scenario', scenario: current, geometry: limbGeometry(current), index: stage.index });
  }

  private alive(): Patient {
    if (this.patient) return this.patient;
    throw new StreamError('the patient is still being calibrated', {
      hint: 'Wait for {"op":"status","phase":"running"}.',
    });
  }
}

/**
 * Find what only shows when the parts of a scenario come together, before anything is changed.
 * @throws ConfigError naming the field
 */
function requireWhole(scenario: Scenario): void {
  limbGeometry(scenario);
  featureNames(scenario.decoder.features, scenario.electrodes.positions.length);
  new Prosthesis(scenario.prosthesis);
}
