import { commonVocabulary } from '../ground/movement/vocabulary.js';
import { map, tap, type Observable, type Subscription } from 'rxjs';
import { Decoder } from '../decoder/decoder.js';
import type { SignalContext } from '../decoder/signal-context.js';
import type { DecoderSpec } from '../decoder/decoder-fields.js';
import { movementOf } from '../ground/movement/movement.js';
import { skips } from '../pipeline/clock.js';
import { BLOCK_MS } from '../pipeline/simulated.js';
import { prosthesisFields } from '../decoder/prosthesis/prosthesis-fields.js';
import { requireAble } from '../protocol/require-able.js';
import type { CalibrationSummary, RecordingInfo, ServerMessage } from '../protocol/server-messages.js';
import { SUBPROTOCOL, type StreamName } from '../protocol/stream-kind.js';
import { StreamError, type MyodesisError } from '../ground/signal/errors.js';
import { tellable, toldToClients } from '../ground/signal/tellable.js';
import { defaultsOf } from '../ground/signal/parse-fields.js';
import { samplesOf } from '../ground/signal/units.js';
import type { TrainingRecording } from '../decoder/training/training-windows.js';
import type { SessionHost } from './ports.js';
import { jointInfos, jointsOf, limbOf } from './joints.js';
import { Pace } from './pace.js';
import { Learning, type Learned } from './learning.js';
import { LiveStage } from './live-stage.js';
import type { Audience, ServerInfo, Session, SessionRequest, StatusMessage, StreamFrame } from './session.js';
import { SegmentTape, type PlayedSegment } from './segment-tape.js';
import { streamInfos } from './stream-infos.js';

export interface ReplayOptions extends SessionHost {
  /** Its name, and what passed in reading it, for people. */
  readonly recording: RecordingInfo;
  /** What is played, over and over. */
  readonly played: readonly PlayedSegment[];
  /** What the decoder learns from; none where it is given. */
  readonly training: readonly TrainingRecording[];
  /** Decoder trained before. */
  readonly decoder?: Decoder;
  readonly spec: DecoderSpec;
  readonly channelNames: readonly string[];
  /** Volts per number of the file, where its numbers are not µV. */
  readonly unitVolts?: number;
}

/** What can be asked of a recording: everything else needs a patient. */
const capabilities = ['pause', 'calibrate', 'recordClasses', 'recorder', 'step'] as const;
const prosthesis = defaultsOf(prosthesisFields);

/** A recording that is played in real time through the pipeline that a patient would go through. */
export class ReplaySession implements Session {
  private readonly stage: LiveStage;
  private readonly tape: SegmentTape;
  private readonly pace: Pace;
  private readonly learning: Learning;
  private summary: CalibrationSummary | null = null;
  private running: Subscription | undefined;
  private paused = false;
  /** Ends the training under way. */
  private training = new AbortController();
  private current: StatusMessage = { op: 'status', phase: 'calibrating', progress: 0, text: 'Starting' };
  private label: string | undefined;

