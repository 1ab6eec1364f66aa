import { NEVER, Subject, type Observable } from 'rxjs';
import { streamNames, type StreamName } from '../../src/protocol/stream-kind.js';
import type { ServerMessage } from '../../src/protocol/server-messages.js';
import { ConfigError } from '../../src/ground/signal/errors.js';
import type {
  ServerInfo,
  Session,
  SessionRequest,
  StatusMessage,
  StreamFrame,
} from '../../src/patient/session.js';

/** A session that does nothing by itself: tests push frames and messages through it. */
export class FakeSession implements Session {
  readonly messages$ = new Subject<ServerMessage>();
  private readonly streams = new Map(streamNames.map((name) => [name, new Subject<StreamFrame>()]));
  readonly requests: SessionRequest[] = [];

  frames(stream: StreamName): Observable<StreamFrame> {
    return this.streams.get(stream) ?? NEVER;
  }

  /** Whether anybody listens to a stream. */
  watched(stream: StreamName): boolean {
    return this.streams.get(stream)?.observed ?? false;
  }

  info(): ServerInfo {
    return {
      op: 'serverInfo',
      protocol: 'myodesis.v1',
      version: '0.0.0',
      capabilities: [],
      scenario: this.scenario(),
      recordedFormats: [],
      source: 'simulation',
      sampleRateHz: 1000,
      channels: ['a', 'b'],
      classes: ['rest'],
      movements: ['rest'],
      ownMovements: [],
      muscles: [],
      joints: [],
      limb: 'arm',
      geometry: null,
      streams: {},
      calibration: null,
      presets: [],
      index: 0,
    };
  }

  greeting(): ServerMessage[] {
    return [this.status()];
  }

  scenario(): Record<string, unknown> {
    return { name: 'fake' };
  }

  status(): StatusMessage {
    return { op: 'status', phase: 'running', text: 'fake' };
  }

  request(request: SessionRequest): ServerMessage | Promise<ServerMessage> {
    this.requests.push(request);
    if (request.op === 'calibrate') throw new ConfigError('calibrate: no', { hint: 'Do not.' });
    if (request.op === 'setPaused') throw new TypeError('a defect');
    return { op: 'ok', of: request.op };
  }

  left(): void {}

  watchedBy(): void {}

  /** Send `count` frames of 2 × `length` on the raw stream from an index. */
  stream(index: number, length: number, count = 1): void {
    for (let i = 0; i < count; i++)
      this.streams.get('raw')?.next({
        index: index + i * length,
        channels: 2,
        length,
        data: new Float32Array(2 * length).fill(index),
      });
  }

  close(): Promise<void> {
    for (const frames$ of this.streams.values()) frames$.complete();
    return Promise.resolve();
  }
}
