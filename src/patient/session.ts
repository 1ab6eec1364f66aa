import type { Observable } from 'rxjs';
import type { Request } from '../protocol/requests.js';
import type { ServerMessage } from '../protocol/server-messages.js';
import type { StreamName } from '../protocol/stream-kind.js';

/** A matrix of one stream, before it is encoded: rows × columns at an absolute sample index. */
export interface StreamFrame {
  readonly index: number;
  readonly channels: number;
  readonly length: number;
  /** Row-major. Whoever subscribes must not write to it. */
  readonly data: Float32Array;
}

/** The message that says how to read everything else. */
export type ServerInfo = Extract<ServerMessage, { op: 'serverInfo' }>;
/** The message that says what the session is about. */
export type StatusMessage = Extract<ServerMessage, { op: 'status' }>;

/** What the host of a session does for it: appear as devices. */
export type DeviceRequest = Extract<Request, { op: 'openDevice' | 'setDevice' | 'closeDevice' }>;

/** What the hub answers by itself; everything else goes to the session. */
export type SessionRequest = Exclude<Request, { op: 'subscribe' | 'unsubscribe' | 'ping' } | DeviceRequest>;

/** What a session can say about the hub it serves. */
export interface Audience {
  readonly clients: number;
  readonly lostBlocks: number;
}

/**
 * Something that runs and can be watched: a simulated patient, a recording that is replayed, a real person. Everyone who
 * connects watches the same one.
 */
export interface Session {
  /** What everyone is told: serverInfo when the meaning of streams changes, status, intent, events … */
  readonly messages$: Observable<ServerMessage>;
  /** Frames of one stream, hot. What nobody subscribes to is not computed where that saves work. */
  frames(stream: StreamName): Observable<StreamFrame>;
  /** The first message to a client. */
  info(): ServerInfo;
  /** What else a newcomer must know, in order: status, calibration, intent … */
  greeting(): readonly ServerMessage[];
  /** The scenario in force, or null where nobody is simulated. */
  scenario(): unknown;
  /** What the session is about. */
  status(): StatusMessage;
  /**
   * Do what a client asks; the answer goes to that client alone.
   * @param from who asks, as an identity
   * @throws MyodesisError that the client is told
   */
  request(request: SessionRequest, from?: object): ServerMessage | Promise<ServerMessage>;
  /** A client has gone: what it alone held, such as the intent, is given back. */
  left(from: object): void;
  /** Who is watching, for the statistics. */
  watchedBy(audience: Audience): void;
  /** End it; recordings are finished first. */
  close(): Promise<void>;
}
