import { commonVocabulary } from '../ground/movement/vocabulary.js';
import {
  asyncScheduler,
  BehaviorSubject,
  catchError,
  interval,
  map,
  merge,
  NEVER,
  ReplaySubject,
  Subject,
  switchMap,
  tap,
  type Observable,
  type Subscription,
} from 'rxjs';
import type { Decoder } from '../decoder/decoder.js';
import { latencyOf } from '../decoder/latency.js';
import type { Posture } from '../body/user/simulated-user.js';
import type { SignalContext } from '../decoder/signal-context.js';
import type { JointState } from '../decoder/prosthesis/prosthesis.js';
import type { Command } from '../decoder/prosthesis/command.js';
import type { DofId } from '../ground/movement/degree-of-freedom.js';
import type { Vocabulary } from '../ground/movement/vocabulary.js';
import { StreamError } from '../ground/signal/errors.js';
import { toldToClients } from '../ground/signal/tellable.js';
import { decodingLine, type LineSettings } from '../pipeline/decoding-line.js';
import type {
  LatencyBudget,
  LiveStatistics as Statistics,
  ServerMessage,
} from '../protocol/server-messages.js';
import type { StreamName } from '../protocol/stream-kind.js';
import { ClassRecorder } from './class-recorder.js';
import { LiveStatistics } from './live-statistics.js';
import type { RecordedSignal, SessionHost } from './ports.js';
import { Recorder } from './recorder.js';
import type { Audience, SessionRequest, StatusMessage, StreamFrame } from './session.js';
import { TimeKeeper } from './time-keeper.js';
import { lineStreams, signalStreams, type Shown, type Streams } from './streams.js';

/** What the session on a stage has to say about it. */
export interface StageHost {
  status(): StatusMessage;
  /** The signal that a recording made now is of. */
  recordedSignal(): RecordedSignal;
  /** The stream cannot go on. */
  failed(error: unknown): void;
  /** Whether time passes only when told to. */
  readonly stepped: boolean;
}

/** A signal that nobody has learned to decode yet. */
export interface Undecided {
  readonly signal: SignalContext;
  readonly vocabulary: Vocabulary;
}

/** Requests that every session answers alike. */
export type StageRequest = Extract<
  SessionRequest,
  {
    op:
      | 'getDecoder'
      | 'mark'
      | 'startRecording'
      | 'stopRecording'
      | 'startRecordingClass'
      | 'stopRecordingClass'
      | 'discardClass';
  }
>;

const STATISTICS_MS = 1000;

/**
 * What a simulated patient and a replayed recording have in common: raw blocks come in, go through the decoding
 * line, and are put on streams, counted, recorded, and told about.
 */
export class LiveStage {
  readonly messages$ = new Subject<ServerMessage>();
  /** Commands as they fall. */
  readonly commands$ = new Subject<Command>();
  readonly classes = new ClassRecorder();
  readonly recorder: Recorder;
  statistics = new LiveStatistics(1);
  /** Absolute index after the newest sample. */
  index = 0;
  /** Where the prosthesis is. */
  joints: Pick<JointState, 'positions' | 'grip'> = { positions: {} };
  audience: Audience = { clients: 0, lostBlocks: 0 };
  private readonly time = new TimeKeeper();
  private readonly shown$ = new Subject<Shown>();
  private readonly streams$ = new BehaviorSubject<Streams>({});
  private settings$ = new ReplaySubject<LineSettings>(1);
  private current: LineSettings | undefined;
  /** What keeps the prosthesis from going where commands alone would bring it. */
  private held: Pick<LineSettings, 'fingersStop' | 'returns'> = {};
  private line: Subscription | undefined;
  /** Windows that ended in the block under way. */
  private windows = 0;
  private readonly timer: Subscription;
  private readonly now: () => number;
  private readonly log: (error: unknown) => void;

  constructor(
    {
      recordings,
      scheduler = asyncScheduler,
      now = () => performance.now(),
      log = console.error,
    }: SessionHost,
    private readonly host: StageHost,
  ) {
    this.now = now;
    this.log = log;
    this.recorder = new Recorder(
      recordings,
      (state) => this.say(state),
      (error) => this.tell(error),
    );
    this.timer = interval(STATISTICS_MS, scheduler).subscribe(() => this.tellStatistics());
  }

