import { latencyOf } from '../decoder/latency.js';
import { asyncScheduler, interval, Subject, type Subscription } from 'rxjs';
import type { Truth } from '../body/synthesis/truth.js';
import type { Decoder } from '../decoder/decoder.js';
import type { DofId } from '../ground/movement/degree-of-freedom.js';
import type {
  LatencyBudget,
  LiveStatistics as Statistics,
  ServerMessage,
} from '../protocol/server-messages.js';
import { defaultsOf } from '../ground/signal/parse-fields.js';
import type { SampleBlock } from '../ground/signal/sample-block.js';
import { prosthesisFields, type ProsthesisSpec } from '../decoder/prosthesis/prosthesis-fields.js';
import { tellable } from '../ground/signal/tellable.js';
import type { OutsideModel } from '../decoder/outside-model.js';
import { ClassRecorder } from './class-recorder.js';
import { DecodingLine, type Decided } from './decoding-line.js';
import { Envelope } from './envelope.js';
import { FrameBus } from './frame-bus.js';
import { LiveStatistics } from './live-statistics.js';
import type { RecordedSignal, SessionHost } from './ports.js';
import { Recorder } from './recorder.js';
import type { Audience, SessionRequest, StatusMessage } from './session.js';

/** What a stage is set up for; changes only with a new patient or recording. */
export interface StageSignal {
  readonly sampleRateHz: number;
  readonly channels: number;
}

