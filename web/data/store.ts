import type { Frame } from '../../src/protocol/frame.js';
import type { ServerMessage } from '../../src/protocol/server-messages.js';
import { streamNames, type StreamName } from '../../src/protocol/stream-kind.js';
import { misfits } from '../../src/protocol/stream-rows.js';
import { commonVocabulary, Vocabulary } from '../../src/ground/movement/vocabulary.js';
import { RingBuffer } from '../../src/ground/signal/ring-buffer.js';
import { ColumnRing } from './column-ring.js';
import type { ConnectionState } from './connection.js';
import { movementName } from './format.js';
import { isRecord } from './is-record.js';
import { valueAt } from './scenario-path.js';
import { TransportDelay } from './transport-delay.js';

type MessageOf<Op extends ServerMessage['op']> = Extract<ServerMessage, { op: Op }>;
export type ServerInfo = MessageOf<'serverInfo'>;
export type StreamEvent = MessageOf<'event'>;
export type Muap = MessageOf<'muap'>;
/** Something that is said over the page; with something that can be done about it, it stays until it is closed. */
export interface Notice {
  readonly kind: 'error' | 'info';
  readonly text: string;
  readonly hint: string;
  readonly action?: { readonly label: string; readonly run: () => void };
  /** Said by the patient or the service, in English. */
  readonly english?: boolean;
}

/** What a panel can be told about. `connection` has a topic of its own; the rest are message ops. */
export type Topic = ServerMessage['op'] | 'connection' | 'notice' | 'history' | 'control';

const SAMPLE_STREAMS: readonly StreamName[] = ['raw', 'filtered', 'clean'];
const RING_SECONDS = 40;
const COLUMNS = 2400;

/** Everything the page knows, written as messages arrive and read whenever something is drawn. */
export class Store {
  connection: ConnectionState = 'connecting';
  info: ServerInfo | undefined;
  /** Movements that the patient knows. */
  vocabulary = commonVocabulary;
  scenario: unknown;
  geometry: ServerInfo['geometry'] = null;
  /** Stages of the patient's journey, where the scenario has one. */
  journey: ServerInfo['journey'];
  status: MessageOf<'status'> | undefined;
  calibration: ServerInfo['calibration'] = null;
  statistics: MessageOf<'statistics'> | undefined;
  intent: MessageOf<'intent'> | undefined;
  recorded: MessageOf<'recordedClasses'> | undefined;
  recorder: MessageOf<'recorder'> | undefined;
  /** What was recorded while this page looked, newest last. */
  recordings: readonly { readonly file: string; readonly url: string }[] = [];
  muap: Muap | undefined;
  /** What each channel hears of each muscle. */
  crosstalk: MessageOf<'crosstalk'> | undefined;
  /** What the prosthesis does something to. */
  world: MessageOf<'world'> | undefined;
  test: MessageOf<'test'> | undefined;
  prompt: MessageOf<'prompt'> | undefined;
  /** Devices that are open, as they were told last. */
  devices: MessageOf<'devices'>['devices'] = [];
  /** Holes in the stream since this page looks: when, and how long. */
  gaps: readonly MessageOf<'gap'>[] = [];
  notice: Notice | undefined;
  /** Cues, artefacts, marks and losses, oldest first. */
  events: StreamEvent[] = [];
  lostFrames = 0;
  /** Grows whenever rows change meaning, so that canvases start afresh. */
  generation = 0;

  readonly samples = new Map<StreamName, RingBuffer>();
  readonly columns = new Map<StreamName, ColumnRing>();
  private readonly delay = new TransportDelay();
  private readonly listeners = new Map<Topic, Set<() => void>>();

  /** Call `listener` whenever a topic changes, until the result is called. */
  on(topics: readonly Topic[], listener: () => void): () => void {
    for (const topic of topics) {
      const set = this.listeners.get(topic) ?? new Set();
      this.listeners.set(topic, set.add(listener));
    }
    return () => topics.forEach((topic) => this.listeners.get(topic)?.delete(listener));
  }

  changed(topic: Topic): void {
    for (const listener of this.listeners.get(topic) ?? []) listener();
  }

  /** Says in the language of the page what the patient says in English. */
  translate: (english: string) => string = (english) => english;

  /** Name of a movement or class for people. */
  readonly nameOf = (id: string): string => this.translate(movementName(id, this.vocabulary));

  /** Rows of a stream as the server named them; undefined where there is no such stream that can be read. */
  rows(stream: StreamName): readonly string[] | undefined {
    return this.info?.streams[stream]?.rows;
  }

  /** Typical milliseconds from the patient to here; NaN before they were measured. */
  get transportMs(): number {
    return this.delay.ms;
  }

  /** Newest sample index known. */
  get index(): number {
    let newest = 0;
    for (const ring of this.samples.values()) newest = Math.max(newest, ring.end);
    return newest || (this.info?.index ?? 0);
  }

  notify(notice: Notice | undefined): void {
    this.notice = notice;
    this.changed('notice');
  }

