import { tap, type Observable, Subscription } from 'rxjs';
import { Decoder } from '../decoder/decoder.js';
import type { SignalContext } from '../decoder/signal-context.js';
import { vocabularyOf } from '../ground/movement/vocabulary-of.js';
import { StreamError } from '../ground/signal/errors.js';
import type { SampleBlock } from '../ground/signal/sample-block.js';
import { toldToClients } from '../ground/signal/tellable.js';
import { requireAble } from '../protocol/require-able.js';
import type { CalibrationSummary, RecordingInfo, ServerMessage } from '../protocol/server-messages.js';
import type { StreamName } from '../protocol/stream-kind.js';
import type { Scenario } from '../scenario/scenario.js';
import { chosenBasis } from './chosen-basis.js';
import { EffortMeter } from './effort-meter.js';
import { inletInfo } from './inlet-info.js';
import type { InletSource } from './inlet-source.js';
import { Learning, type Basis } from './learning.js';
import { LiveStage } from './live-stage.js';
import type { SessionHost } from './ports.js';
import { PromptDesk } from './prompt-desk.js';
import { WorldDesk } from './world-desk.js';
import { PromptedPerson } from './prompted-person.js';
import type { Audience, ServerInfo, Session, SessionRequest, StatusMessage, StreamFrame } from './session.js';
import { settingsOf } from './settings-of.js';

export interface InletOptions extends SessionHost {
  readonly source: InletSource;
  /** What is known of the signal, and what passed until it came in, for people. */
  readonly recording: RecordingInfo;
  /** Its decoder, calibration and prosthesis are the person's; what it says of a body is not used. */
  readonly scenario: Scenario;
  /** Decoder trained before; without one nothing is decided until the person has calibrated. */
  readonly decoder?: Decoder | undefined;
}

/** What can be asked of a real person and their signal. */
const capabilities = ['pause', 'calibrate', 'prompts', 'recordClasses', 'recorder'] as const;
/** Notes that a newcomer is told of, beside those from before the signal came. */
const KEPT_NOTES = 100;

/**
 * A real person in place of the simulated one: their signal comes in from elsewhere and goes through the pipeline that
 * a patient's would go through.
 */
export class InletSession implements Session {
  private readonly stage: LiveStage;
  private readonly prompts: PromptDesk;
  private readonly learning: Learning;
  private readonly effort: EffortMeter;
  private readonly person: PromptedPerson;
  private readonly running = new Subscription();
  private scenarioInForce: Scenario;
  private readonly notes: string[] = [];
  /** What the decoder learned from; undefined before it has, or where it was read from a file. */
  private basis: Basis | undefined;
  private summary: CalibrationSummary | null = null;
  /** Ends the training under way. */
  private training = new AbortController();
  private current: StatusMessage;
  private paused = false;
  /** Why the stream cannot go on; what was recorded can be trained on all the same. */
  private readonly world: WorldDesk;
  private failure: StatusMessage | undefined;
  /** Index of the sample that comes next; undefined before the first. */
  private due: number | undefined;

  constructor(private readonly options: InletOptions) {
    const { source, scenario, decoder } = options;
    const { channelNames, sampleRateHz } = source.info;
    this.scenarioInForce = { ...scenario, sampleRateHz };
    this.learning = new Learning(options.workshop, undefined);
    this.effort = new EffortMeter(channelNames.length);
    this.stage = new LiveStage(options, {
      status: () => this.current,
      recordedSignal: () => ({ sampleRateHz, channelNames }),
      failed: (error) => this.fail(error),
      stepped: false,
    });
    this.person = new PromptedPerson(this.stage);
    this.prompts = new PromptDesk({
      say: (message) => this.person.tell(message),
      recorded: (what) => void this.trainOn(what).catch((error: unknown) => this.stage.tell(error)),
    });
    this.world = new WorldDesk(this.stage);
    if (decoder) this.stage.begin(settingsOf(this.scenarioInForce, decoder, undefined));
    else this.stage.begin({ signal: this.signal, vocabulary: vocabularyOf(scenario) });
    this.enterWorld();
    this.current = this.runningStatus;
    this.running.add(source.notes$.subscribe((text) => this.note(text)));
    this.running.add(source.marks$?.subscribe(({ index, text }) => this.stage.putMark(index, text)));
    this.running.add(
      source.blocks$.pipe(tap((block) => this.take(block))).subscribe({
        error: (error: unknown) => this.fail(error),
        complete: () => this.fail(ended(source.info.name)),
      }),
    );
  }

