import type { Observable, Subscription } from 'rxjs';
import { featureNames } from '../decoder/features/extract-features.js';
import type { TemplateBank } from '../body/conductor/template-bank.js';
import type { Decoder } from '../decoder/decoder.js';
import { simulated } from '../pipeline/simulated.js';
import { realTime, type Clock } from '../pipeline/clock.js';
import { Prosthesis } from '../decoder/prosthesis/prosthesis.js';
import type { ServerMessage } from '../protocol/server-messages.js';
import type { StreamName } from '../protocol/stream-kind.js';
import { scenarioOfStage } from '../scenario/journey.js';
import { presetByName } from '../scenario/presets/index.js';
import { changeClass, mergeScenario, parseScenario, type Scenario } from '../scenario/scenario.js';
import { StreamError } from '../ground/signal/errors.js';
import { DecoderKeeper, type DecoderHost } from './decoder-keeper.js';
import { IntentDesk } from './intent-desk.js';
import { limbGeometry } from './limb-geometry.js';
import { JourneyDesk } from './journey-desk.js';
import { LiveStage } from './live-stage.js';
import { LivingBody } from './living-body.js';
import { muapMessage } from './muap.js';
import { NewestWins } from './newest-wins.js';
import { patientInfo } from './patient-info.js';
import type { LiveModel, SessionHost } from './ports.js';
import type { Audience, ServerInfo, Session, SessionRequest, StatusMessage, StreamFrame } from './session.js';
import { TestDesk } from './test-desk.js';

export interface PatientOptions extends SessionHost {
  readonly scenario: Scenario;
  /** Decoder of the first patient, made before; without one the patient is calibrated. */
  readonly decoder?: Decoder;
  /** Model that decides in place of the decoder's own. */
  readonly outside?: LiveModel;
}

/** A patient who is alive, and who intends what. */
interface Patient {
  readonly body: LivingBody;
  readonly intent: IntentDesk;
}

/**
 * A simulated patient: calibrates faster than real time in a worker, then lives in real time; every part of
 * the scenario can be changed meanwhile. An error in any stage stops this patient, never the service.
 */
export class PatientSession implements Session {
  private readonly stage: LiveStage;
  private readonly decoders: DecoderKeeper;
  private readonly tests: TestDesk;
  private current: Scenario;
  private patient: Patient | undefined;
  private running: Subscription | undefined;
  private paused = false;
  /** Ends the beginning of the present patient. */
  private beginning: AbortController | undefined;
  private readonly bodyChange = new NewestWins((outdated) => this.changeBody(outdated));
  private journey: JourneyDesk | undefined;
  /** Decoder for the next patient, where it is given. */
  private given: Decoder | undefined;
  private readonly notices: Subscription | undefined;
  private readonly clock: Clock;

  constructor(private readonly options: PatientOptions) {
    this.current = options.scenario;
    this.clock = options.clock ?? realTime({ scheduler: options.scheduler });
    this.stage = new LiveStage(options, () => this.alive().body.recordedSignal);
    this.tests = new TestDesk((message) => this.stage.say(message));
    this.decoders = new DecoderKeeper(this.stage, this.decoderHost(), options.workshop, options.outside);
    this.stage.decided$.subscribe(({ command }) => this.tests.decided(command));
    this.notices = options.outside?.notices$.subscribe((text) =>
      this.stage.say({ op: 'event', index: this.stage.index, kind: 'classifier', text }),
    );
    this.given = options.decoder;
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
    return patientInfo({
      version: this.options.version,
      scenario: this.current,
      line,
      index,
      calibration: this.decoders.summary,
      journey: this.journey?.info,
    });
  }

  greeting(): ServerMessage[] {
    const { stage, patient } = this;
    const messages: ServerMessage[] = [stage.status, stage.recordedClasses, stage.recorder.state];
    if (patient) messages.push(patient.intent.message);
    return messages;
  }

  left(from: object): void {
    this.tests.left(from);
    this.patient?.intent.release(from);
  }

  request(request: SessionRequest, from: object = this): ServerMessage | Promise<ServerMessage> {
    const ok: ServerMessage = { op: 'ok', of: request.op };
    switch (request.op) {
      case 'setIntent':
        this.tests.requireFreeIntent();
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
        void this.decoders.calibrate(this.freshTemplates());
        return ok;
      case 'trainRecorded':
        return this.decoders.trainRecorded(this.alive().body.synthesizer);
      case 'setStage':
        this.alive();
        this.enterStage(request.stage);
        return ok;
      case 'getMuap':
        return muapMessage(this.current, this.alive().body.templates.bank, request);
      case 'startTest': {
        const { intent } = this.alive();
        const { index, line } = this.stage;
        const classes = line?.decoder.classes ?? [];
        this.tests.start(request, from, { scenario: this.current, intent, classes, index });
        return ok;
      }
      case 'stopTest':
        this.tests.stop();
        return ok;
      default:
        if (request.op === 'startRecording') this.alive();
        return this.stage.request(request);
    }
  }

  async close(): Promise<void> {
    this.beginning?.abort();
    this.decoders.forget();
    this.bodyChange.drop();
    this.notices?.unsubscribe();
    this.running?.unsubscribe();
    this.patient?.body.close();
    await this.stage.close();
  }

