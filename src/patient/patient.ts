import type { Observable, Subscription } from 'rxjs';
import type { TemplateBank } from '../body/conductor/template-bank.js';
import { Decoder } from '../decoder/decoder.js';
import type { DecoderSpec } from '../decoder/decoder-fields.js';
import { StreamError } from '../ground/signal/errors.js';
import { tellable } from '../ground/signal/tellable.js';
import type { ServerMessage } from '../protocol/server-messages.js';
import type { StreamName } from '../protocol/stream-kind.js';
import { presetByName } from '../scenario/presets/index.js';
import { readScenario } from '../scenario/read-scenario.js';
import { mergeScenario, type Scenario } from '../scenario/scenario.js';
import { Awaited } from './awaited.js';
import { IntentDesk } from './intent-desk.js';
import { settingsOf } from './settings-of.js';
import { Learning, type Basis, type Learned } from './learning.js';
import { LiveStage } from './live-stage.js';
import { LivingBody } from './living-body.js';
import { BodyStream } from './body-stream.js';
import { Bench, type Adopt } from './living/bench.js';
import { alive } from './living/change.js';
import type { PatientEffect, PatientEvent } from './living/events.js';
import { journeyInfo, stageDue } from './living/journey.js';
import { reduce, undisturbed } from './living/reduce.js';
import {
  heardScenario,
  nobody,
  statusOf,
  ticketsOf,
  wantedScenario,
  type PatientState,
  type Ticket,
} from './living/state.js';
import { chosenBasis } from './chosen-basis.js';
import { crosstalkMessage } from './crosstalk.js';
import { muapMessage } from './muap.js';
import { Pace } from './pace.js';
import { patientInfo } from './patient-info.js';
import { PatientNews } from './patient-news.js';
import { PromptDesk } from './prompt-desk.js';
import type { PatientOptions } from './patient-options.js';
import type { Audience, ServerInfo, Session, SessionRequest, StatusMessage, StreamFrame } from './session.js';
import { WorldDesk } from './world-desk.js';
import { TestDesk } from './test-desk.js';
import type { TrainingRecording } from '../decoder/training/training-windows.js';
import type { ScenarioChange } from '../scenario/change.js';

/** Somebody's body, and who decides what they intend. */
interface Here {
  readonly body: LivingBody;
  readonly intent: IntentDesk;
}

/**
 * A simulated patient: calibrates faster than real time in the workshop, then lives in real time; every part of the
 * scenario can be changed meanwhile. What becomes of them is decided by a reducer; here it is done. An error in
 * any stage stops this patient, never the host.
 */
export class Patient implements Session {
  private state: PatientState = nobody;
  private readonly stage: LiveStage;
  private readonly tests: TestDesk;
  private readonly world: WorldDesk;
  private readonly prompts: PromptDesk;
  private readonly bench = new Bench((event) => this.dispatch(event));
  private readonly learning: Learning;
  private readonly news: PatientNews;
  private readonly pace: Pace;
  private readonly stream: BodyStream;
  private here: Here | undefined;
  private learned: Learned | undefined;
  /** What a prompted calibration recorded, or was chosen of what there is. */
  private prompted: Basis | undefined;
  /** Events that came while another was being dealt with. */
  private readonly queue: PatientEvent[] = [];
  private busy = false;
  private readonly awaited = new Awaited();
  private readonly notices: Subscription | undefined;