  /** What the line works by; undefined before there is one. */
  get settings(): LineSettings | undefined {
    return this.current;
  }

  /** Frames of one stream, whoever is on the stage. */
  frames(stream: StreamName): Observable<StreamFrame> {
    return this.streams$.pipe(switchMap((streams) => streams[stream] ?? NEVER));
  }

  /**
   * Begin anew with another signal: what was learned and recorded of the old one is gone, and what was recorded to a
   * file goes on in another one. Where nobody has learned to decode it yet, it is shown as it comes until
   * {@link adopt}.
   */
  begin(by: LineSettings | Undecided): void {
    const { vocabulary = commonVocabulary } = by;
    const signal = 'decoder' in by ? by.decoder.signal : by.signal;
    this.line?.unsubscribe();
    this.index = 0;
    this.joints = { positions: {} };
    this.held = {};
    this.statistics = new LiveStatistics(signal.sampleRateHz);
    this.time.begin(signal.sampleRateHz);
    this.classes.clear();
    this.tellClasses();
    this.settings$ = new ReplaySubject(1);
    const line = decodingLine(this.shown$.pipe(map(({ signal }) => signal)), this.settings$);
    this.line = merge(
      line.filtered$.pipe(tap(({ replaced }) => (this.statistics.replacedSamples += replaced))),
      line.windows$.pipe(tap(() => this.windows++)),
      line.decisions$.pipe(tap(({ decided, windowIndex }) => this.statistics.decided(decided, windowIndex))),
      line.commands$.pipe(tap((command) => this.commands$.next(command))),
      line.prosthesis$.pipe(tap((joints) => (this.joints = joints))),
    ).subscribe({ error: (error: unknown) => this.host.failed(error) });
    if ('decoder' in by) this.adopt(by);
    const dofs = (): readonly DofId[] => this.current?.joints ?? [];
    this.streams$.next({
      ...signalStreams(this.shown$, signal, vocabulary),
      ...quiet(lineStreams(line, dofs, vocabulary)),
    });
    void this.recorder.carryOver(this.host.recordedSignal());
  }

  /** Decide by another decoder, or move by another prosthesis, from the next block on. */
  adopt(settings: LineSettings): void {
    if (settings.decoder !== this.current?.decoder) this.statistics.forget();
    this.current = { ...settings, ...this.held };
    this.settings$.next(this.current);
  }

  /** Let the fingers stop where they meet something, or let them go. */
  stopFingers(closedPercent: number | undefined): void {
    if (closedPercent !== this.held.fingersStop) this.hold({ ...this.held, fingersStop: closedPercent });
  }

  /** Let joints that no command moves go back, or stay where they are. */
  letReturn(returns: boolean): void {
    if (returns !== (this.held.returns ?? false)) this.hold({ ...this.held, returns });
  }

  /** Put the prosthesis somewhere. */
  pose(posture: Posture): void {
    if (this.current) this.adopt({ ...this.current, posture });
  }

  /** The stream goes on after it stood still. */
  resume(): void {
    this.time.restart();
  }

  /**
   * Samples that will never be would come now: the next block is that much further on.
   * @param why in words that follow “s are missing: ”
   */
  skip(samples: number, why = 'the process was stopped, asleep, or too slow'): void {
    const { sampleRateHz } = this.host.recordedSignal();
    this.time.skip(samples);
    const index = this.index + samples;
    const seconds = samples / sampleRateHz;
    const text = `${seconds.toFixed(2)} s are missing: ${why}`;
    this.say({ op: 'gap', index, samples, seconds, text });
    this.say({ op: 'event', index, kind: 'lost', text });
  }

  /** Run one raw block through; its labels say what is intended, where somebody knows. */
  push(shown: Shown): void {
    const { statistics } = this;
    const { signal, truth } = shown;
    const start = this.now();
    this.time.block(start, signal.index + signal.length);
    this.index = signal.index + signal.length;
    this.windows = 0;
    for (const { label, index } of signal.labels ?? []) statistics.intends(label, index);
    this.shown$.next(shown);
    if (this.classes.push(signal)) this.tellClasses();
    this.recorder.push(signal, truth);
    const end = this.now();
    statistics.block(end, this.windows > 0 ? end - start : undefined);
  }