/** Requests that every session answers alike. */
export type StageRequest = Extract<
  SessionRequest,
  {
    op:
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
 * What a simulated patient and a replayed recording have in common: raw blocks come in, are decoded, put on
 * streams, counted, recorded, and told about.
 */
export class LiveStage {
  readonly messages$ = new Subject<ServerMessage>();
  readonly bus = new FrameBus();
  /** Decisions as they fall. */
  readonly decided$ = new Subject<Decided>();
  readonly classes = new ClassRecorder();
  readonly recorder: Recorder;
  line: DecodingLine | undefined;
  statistics = new LiveStatistics(1);
  /** Absolute index after the newest sample. */
  index = 0;
  audience: Audience = { clients: 0, lostBlocks: 0 };
  private envelope: Envelope | undefined;
  private current: StatusMessage = { op: 'status', phase: 'calibrating', progress: 0, text: 'Starting' };
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
    /** What a recording made now says of its signal. */
    private readonly recordedSignal: () => RecordedSignal,
  ) {
    this.now = now;
    this.log = log;
    this.recorder = new Recorder(recordings, (error) => {
      this.tell(error);
      this.say(this.recorder.state);
    });
    this.timer = interval(STATISTICS_MS, scheduler).subscribe(() => this.tellStatistics());
  }

  get status(): StatusMessage {
    return this.current;
  }

  /** Begin anew with another signal: what was learned and recorded of the old one is gone. */
  async reset({ sampleRateHz, channels }: StageSignal): Promise<void> {
    this.line?.close();
    this.line = undefined;
    this.index = 0;
    this.statistics = new LiveStatistics(sampleRateHz);
    this.envelope = new Envelope(channels, sampleRateHz);
    this.classes.clear();
    if (this.recorder.recording) await this.stopRecording();
  }

  /**
   * Decide with another decoder from the next block on.
   * @param model whose posterior stands in for that of the decoder's own model
   */
  adopt(
    decoder: Decoder,
    joints: readonly DofId[],
    prosthesis: ProsthesisSpec = defaultsOf(prosthesisFields),
    model?: OutsideModel,
  ): void {
    const positions = this.line?.prosthesis.state.positions;
    this.line?.close();
    const decided = (one: Decided): void => {
      this.statistics.decided(one.label, one.windowIndex);
      this.decided$.next(one);
    };
    this.line = new DecodingLine(decoder, prosthesis, joints, this.bus, decided, model);
    if (positions) this.line.prosthesis.reset(positions);
    this.statistics.forget();
  }

  /** Run one raw block through; its labels say what is intended, where somebody knows. */
  push(block: SampleBlock, truth?: Truth): void {
    const { bus, statistics } = this;
    const start = this.now();
    this.index = block.index + block.length;
    for (const { label, index } of block.labels ?? []) statistics.intends(label, index);
    bus.emit('raw', block);
    if (bus.wanted('envelope')) {
      const columns = this.envelope?.push(block);
      if (columns) bus.emit('envelope', columns);
    }
    const windows = this.line?.process(block) ?? 0;
    statistics.replacedSamples += this.line?.takeReplaced() ?? 0;
    if (this.classes.push(block)) this.tellClasses();
    this.recorder.push(block, truth);
    const end = this.now();
    statistics.block(end, windows > 0 ? end - start : undefined);
  }

  say(message: ServerMessage): void {
    this.messages$.next(message);
  }

  setStatus(phase: StatusMessage['phase'], text: string, progress?: number): void {
    this.current = { op: 'status', phase, text, ...(progress !== undefined && { progress }) };
    this.say(this.current);
  }

  /** Tell everyone of an error that nobody's request caused. */
  tell(error: unknown): void {
    const told = tellable(error);
    if (told.code === 'internal') this.log(error);
    this.say({ op: 'error', ...told.toJSON() });
  }

  /** The stream cannot go on; clients stay connected and may load something else. */
  fail(error: unknown): void {
    this.tell(error);
    const { message, hint } = tellable(error);
    this.setStatus('failed', `${message} ${hint}`.trim());
  }

  /** Answer one of the requests that every session knows. */
  async request(request: StageRequest): Promise<ServerMessage> {
    switch (request.op) {
      case 'mark':
        this.recorder.mark(this.index, request.text);
        this.say({ op: 'event', index: this.index, kind: 'mark', text: request.text });
        break;
      case 'startRecording':
        await this.recorder.start(request.format, this.recordedSignal());
        this.say(this.recorder.state);
        break;
      case 'stopRecording':
        await this.stopRecording();
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

  get recordedClasses(): Extract<ServerMessage, { op: 'recordedClasses' }> {
    const { classes } = this;
    return { op: 'recordedClasses', recording: classes.recording, classes: classes.summary(), quality: [] };
  }

  tellClasses(): void {
    this.say(this.recordedClasses);
  }

  get latency(): LatencyBudget {
    const decoder = this.line?.decoder.latency() ?? latencyOf({ windowMs: 0, stepMs: 0 }, 0);
    const budget = { ...decoder, computeMs: this.statistics.meanComputeMs };
    const outsideMs = this.line?.model?.latency.meanMs ?? NaN;
    return Number.isNaN(outsideMs) ? budget : { ...budget, outsideMs };
  }

  async close(): Promise<void> {
    this.timer.unsubscribe();
    await this.recorder.stop();
    this.line?.close();
    this.bus.close();
    this.decided$.complete();
    this.messages$.complete();
  }

  /** How an outside model does, where there is one. */
  private get outside(): Pick<Statistics, 'outside'> {
    const { model } = this.line ?? {};
    if (!model) return {};
    const { answers, unanswered, meanMs, p95Ms, maxMs } = model.latency;
    const [mean, p95, max] = [meanMs, p95Ms, maxMs].map((ms) => (Number.isNaN(ms) ? null : ms));
    return { outside: { name: model.name, answers, unanswered, meanMs: mean, p95Ms: p95, maxMs: max } };
  }

  private async stopRecording(): Promise<void> {
    try {
      await this.recorder.stop();
    } finally {
      this.say(this.recorder.state);
    }
  }

  private tellStatistics(): void {
    if (!this.line || this.current.phase === 'paused' || this.current.phase === 'failed') return;
    this.say({
      op: 'statistics',
      statistics: { ...this.statistics.snapshot(this.audience), ...this.outside },
      latency: this.latency,
    });
  }
}