  /** @throws ConfigError where this person could not come to life */
  constructor(private readonly options: PatientOptions) {
    const { scenario, decoder, outside } = options;
    this.pace = new Pace(options);
    this.stream = new BodyStream(this.pace.clock, {
      begun: () => this.stage.resume(),
      skipped: (samples) => {
        this.stage.skip(samples);
        this.tests.skip(samples);
      },
      block: (placed) => this.show(placed),
      failed: (error) => this.dispatch({ type: 'streamFailed', error: tellable(error) }),
    });
    this.learning = new Learning(options.workshop, outside);
    this.stage = new LiveStage(options, {
      status: () => this.status(),
      recordedSignal: () => this.alive().body.recordedSignal,
      stepped: this.pace.stepped,
      failed: (error) => this.dispatch({ type: 'streamFailed', error: tellable(error) }),
    });
    this.news = new PatientNews(this.stage, this.learning);
    this.tests = new TestDesk((message) => this.stage.say(message));
    this.world = new WorldDesk(this.stage);
    this.prompts = new PromptDesk({
      say: (message) => this.stage.say(message),
      recorded: ({ recordings, leftOut }) => {
        this.prompted = { ...this.basisOf(recordings), leftOut };
        this.dispatch({ type: 'trainPrompted' });
      },
    });
    this.stage.commands$.subscribe((command) => this.tests.decided(command));
    this.notices = outside?.notices$.subscribe((text) => this.news.classifier(text));
    this.dispatch({ type: 'load', scenario, given: decoder !== undefined });
  }

  get messages$(): Observable<ServerMessage> {
    return this.stage.messages$;
  }

  frames(stream: StreamName): Observable<StreamFrame> {
    return this.stage.frames(stream);
  }

  /** The scenario that was asked for last; it may still be on its way. */
  scenario(): Scenario {
    return wantedScenario(this.state) ?? this.options.scenario;
  }

  status(): StatusMessage {
    return statusOf(this.state);
  }

  watchedBy(audience: Audience): void {
    this.stage.audience = audience;
  }

  info(): ServerInfo {
    const { settings, index } = this.stage;
    return patientInfo({
      version: this.options.version,
      recordedFormats: this.options.recordings.formats,
      stepped: this.pace.stepped,
      scenario: heardScenario(this.state) ?? this.options.scenario,
      settings,
      index,
      calibration: this.learned?.summary ?? null,
      journey: this.state.living ? journeyInfo(this.state.living) : undefined,
    });
  }

  greeting(): ServerMessage[] {
    const { stage, here, prompts } = this;
    const messages: ServerMessage[] = [this.status(), stage.recordedClasses, stage.recorder.state];
    if (prompts.message) messages.push(prompts.message);
    if (this.world.message) messages.push(this.world.message);
    if (here) messages.push(here.intent.message);
    return messages;
  }

  left(from: object): void {
    this.tests.left(from);
    this.prompts.left(from);
    this.here?.intent.release(from);
  }

  request(request: SessionRequest, from: object = this): ServerMessage | Promise<ServerMessage> {
    const ok: ServerMessage = { op: 'ok', of: request.op };
    switch (request.op) {
      case 'setIntent':
        this.tests.requireFreeIntent();
        this.prompts.requireFreeIntent();
        this.alive().intent.take(request.activations, from);
        return ok;
      case 'patchScenario':
        return this.take(request, () =>
          this.change(mergeScenario(this.scenario(), request.patch), request.op),
        );
      case 'loadScenario':
        return this.take(request, () => this.change(readScenario(request.scenario), request.op));
      case 'loadPreset':
        return this.take(request, () =>
          this.ask({ type: 'load', scenario: presetByName(request.name), given: false }, request.op),
        );
      case 'setPaused':
        return this.ask({ type: 'pause', paused: request.paused }, request.op);
      case 'calibrate':
        return this.take(request, () => this.ask({ type: 'calibrate' }, request.op));
      case 'loadDecoder':
        return this.ask({ type: 'loadDecoder', decoder: this.read(request.decoder) }, request.op);
      case 'startPrompts':
      case 'retryClass': {
        const { living } = undisturbed(this.state, request.op);
        this.tests.stop();
        const { intent } = this.alive();
        this.prompts.start(request, from, living.scenario, intent, this.learned?.basis);
        return ok;
      }
      case 'setClasses':
        return this.take(request, () => {
          this.prompted = chosenBasis(this.learned?.basis, request.classes);
          this.prompts.stop();
          return this.ask({ type: 'trainPrompted' }, request.op);
        });
      case 'stopPrompts':
        this.prompts.stop();
        return ok;
      case 'trainRecorded':
        return this.trainRecorded();
      case 'setStage':
        return this.ask(
          { type: 'enterStage', stage: request.stage, hold: request.hold, index: this.stage.index },
          request.op,
        );
      case 'getMuap':
        return muapMessage(this.lived(), this.alive().body.bank, request);
      case 'getCrosstalk':
        return crosstalkMessage(this.lived(), this.alive().body.bank);
      case 'startTest': {
        const { intent } = this.alive();
        const { index, settings } = this.stage;
        const classes = settings?.decoder.classes ?? [];
        this.prompts.stop();
        this.tests.start(request, from, { scenario: this.lived(), intent, classes, index });
        return ok;
      }
      case 'stopTest':
        this.tests.stop();
        return ok;
      case 'step':
        this.pace.step(request.blocks);
        return ok;
      default:
        if (request.op === 'startRecording') this.alive();
        return this.stage.request(request);
    }
  }