  constructor(private readonly options: ReplayOptions) {
    this.tape = new SegmentTape(options.played);
    this.pace = new Pace(options);
    this.learning = new Learning(options.workshop, undefined);
    const { channelNames, decoder } = options;
    this.stage = new LiveStage(options, {
      status: () => this.current,
      recordedSignal: () => ({ sampleRateHz: this.sampleRateHz, channelNames }),
      failed: (error) => this.fail(error),
      stepped: this.pace.stepped,
    });
    if (decoder) this.adopt(decoder, null);
    else void this.train();
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

  left(): void {
    // Nobody holds anything: a recording cannot be told what to intend.
  }

  info(): ServerInfo {
    const { settings, index } = this.stage;
    const { version, recording, channelNames, played, training } = this.options;
    const { sampleRateHz } = this;
    const labels = [...new Set([...played, ...training].map(({ label }) => label))];
    const classes = settings?.decoder.classes ?? labels;
    const limb = limbOf(classes);
    const blockLength = samplesOf(BLOCK_MS, sampleRateHz);
    return {
      op: 'serverInfo',
      protocol: SUBPROTOCOL,
      version,
      capabilities: this.pace.stepped ? capabilities : capabilities.filter((name) => name !== 'step'),
      scenario: null,
      recordedFormats: this.options.recordings.formats,
      source: 'recording',
      recording,
      sampleRateHz,
      channels: channelNames,
      classes,
      movements: commonVocabulary.ids,
      ownMovements: [],
      muscles: [],
      joints: jointInfos(settings?.joints ?? jointsOf(classes, prosthesis, limb), prosthesis),
      limb,
      geometry: null,
      streams: streamInfos({
        sampleRateHz,
        channels: channelNames,
        blockLength,
        muscles: undefined,
        settings,
      }),
      calibration: this.summary,
      presets: [],
      index,
    };
  }

  greeting(): ServerMessage[] {
    const { stage } = this;
    return [this.current, stage.recordedClasses, stage.recorder.state, this.intent];
  }

  request(request: SessionRequest): ServerMessage | Promise<ServerMessage> {
    requireAble(request, { capabilities, source: 'recording' });
    switch (request.op) {
      case 'setPaused':
        this.setPaused(request.paused);
        return { op: 'ok', of: request.op };
      case 'calibrate':
        return this.trainAgain(request.wait ?? false);
      case 'loadDecoder':
        this.load(request.decoder);
        return { op: 'ok', of: request.op };
      case 'trainRecorded':
        return this.trainRecorded();
      case 'step':
        this.pace.step(request.blocks);
        return { op: 'ok', of: request.op };
      default:
        return this.stage.request(request);
    }
  }

  async close(): Promise<void> {
    this.training.abort();
    this.running?.unsubscribe();
    await this.stage.close();
  }

  private get sampleRateHz(): number {
    return this.options.played[0].signal.sampleRateHz;
  }

  private get signal(): SignalContext {
    const { channelNames, unitVolts } = this.options;
    return { sampleRateHz: this.sampleRateHz, channelNames, ...(unitVolts !== undefined && { unitVolts }) };
  }

  private get intent(): ServerMessage {
    const movement = this.label === undefined ? undefined : (movementOf(this.label)?.id ?? this.label);
    const moves = movement !== undefined && movement !== 'rest';
    return { op: 'intent', who: 'recording', activations: moves ? [{ movement, strength: 1 }] : [] };
  }

  /** Learn from the training part. The newest training wins. */
  private async trainAgain(wait: boolean): Promise<ServerMessage> {
    const trained = this.train();
    const failure = wait ? await trained : undefined;
    if (failure) throw failure;
    return { op: 'ok', of: 'calibrate' };
  }

  /** Never rejects: what goes wrong is told to everyone, and returned. */
  private async train(): Promise<MyodesisError | undefined> {
    this.setStatus('calibrating', 'Training on the other trials of the recording', 0);
    const learning = this.learn(this.options.training);
    const { signal } = this.training;
    let failure: MyodesisError | undefined;
    try {
      await learning;
    } catch (error) {
      failure = tellable(error);
      if (signal.aborted) return failure;
      if (this.stage.settings) this.stage.tell(error);
      else {
        this.fail(error);
        return failure;
      }
    }
    this.run();
    return failure;
  }

  /** @throws ModelError for a decoder of other signals, or none */
  private load(saved: unknown): void {
    const decoder = Decoder.fromJSON(saved, this.signal);
    this.training.abort();
    this.adopt(decoder, null);
    this.run();
  }

  private async trainRecorded(): Promise<ServerMessage> {
    const { classes } = this.stage;
    classes.stop();
    const learned = await this.learn(classes.recordings);
    this.stage.say({ ...this.stage.recordedClasses, quality: learned.summary?.quality ?? [] });
    return { op: 'ok', of: 'trainRecorded', text: (learned.summary?.notes ?? []).join(' ') };
  }

  private async learn(recordings: readonly TrainingRecording[]): Promise<Learned> {
    this.training.abort();
    const { signal } = (this.training = new AbortController());
    const basis = { recordings, signal: this.signal };
    const learned = await this.learning.train(this.options.spec, basis, signal);
    if (signal.aborted) throw new StreamError('training: another one has taken its place');
    this.adopt(learned.decoder, learned.summary);
    return learned;
  }

  private adopt(decoder: Decoder, summary: CalibrationSummary | null): void {
    const { stage } = this;
    const { classes } = decoder;
    const settings = { decoder, prosthesis, joints: jointsOf(classes, prosthesis, limbOf(classes)) };
    const first = !stage.settings;
    if (first) stage.begin(settings);
    else stage.adopt(settings);
    stage.letReturn(true);
    this.summary = summary;
    stage.say(this.info());
    if (summary) stage.say({ op: 'calibration', calibration: summary });
    if (first) this.run();
  }

  private run(): void {
    const { stage, tape, sampleRateHz } = this;
    this.setStatus(this.paused ? 'paused' : 'running', this.options.recording.name);
    if (this.paused) this.running?.unsubscribe();
    if (this.paused || this.running?.closed === false) return;
    const length = samplesOf(BLOCK_MS, sampleRateHz);
    stage.resume();
    this.running = this.pace
      .clock(sampleRateHz / length)
      .pipe(
        skips(),
        map((blocks) => {
          if (blocks > 0) {
            stage.skip(blocks * length);
            tape.index += blocks * length;
          }
          return tape.next(length);
        }),
        tap((signal) => {
          for (const { label, index } of signal.labels ?? []) this.prompt(label, index);
          stage.push({ signal });
        }),
      )
      .subscribe({ error: (error: unknown) => this.fail(error) });
  }

  /** The stream cannot go on; clients stay connected. */
  private fail(error: unknown): void {
    this.running?.unsubscribe();
    this.stage.tell(error);
    const { message, hint } = toldToClients(error);
    this.setStatus('failed', `${message} ${hint}`.trim());
  }

  private setStatus(phase: StatusMessage['phase'], text: string, progress?: number): void {
    this.current = { op: 'status', phase, text, ...(progress !== undefined && { progress }) };
    this.stage.say(this.current);
  }

  /** The label of a recording is what was asked for: tell it as cue and as intent. */
  private prompt(label: string, index: number): void {
    if (label === this.label) return;
    this.label = label;
    this.stage.say({ op: 'event', index, kind: 'cue', text: label });
    this.stage.say(this.intent);
  }

  private setPaused(paused: boolean): void {
    if (paused === this.paused) return;
    this.paused = paused;
    if (this.stage.settings) this.run();
  }
}
