import { map, type Observable, type Subscription } from 'rxjs';
import { Decoder } from '../decoder/decoder.js';
import type { DecoderSpec } from '../decoder/decoder-fields.js';
import { movementIds, movementOf } from '../ground/movement/movement.js';
import { realTime, type Clock } from '../pipeline/clock.js';
import { BLOCK_MS } from '../pipeline/simulated.js';
import { prosthesisFields } from '../decoder/prosthesis/prosthesis-fields.js';
import { requireAble } from '../protocol/require-able.js';
import type { CalibrationSummary, ServerMessage } from '../protocol/server-messages.js';
import { SUBPROTOCOL, type StreamName } from '../protocol/stream-kind.js';
import { defaultsOf } from '../ground/signal/parse-fields.js';
import { samplesOf } from '../ground/signal/units.js';
import type { TrainingRecording } from '../decoder/training/training-windows.js';
import type { Trained } from './workshop-tasks.js';
import type { SessionHost } from './ports.js';
import { jointInfos, jointsOf, limbOf } from './joints.js';
import { LiveStage } from './live-stage.js';
import type { Audience, ServerInfo, Session, SessionRequest, StatusMessage, StreamFrame } from './session.js';
import { SegmentTape, type PlayedSegment } from './segment-tape.js';
import { streamInfos } from './stream-infos.js';

export interface ReplayOptions extends SessionHost {
  /** Name of the recording, for people. */
  readonly name: string;
  /** What is played, over and over. */
  readonly played: readonly PlayedSegment[];
  /** What the decoder learns from; none where it is given. */
  readonly training: readonly TrainingRecording[];
  /** Decoder trained before. */
  readonly decoder?: Decoder;
  readonly spec: DecoderSpec;
  readonly channelNames: readonly string[];
}

/** What can be asked of a recording: everything else needs a patient. */
const capabilities = ['pause', 'calibrate', 'recordClasses', 'recorder'] as const;
const prosthesis = defaultsOf(prosthesisFields);

/** A recording that is played in real time through the pipeline that a patient would go through. */
export class ReplaySession implements Session {
  private readonly stage: LiveStage;
  private readonly tape: SegmentTape;
  private readonly clock: Clock;
  private summary: CalibrationSummary | null = null;
  private running: Subscription | undefined;
  private paused = false;
  private readonly closing = new AbortController();
  private label: string | undefined;

  constructor(private readonly options: ReplayOptions) {
    this.tape = new SegmentTape(options.played);
    this.clock = options.clock ?? realTime({ scheduler: options.scheduler });
    this.stage = new LiveStage(options, () => ({
      sampleRateHz: this.sampleRateHz,
      channelNames: options.channelNames,
    }));
    void this.begin();
  }

  get messages$(): Observable<ServerMessage> {
    return this.stage.messages$;
  }

  frames(stream: StreamName): Observable<StreamFrame> {
    return this.stage.bus.frames(stream);
  }

  scenario(): null {
    return null;
  }

  status(): StatusMessage {
    return this.stage.status;
  }

  watchedBy(audience: Audience): void {
    this.stage.audience = audience;
  }

  left(): void {
    // Nobody holds anything: a recording cannot be told what to intend.
  }

  info(): ServerInfo {
    const { line, index } = this.stage;
    const { version, channelNames, played, training } = this.options;
    const { sampleRateHz } = this;
    const labels = [...new Set([...played, ...training].map(({ label }) => label))];
    const classes = line?.decoder.classes ?? labels;
    const limb = limbOf(classes);
    const blockLength = samplesOf(BLOCK_MS, sampleRateHz);
    return {
      op: 'serverInfo',
      protocol: SUBPROTOCOL,
      version,
      capabilities,
      scenario: null,
      source: 'recording',
      sampleRateHz,
      channels: channelNames,
      classes,
      movements: movementIds,
      muscles: [],
      joints: jointInfos(line?.prosthesis.dofs ?? jointsOf(classes, prosthesis, limb), prosthesis),
      limb,
      geometry: null,
      streams: streamInfos({ sampleRateHz, channels: channelNames, blockLength, muscles: undefined, line }),
      calibration: this.summary,
      presets: [],
      index,
    };
  }