  async close(): Promise<void> {
    this.dispatch({ type: 'close' });
    this.awaited.close();
    this.notices?.unsubscribe();
    await this.stage.close();
  }

  /** Take a change; who waits for it is answered when it is in force, or has failed. */
  private take(
    { wait }: { readonly wait?: boolean | undefined },
    take: () => ServerMessage,
  ): ServerMessage | Promise<ServerMessage> {
    return wait ? this.awaited.change(take, () => this.settled()) : take();
  }

  private settled(): boolean {
    return ticketsOf(this.state).length === 0;
  }

  private change(scenario: Scenario, op: 'patchScenario' | 'loadScenario'): ServerMessage {
    const { index } = this.stage;
    return this.ask({ type: 'change', scenario, whole: op === 'loadScenario', index }, op);
  }

  private ask(event: PatientEvent, of: string): ServerMessage {
    const text = this.dispatch(event);
    return text === undefined ? { op: 'ok', of } : { op: 'ok', of, text };
  }

  /** @throws ModelError for a decoder of other signals, or none */
  private read(saved: unknown): Decoder {
    return Decoder.fromJSON(saved, this.alive().body.recordedSignal);
  }

  private trainRecorded(): Promise<ServerMessage> {
    this.stage.classes.stop();
    this.dispatch({ type: 'trainRecorded' });
    return this.awaited.training(this.state.living?.training?.ticket);
  }

  /**
   * Let something happen. What happens meanwhile is dealt with afterwards.
   * @throws what {@link reduce} throws, where nothing else was under way
   */
  private dispatch(event: PatientEvent): string | undefined {
    if (this.busy) {
      this.queue.push(event);
      return undefined;
    }
    this.busy = true;
    try {
      const reply = this.happen(event);
      for (let next = this.queue.shift(); next; next = this.queue.shift()) this.happen(next);
      if (this.settled()) this.awaited.settled();
      return reply;
    } finally {
      this.busy = false;
    }
  }

  private happen(event: PatientEvent): string | undefined {
    const before = JSON.stringify(this.status());
    const { state, effects, reply } = reduce(this.state, event);
    this.state = state;
    try {
      for (const effect of effects) this.perform(effect);
      this.flow();
    } catch (error) {
      this.queue.push({ type: 'streamFailed', error: tellable(error) });
    }
    const status = this.status();
    if (JSON.stringify(status) !== before && !state.closed) this.stage.say(status);
    return reply;
  }