  get messages$(): Observable<ServerMessage> {
    return this.stage.messages$;
  }

  frames(stream: StreamName): Observable<StreamFrame> {
    return this.stage.frames(stream);
  }

  scenario(): null {
    return null;
  }

  status(): StatusMessage {
    return this.current;
  }

  watchedBy(audience: Audience): void {
    this.stage.audience = audience;
  }

  left(from: object): void {
    this.prompts.left(from);
  }

  info(): ServerInfo {
    const { version, recordings, source, recording } = this.options;
    const { settings, index } = this.stage;
    return inletInfo({
      version,
      capabilities,
      recordedFormats: recordings.formats,
      signal: source.info,
      recording: { ...recording, notes: [...recording.notes, ...this.notes] },
      scenario: this.scenarioInForce,
      settings,
      calibration: this.summary,
      index,
    });
  }

  greeting(): ServerMessage[] {
    const { stage, prompts } = this;
    const messages: ServerMessage[] = [this.current, stage.recordedClasses, stage.recorder.state];
    if (prompts.message) messages.push(prompts.message);
    if (this.world.message) messages.push(this.world.message);
    return [...messages, this.person.message];
  }

  request(request: SessionRequest, from: object = this): ServerMessage | Promise<ServerMessage> {
    requireAble(request, { capabilities, source: 'person' });
    const ok: ServerMessage = { op: 'ok', of: request.op };
    switch (request.op) {
      case 'setPaused':
        this.setPaused(request.paused);
        return ok;
      case 'startPrompts':
      case 'retryClass':
        this.requireReal(request.op, request.by);
        this.prompts.start(request, from, this.scenarioInForce, this.person, this.basis);
        return ok;
      case 'setClasses':
        return this.choose(request.classes);
      case 'stopPrompts':
        this.prompts.stop();
        return ok;
      case 'calibrate':
        return this.trainAgain();
      case 'loadDecoder':
        this.load(request.decoder);
        return ok;
      case 'trainRecorded':
        return this.trainRecorded();
      default:
        return this.stage.request(request);
    }
  }

  async close(): Promise<void> {
    this.training.abort();
    this.running.unsubscribe();
    await this.stage.close();
    await this.options.source.close();
  }

  private get signal(): SignalContext {
    const { sampleRateHz, channelNames } = this.options.source.info;
    return { sampleRateHz, channelNames };
  }

  private take(signal: SampleBlock): void {
    if (this.paused) return;
    const { due = signal.index } = this;
    this.due = signal.index + signal.length;
    if (signal.index > due) this.stage.skip(signal.index - due, 'they never came');
    const { stage } = this;
    stage.push({ signal });
    this.world.passed(signal.length, stage.index, stage.joints, this.prompts.busy);
    // The strongest so far stands for the strength that is asked for: nobody knows what the person's strongest is.
    const asked = this.scenarioInForce.calibration.strengthPercent / 100;
    this.prompts.push(signal, asked * this.effort.push(signal));
  }

  private decideBy(decoder: Decoder): void {
    this.stage.adopt(settingsOf(this.scenarioInForce, decoder, undefined));
    this.enterWorld();
  }

  /** What there is to do with the prosthesis is done by the person, by what is decoded of them. */
  private enterWorld(): void {
    const { settings } = this.stage;
    if (!settings) return;
    const { decoder, joints } = settings;
    this.world.serve({ scenario: this.scenarioInForce, classes: decoder.classes, joints });
  }

  private note(text: string): void {
    this.notes.push(text);
    if (this.notes.length > KEPT_NOTES) this.notes.shift();
    this.stage.say({ op: 'event', index: this.stage.index, kind: 'inlet', text });
  }