  greeting(): ServerMessage[] {
    const { stage } = this;
    return [stage.status, stage.recordedClasses, stage.recorder.state, this.intent];
  }

  request(request: SessionRequest): ServerMessage | Promise<ServerMessage> {
    requireAble(request, { capabilities, source: 'recording' });
    switch (request.op) {
      case 'setPaused':
        this.setPaused(request.paused);
        return { op: 'ok', of: request.op };
      case 'calibrate':
        void this.train();
        return { op: 'ok', of: request.op };
      case 'trainRecorded':
        return this.trainRecorded();
      default:
        return this.stage.request(request);
    }
  }

  async close(): Promise<void> {
    this.closing.abort();
    this.running?.unsubscribe();
    await this.stage.close();
  }

  private get sampleRateHz(): number {
    return this.options.played[0].signal.sampleRateHz;
  }

  private get intent(): ServerMessage {
    const movement = this.label === undefined ? undefined : (movementOf(this.label)?.id ?? this.label);
    const moves = movement !== undefined && movement !== 'rest';
    return { op: 'intent', who: 'recording', activations: moves ? [{ movement, strength: 1 }] : [] };
  }

  private async begin(): Promise<void> {
    const { stage, options } = this;
    await stage.reset({ sampleRateHz: this.sampleRateHz, channels: options.channelNames.length });
    if (options.decoder) this.adopt(options.decoder);
    else await this.train();
    if (!this.closing.signal.aborted && stage.status.phase !== 'failed') this.run();
  }

  private async train(): Promise<void> {
    const { stage, options } = this;
    stage.setStatus('calibrating', 'Training on the other trials of the recording', 0);
    try {
      const made = await options.workshop.train(
        {
          spec: options.spec,
          recordings: options.training,
          sampleRateHz: this.sampleRateHz,
          channelNames: options.channelNames,
        },
        this.closing.signal,
      );
      if (this.closing.signal.aborted) return;
      this.adoptTrained(made);
      if (this.running) stage.setStatus(this.paused ? 'paused' : 'running', options.name);
    } catch (error) {
      if (!this.closing.signal.aborted) stage.fail(error);
    }
  }

  private async trainRecorded(): Promise<ServerMessage> {
    const { classes } = this.stage;
    classes.stop();
    const { spec, channelNames, workshop } = this.options;
    const recordings = classes.recordings;
    const made = await workshop.train(
      { spec, recordings, sampleRateHz: this.sampleRateHz, channelNames },
      this.closing.signal,
    );
    this.adoptTrained(made);
    this.stage.say({ ...this.stage.recordedClasses, quality: made.summary.quality });
    return { op: 'ok', of: 'trainRecorded', text: made.warnings.join(' ') };
  }

  private adoptTrained({ decoder, summary }: Trained): void {
    this.summary = summary;
    this.adopt(Decoder.fromJSON(decoder));
    this.stage.say({ op: 'calibration', calibration: summary });
  }

  private adopt(decoder: Decoder): void {
    const { classes } = decoder;
    this.stage.adopt(decoder, jointsOf(classes, prosthesis, limbOf(classes)), prosthesis);
    this.stage.say(this.info());
  }

  private run(): void {
    const { stage, tape, sampleRateHz } = this;
    this.running?.unsubscribe();
    stage.setStatus(this.paused ? 'paused' : 'running', this.options.name);
    if (this.paused) return;
    const length = samplesOf(BLOCK_MS, sampleRateHz);
    this.running = this.clock(sampleRateHz / length)
      .pipe(map(() => tape.next(length)))
      .subscribe({
        next: (block) => {
          try {
            for (const { label, index } of block.labels ?? []) this.prompt(label, index);
            stage.push(block);
          } catch (error) {
            this.running?.unsubscribe();
            stage.fail(error);
          }
        },
        error: (error: unknown) => stage.fail(error),
      });
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
    if (this.stage.line) this.run();
  }
}