  private perform(effect: PatientEffect): void {
    const { bench, stage } = this;
    switch (effect.do) {
      case 'prepare':
        return bench.begin(effect.ticket, (signal) => this.prepared(effect, signal));
      case 'calibrate':
        return bench.begin(effect.ticket, (signal) => this.calibrated(effect, signal));
      case 'trainRecorded':
        return bench.begin(effect.ticket, (signal) => this.trainedOnRecorded(effect, signal));
      case 'trainPrompted':
        return bench.begin(effect.ticket, (signal) => this.trained(effect.spec, this.prompted, signal));
      case 'trainAgain':
        return bench.begin(effect.ticket, (signal) => this.trained(effect.spec, this.learned?.basis, signal));
      case 'deriveBody':
        return bench.begin(effect.ticket, (signal) => this.derivedBody(effect.scenario, signal));
      case 'deriveTemplates':
        return bench.begin(effect.ticket, (signal) => this.derivedTemplates(signal));
      case 'abort':
        return bench.abort(effect.ticket);
      case 'adopt':
        return bench.adopt(effect.ticket);
      case 'takeDecoder':
        return this.adoptDecoder({ decoder: effect.decoder, summary: null, basis: undefined });
      case 'update':
        return this.update(effect.change);
      case 'tellInfo':
        return stage.say(this.info());
      case 'tellScenario':
        return this.news.scenario(this.lived());
      case 'tellStage':
        return this.news.stage(this.state.living);
      case 'tellError':
        this.awaited.failed(effect.error);
        return stage.tell(effect.error);
      case 'refuse':
        return this.awaited.refuse(effect.ticket, effect.error);
    }
  }

  /** Make everything of a person that may fail, so that the old one lives on where it does. */
  private async prepared(
    { ticket, scenario, given }: Effect<'prepare'>,
    signal: AbortSignal,
  ): Promise<Adopt> {
    const { workshop, decoder } = this.options;
    if (given && decoder) {
      const body = new LivingBody(scenario, await workshop.deriveFresh(scenario, signal));
      return () => this.become(scenario, body, { decoder, summary: null, basis: undefined });
    }
    const made = await this.learning.calibrate({ scenario }, this.progressOf(ticket), signal);
    const body = new LivingBody(scenario, made.templates);
    return () => this.become(scenario, body, made.learned);
  }

  private async calibrated(
    { ticket, scenario, reuse }: Effect<'calibrate'>,
    signal: AbortSignal,
  ): Promise<Adopt> {
    const { bank, synthesizer } = this.alive().body;
    const templates = reuse && !synthesizer.templatesStale ? bank : undefined;
    const { learned } = await this.learning.calibrate(
      { scenario, templates },
      this.progressOf(ticket),
      signal,
    );
    return () => this.adoptDecoder(learned);
  }

  private async trainedOnRecorded(
    { ticket, spec }: Effect<'trainRecorded'>,
    signal: AbortSignal,
  ): Promise<Adopt> {
    const learned = await this.learning.train(spec, this.basisOf(this.stage.classes.recordings), signal);
    return () => {
      this.adoptDecoder(learned);
      this.stage.say({ ...this.stage.recordedClasses, quality: learned.summary?.quality ?? [] });
      this.awaited.trained(ticket, (learned.summary?.notes ?? []).join(' '));
    };
  }

  private basisOf(recordings: readonly TrainingRecording[]): Basis {
    const { sampleRateHz, channelNames } = this.alive().body.synthesizer;
    const { movements } = this.lived();
    return { recordings: [...recordings], signal: { sampleRateHz, channelNames }, movements };
  }

  private async trained(spec: DecoderSpec, basis: Basis | undefined, signal: AbortSignal): Promise<Adopt> {
    if (!basis) throw new StreamError('decoder: there is nothing to train it on anew', { field: 'decoder' });
    const learned = await this.learning.train(spec, basis, signal);
    return () => this.adoptDecoder(learned);
  }

  private async derivedBody(scenario: Scenario, signal: AbortSignal): Promise<Adopt> {
    const body = new LivingBody(scenario, await this.options.workshop.deriveFresh(scenario, signal));
    return () => {
      const { intent } = this.alive();
      body.origin = this.stage.index;
      intent.serve(body.synthesizer);
      this.here = { body, intent };
      this.news.templates('new body');
    };
  }