  /** A new patient: derive templates, calibrate, live. What was being recorded goes on in a file of its own. */
  private async begin(scenario: Scenario): Promise<void> {
    const { stage } = this;
    this.tests.stop();
    this.bodyChange.drop();
    this.decoders.forget();
    this.beginning?.abort();
    const begun = (this.beginning = new AbortController());
    this.running?.unsubscribe();
    this.patient?.body.close();
    this.patient = undefined;
    this.journey = JourneyDesk.of(scenario, 0);
    this.current = this.journey ? scenarioOfStage(scenario, this.journey.stage) : scenario;
    const { format } = stage.recorder;
    try {
      await stage.reset({
        sampleRateHz: scenario.sampleRateHz,
        channels: scenario.electrodes.positions.length,
      });
      stage.say(this.info());
      const given = this.given;
      this.given = undefined;
      const templates = await this.decoders.begin(this.current, given, begun.signal);
      if (!templates) return;
      const body = new LivingBody(this.current, templates, stage, this.options.workshop);
      this.patient = { body, intent: new IntentDesk(body.synthesizer, (message) => stage.say(message)) };
      this.run();
      this.options.workshop.warm(scenario);
      if (format) await stage.request({ op: 'startRecording', format });
    } catch (error) {
      if (!begun.signal.aborted) stage.fail(error);
    }
  }

  /**
   * The same person with a body that cannot be reached by new templates alone: the stream runs on with the old one
   * until the new one is there, without a gap in the index. The decoder stays, and meets it untrained.
   */
  private async changeBody(outdated: () => boolean): Promise<void> {
    const { stage } = this;
    const { workshop } = this.options;
    try {
      const templates = await workshop.deriveFresh(this.current, new AbortController().signal);
      if (outdated()) return;
      const { body: before, intent } = this.alive();
      const body = new LivingBody(this.current, templates, stage, workshop);
      before.close();
      intent.serve(body.synthesizer);
      this.patient = { body, intent };
      this.run();
      stage.say({ op: 'event', index: stage.index, kind: 'templates', text: 'new body' });
    } catch (error) {
      if (!outdated()) stage.tell(error);
    }
  }

  /** Templates of the body when fresh, where they are known: a tired body's are others. */
  private freshTemplates(): TemplateBank | undefined {
    const { templates } = this.alive().body;
    const usable = templates.fresh && !this.bodyChange.busy && !this.current.motorUnits.fatigue;
    return usable ? templates.bank : undefined;
  }

  private decoderHost(): DecoderHost {
    return {
      scenario: () => this.current,
      adopted: () => {
        this.tests.stop(); // A test is of one decoder.
        this.stage.say(this.info());
      },
      kept: (decoder) => {
        this.current = { ...this.current, decoder };
        this.tellScenario();
      },
      settled: (text) => this.stage.setStatus(this.paused ? 'paused' : 'running', text),
    };
  }

  private run(): void {
    const { stage, patient } = this;
    this.running?.unsubscribe();
    if (!patient || this.paused) {
      stage.setStatus('paused', 'Paused');
      return;
    }
    stage.setStatus('running', this.name);
    const { body, intent } = patient;
    this.running = simulated(body.synthesizer, this.clock).subscribe({
      next: (block) => {
        try {
          body.show(block, intent);
          if (stage.line) this.tests.moved(stage.index, stage.line.prosthesis);
          const due = this.journey?.due(stage.index);
          if (due !== undefined) this.enterStage(due);
        } catch (error) {
          this.running?.unsubscribe();
          stage.fail(error);
        }
      },
      error: (error: unknown) => stage.fail(error),
    });
  }

  /** Name of the patient, with the stage of their journey. */
  private get name(): string {
    const { current, journey } = this;
    return journey ? `${current.name}: ${journey.stage.title}` : current.name;
  }

  /** Go on to a stage of the journey: an ordinary change of the scenario. */
  private enterStage(number: number): void {
    const { journey, stage } = this;
    if (!journey)
      throw new StreamError('setStage: this patient has no journey', {
        hint: 'Load a scenario with journey.stages, such as the preset patient-journey.',
      });
    journey.enter(number, stage.index);
    this.change(scenarioOfStage(this.current, journey.stage), 'setStage');
    stage.say({ op: 'stage', journey: journey.info });
    stage.say({ op: 'event', index: stage.index, kind: 'stage', text: journey.stage.title });
    if (stage.status.phase === 'running') stage.setStatus('running', this.name);
  }

  /** The journey of a changed scenario: one that is new begins at its first stage. */
  private replan(next: Scenario): void {
    const { journey } = this;
    if (journey && next.journey.stages.length === journey.info.stages.length) return journey.update(next);
    this.journey = JourneyDesk.of(next, this.stage.index);
    if (this.journey) this.enterStage(0);
    else if (journey) this.stage.say(this.info());
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
    const { line } = this.stage;
    this.decoders.requireTrainable(next.decoder);
    const another = isAnother(this.current, next) || (of === 'loadScenario' && needs.has('restart'));
    if (!patient || !line || another) {
      void this.begin(next);
      return { op: 'ok', of, text: 'restarting' };
    }
    const due = patient.body.synthesizer.update(next);
    this.current = next;
    if (due === 'restart') void this.bodyChange.ask();
    else {
      this.bodyChange.drop();
      if (needs.has('templates')) patient.body.templates.refresh();
    }
    line.update(next.prosthesis);
    if (line.decoder.update(next.decoder) === 'decoder') this.decoders.retrain();
    this.tellScenario();
    this.replan(next);
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

/** Whether a scenario is of another person, or of another signal, so that nothing learned holds any more. */
function isAnother(before: Scenario, after: Scenario): boolean {
  const names = (things: readonly { name: string }[]): string => things.map(({ name }) => name).join('\n');
  return (
    before.seed !== after.seed ||
    before.sampleRateHz !== after.sampleRateHz ||
    before.limb.level !== after.limb.level ||
    names(before.electrodes.positions) !== names(after.electrodes.positions) ||
    names(before.muscles) !== names(after.muscles)
  );
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