  /** @throws StreamError where the simulated user is wanted, who has no place beside a real person */
  private requireReal(op: string, by: 'person' | 'simulated-user'): void {
    if (by === 'person') return;
    throw new StreamError(`${op}: the signal is that of a real person, so nobody can be simulated`, {
      field: 'by',
      hint: 'Send {"op":"startPrompts","by":"person"} and follow what is asked.',
    });
  }

  /** @throws ModelError for a decoder of other signals, or none */
  private load(saved: unknown): void {
    const decoder = Decoder.fromJSON(saved, this.signal);
    this.training.abort();
    this.scenarioInForce = { ...this.scenarioInForce, decoder: decoder.spec };
    this.summary = null;
    this.decideBy(decoder);
    this.stage.say(this.info());
    this.setStatus(this.runningStatus);
  }

  /** @throws StreamError where nothing is known to train on */
  private async trainAgain(): Promise<ServerMessage> {
    const { basis } = this;
    if (!basis)
      throw new StreamError('calibrate: this person has recorded nothing to train on yet', {
        hint: 'Send {"op":"startPrompts","by":"person"}, or record classes by hand and send {"op":"trainRecorded"}.',
      });
    await this.trainOn(basis);
    return { op: 'ok', of: 'calibrate' };
  }

  /** Answered when the decoder knows these classes, as every training of this session is. */
  private async choose(classes: readonly string[]): Promise<ServerMessage> {
    const basis = chosenBasis(this.basis, classes);
    this.prompts.stop();
    await this.trainOn(basis);
    return { op: 'ok', of: 'setClasses' };
  }

  private async trainRecorded(): Promise<ServerMessage> {
    const { classes } = this.stage;
    classes.stop();
    const { quality, notes } = await this.trainOn({ recordings: classes.recordings });
    this.stage.say({ ...this.stage.recordedClasses, quality });
    return { op: 'ok', of: 'trainRecorded', text: notes.join(' ') };
  }

  /** The newest training wins; the decoder in force goes on until it is done, and where it fails. */
  private async trainOn({
    recordings,
    leftOut,
  }: Pick<Basis, 'recordings' | 'leftOut'>): Promise<CalibrationSummary> {
    this.training.abort();
    const { signal } = (this.training = new AbortController());
    const { decoder: spec, movements } = this.scenarioInForce;
    this.setStatus({
      op: 'status',
      phase: 'calibrating',
      progress: 0,
      text: 'Training on what was recorded',
    });
    try {
      const basis = { recordings: [...recordings], leftOut, signal: this.signal, movements };
      const { decoder, summary } = await this.learning.train(spec, basis, signal);
      if (signal.aborted || !summary) throw new StreamError('training: another one has taken its place');
      this.basis = basis;
      this.summary = summary;
      this.decideBy(decoder);
      this.stage.say(this.info());
      this.stage.say({ op: 'calibration', calibration: summary });
      return summary;
    } finally {
      if (!signal.aborted && this.current.phase === 'calibrating') this.setStatus(this.runningStatus);
    }
  }

  /** What the session is about while nothing is trained. */
  private get runningStatus(): StatusMessage {
    if (this.failure) return this.failure;
    const { name } = this.options.source.info;
    const decided = this.stage.settings !== undefined;
    const text = decided ? name : `${name}: calibrate by prompts or recorded classes, then decisions come`;
    return { op: 'status', phase: this.paused ? 'paused' : 'running', text };
  }

  /** What comes in meanwhile is passed over, and shows as a gap. */
  private setPaused(paused: boolean): void {
    if (paused === this.paused) return;
    this.paused = paused;
    if (this.current.phase !== 'calibrating') this.setStatus(this.runningStatus);
  }

  /** The stream cannot go on; clients stay connected. */
  private fail(error: unknown): void {
    this.running.unsubscribe();
    this.prompts.stop();
    this.stage.tell(error);
    const { message, hint } = toldToClients(error);
    this.failure = { op: 'status', phase: 'failed', text: `${message}. ${hint}`.trim() };
    this.setStatus(this.failure);
  }

  private setStatus(status: StatusMessage): void {
    this.current = status;
    this.stage.say(status);
  }
}

function ended(name: string): StreamError {
  return new StreamError(`${name}: the signal has ended`, {
    hint: 'Let its sender begin anew, and start "myodesis listen" again.',
  });
}