  private async derivedTemplates(signal: AbortSignal): Promise<Adopt> {
    const { body } = this.alive();
    const bank: TemplateBank = await this.options.workshop.derive(body.synthesizer.templateRequest(), signal);
    return () => {
      body.adoptTemplates(bank);
      this.news.templates('new templates');
    };
  }

  /** Another person takes over; what was being recorded goes on in a file of its own. */
  private become(scenario: Scenario, body: LivingBody, learned: Learned): void {
    const { stage } = this;
    this.tests.stop();
    this.here = { body, intent: new IntentDesk(body.synthesizer, (message) => stage.say(message)) };
    this.learned = learned;
    stage.begin(settingsOf(scenario, learned.decoder, this.options.outside?.model));
    this.news.decoder(learned, this.info());
    this.enterWorld(scenario, true);
    this.options.workshop.warm(scenario);
  }

  private adoptDecoder(learned: Learned): void {
    const scenario = this.lived();
    this.tests.stop(); // A test is of one decoder.
    this.learned = learned;
    // Smoothing may have been turned while it was being trained.
    learned.decoder.update(scenario.decoder);
    this.stage.adopt(settingsOf(scenario, learned.decoder, this.options.outside?.model));
    this.news.decoder(learned, this.info());
    this.enterWorld(scenario);
  }

  private update(change: ScenarioChange): void {
    const { stage } = this;
    const { decoder, prosthesis } = change.after;
    const due = this.alive().body.synthesizer.update(change);
    if (stage.settings) {
      stage.settings.decoder.update(decoder);
      stage.adopt({ ...stage.settings, prosthesis });
    }
    this.enterWorld(change.after);
    const another = due === 'body' || due === 'person';
    const stale = change.needs.has('templates');
    this.dispatch(another ? { type: 'outgrown' } : { type: 'bodyChanged', stale });
  }

  /** Let the stream run while somebody lives and is not paused. */
  private flow(): void {
    const { living, paused, coming } = this.state;
    // What is recorded of one person is of no use to another.
    if (!living || coming) this.prompts.stop();
    this.stream.run(living && !paused ? this.here?.body : undefined);
  }

  private show({ shown, events }: ReturnType<LivingBody['place']>): void {
    const { stage } = this;
    const { body, intent } = this.alive();
    intent.observe(shown.truth);
    for (const event of events) stage.say(event);
    stage.push(shown);
    this.prompts.push(shown.signal, shown.truth.steps.strength.at(-1) ?? 0);
    const start = this.tests.moved(stage.index, stage.joints.positions);
    if (start) stage.pose(start);
    const busy = this.tests.busy || this.prompts.busy;
    stage.letReturn(intent.isScript && !busy);
    this.world.passed(shown.signal.length, stage.index, stage.joints, busy);
    const { living } = this.state;
    if (!living) return;
    const due = stageDue(living, stage.index);
    if (due !== undefined) this.dispatch({ type: 'enterStage', stage: due, index: stage.index });
    if (living.templates === 'fit' && body.synthesizer.templatesStale) this.dispatch({ type: 'tired' });
  }

  /** Let the task of a scenario be done with the prosthesis that runs. */
  private enterWorld(scenario: Scenario, anew = false): void {
    const { settings } = this.stage;
    if (!settings) return;
    const { decoder, joints } = settings;
    this.world.serve({ scenario, classes: decoder.classes, joints, intent: this.alive().intent }, anew);
  }

  private progressOf(ticket: Ticket): (share: number) => void {
    return (share) => this.dispatch({ type: 'progress', ticket, share });
  }

  /** @throws StreamError where nobody lives */
  private alive(): Here {
    const { living } = alive(this.state);
    if (this.here) return this.here;
    throw new StreamError(`${living.scenario.name} has no body yet`, { hint: 'Wait until the stream runs.' });
  }

  /** The scenario of whoever lives. */
  private lived(): Scenario {
    return alive(this.state).living.scenario;
  }
}

type Effect<Do extends PatientEffect['do']> = Extract<PatientEffect, { do: Do }>;