  setConnection(state: ConnectionState): void {
    this.connection = state;
    // Those of a patient in this browser are gone with it.
    if (state === 'waiting') {
      this.recordings = [];
      this.delay.forget();
    }
    this.changed('connection');
  }

  receiveFrame(frame: Frame): void {
    const info = this.info?.streams[frame.stream];
    if (!info || !this.info || frame.channels === 0) return;
    this.delay.came(frame.sentAt, Date.now());
    if (SAMPLE_STREAMS.includes(frame.stream)) {
      let ring = this.samples.get(frame.stream);
      if (ring?.channels !== frame.channels) {
        ring = new RingBuffer(frame.channels, Math.round(RING_SECONDS * this.info.sampleRateHz));
        this.samples.set(frame.stream, ring);
      }
      ring.push(frame);
      return;
    }
    let ring = this.columns.get(frame.stream);
    if (ring?.rows !== frame.channels) {
      ring = new ColumnRing(frame.channels, frame.stream === 'discharges' ? 20_000 : COLUMNS);
      this.columns.set(frame.stream, ring);
    }
    ring.push(frame, frame.stream === 'discharges' ? 0 : info.samplesPerColumn);
  }

  receiveMessage(message: ServerMessage): void {
    this.apply(message);
    this.changed(message.op);
  }

  private apply(message: ServerMessage): void {
    switch (message.op) {
      case 'serverInfo':
        this.adoptInfo(message);
        break;
      case 'scenario':
        this.scenario = message.scenario;
        this.geometry = message.geometry;
        break;
      case 'stage':
        this.journey = message.journey;
        break;
      case 'status':
        this.status = message;
        break;
      case 'calibration':
        this.calibration = message.calibration;
        break;
      case 'statistics':
        this.statistics = message;
        break;
      case 'intent':
        this.intent = message;
        break;
      case 'event':
        this.events.push(message);
        if (this.events.length > 400) this.events.splice(0, 100);
        break;
      case 'lost':
        this.lostFrames += message.frames;
        break;
      case 'recordedClasses':
        this.recorded = message;
        break;
      case 'recorder':
        this.recorder = message;
        this.keepRecording(message);
        break;
      case 'muap':
        this.muap = message;
        break;
      case 'crosstalk':
        this.crosstalk = message;
        break;
      case 'test':
        this.test = message;
        break;
      case 'prompt':
        this.prompt = message;
        break;
      case 'devices':
        this.devices = message.devices;
        break;
      case 'world':
        this.world = message;
        break;
      case 'gap':
        this.gaps = [...this.gaps.slice(-19), message];
        break;
      case 'error':
        this.notify({ kind: 'error', text: message.message, hint: message.hint, english: true });
        break;
      case 'ok':
      case 'pong':
        break;
    }
  }

  private keepRecording({ file, url }: MessageOf<'recorder'>): void {
    if (file === null || url === null || this.recordings.some((had) => had.url === url)) return;
    this.recordings = [...this.recordings, { file, url }];
  }

  private adoptInfo(info: ServerInfo): void {
    const before = this.info;
    info = this.readable(info);
    this.info = info;
    const { ownMovements } = info;
    this.vocabulary = ownMovements.length > 0 ? new Vocabulary(ownMovements) : commonVocabulary;
    this.scenario = info.scenario;
    this.geometry = info.geometry;
    this.calibration = info.calibration;
    this.journey = info.journey;
    // A restarted server counts from nought: old indices would then lie in the future.
    const restarted = info.index < this.index;
    const afresh = restarted || before?.sampleRateHz !== info.sampleRateHz;
    // The signal goes on as it was where only the decoder is another: its traces stay.
    const changed = streamNames.filter((name) => afresh || !alike(before.streams[name], info.streams[name]));
    for (const name of changed) {
      this.samples.delete(name);
      this.columns.delete(name);
    }
    if (changed.includes('raw')) {
      this.events = [];
      this.gaps = [];
      this.muap = undefined;
      this.crosstalk = undefined;
    }
    if (changed.length > 0) {
      this.test = undefined;
      // What a calibration has come to outlives the decoder that it makes.
      if (restarted || this.prompt?.phase !== 'done') this.prompt = undefined;
    }
    // Of the decoder there was; the next ones come within a second.
    this.statistics = undefined;
    this.generation++;
  }

  /** Without the streams whose rows this page cannot read; says so. */
  private readable(info: ServerInfo): ServerInfo {
    const errors = misfits((stream) => info.streams[stream]?.rows);
    if (errors.size === 0) return info;
    const streams = { ...info.streams };
    for (const [stream, { message, hint }] of errors) {
      delete streams[stream];
      this.notify({ kind: 'error', text: message, hint, english: true });
    }
    return { ...info, streams };
  }
}

const alike = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Name of the scenario in force, or an empty text. */
export function scenarioName(scenario: unknown): string {
  const name = isRecord(scenario) ? valueAt(scenario, ['name']) : undefined;
  return typeof name === 'string' ? name : '';
}