  say(message: ServerMessage): void {
    this.messages$.next(message);
  }

  /** Tell everyone of an error that nobody's request caused. */
  tell(error: unknown): void {
    const told = toldToClients(error);
    if (told !== error) this.log(error);
    this.say({ op: 'error', ...told.toJSON() });
  }

  /** Put a text at a sample: everyone is told, and a recording keeps it. */
  putMark(index: number, text: string): void {
    this.recorder.mark(index, text);
    this.say({ op: 'event', index, kind: 'mark', text });
  }

  /** Answer one of the requests that every session knows. */
  async request(request: StageRequest): Promise<ServerMessage> {
    switch (request.op) {
      case 'getDecoder':
        return { op: 'decoder', decoder: { ...this.decoder().toJSON() } };
      case 'mark':
        this.putMark(this.index, request.text);
        break;
      case 'startRecording':
        await this.recorder.start(request.format, this.host.recordedSignal());
        break;
      case 'stopRecording':
        await this.recorder.stop();
        break;
      case 'startRecordingClass':
        this.classes.start(request.label);
        this.tellClasses();
        break;
      case 'stopRecordingClass':
        this.classes.stop();
        this.tellClasses();
        break;
      case 'discardClass':
        this.classes.discard(request.label);
        this.tellClasses();
        break;
    }
    return { op: 'ok', of: request.op };
  }

  private hold(held: Pick<LineSettings, 'fingersStop' | 'returns'>): void {
    this.held = held;
    if (this.current) this.adopt(this.current);
  }

  /** @throws StreamError where nothing decodes yet */
  private decoder(): Decoder {
    const decoder = this.current?.decoder;
    if (decoder) return decoder;
    throw new StreamError('getDecoder: there is none yet', { hint: 'Wait until the session runs.' });
  }

  get recordedClasses(): Extract<ServerMessage, { op: 'recordedClasses' }> {
    const { classes } = this;
    return { op: 'recordedClasses', recording: classes.recording, classes: classes.summary(), quality: [] };
  }

  tellClasses(): void {
    this.say(this.recordedClasses);
  }

  get latency(): LatencyBudget {
    const decoder = this.current?.decoder.latency() ?? latencyOf({ windowMs: 0, stepMs: 0 }, 0);
    const budget = { ...decoder, computeMs: this.statistics.computeMs };
    const outsideMs = this.current?.outside?.latency.meanMs ?? NaN;
    return Number.isNaN(outsideMs) ? budget : { ...budget, outsideMs };
  }

  async close(): Promise<void> {
    this.timer.unsubscribe();
    // A recording that cannot be finished is told of, and no reason not to end.
    await this.recorder.stop().catch((error: unknown) => this.tell(error));
    this.line?.unsubscribe();
    this.shown$.complete();
    this.streams$.complete();
    this.commands$.complete();
    this.messages$.complete();
  }

  /** How well time is kept, where it passes by itself. */
  private get clock(): Pick<Statistics, 'clock'> {
    const clock = this.host.stepped ? undefined : this.time.statistics();
    return clock ? { clock } : {};
  }

  /** How an outside model does, where there is one. */
  private get outside(): Pick<Statistics, 'outside'> {
    const model = this.current?.outside;
    if (!model) return {};
    const { answers, unanswered, meanMs, p95Ms, maxMs } = model.latency;
    const [mean, p95, max] = [meanMs, p95Ms, maxMs].map((ms) => (Number.isNaN(ms) ? null : ms));
    return { outside: { name: model.name, answers, unanswered, meanMs: mean, p95Ms: p95, maxMs: max } };
  }

  private tellStatistics(): void {
    const { phase } = this.host.status();
    if (!this.line || phase === 'paused' || phase === 'failed') return;
    this.say({
      op: 'statistics',
      statistics: { ...this.statistics.snapshot(this.audience), ...this.clock, ...this.outside },
      latency: this.latency,
    });
  }
}

/** Streams that end in silence where the line fails: the stage tells everyone why. */
function quiet(streams: Streams): Streams {
  const entries = Object.entries(streams).map(([name, frames$]) => [
    name,
    frames$.pipe(catchError(() => NEVER)),
  ]);
  return Object.fromEntries(entries);
}
