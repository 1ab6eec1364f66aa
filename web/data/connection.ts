import { MyodesisError } from '../../src/ground/signal/errors.js';
import { decodeFrame, type Frame } from '../../src/protocol/frame.js';
import type { Request } from '../../src/protocol/requests.js';
import type { ServerMessage } from '../../src/protocol/server-messages.js';
import type { StreamName } from '../../src/protocol/stream-kind.js';
import { backOffMs } from './back-off.js';
import type { Transport } from './transport.js';

/** `waiting` = lost, will try again by itself. */
export type ConnectionState = 'connecting' | 'open' | 'waiting';

export interface ConnectionHandlers {
  message(message: ServerMessage): void;
  frame(frame: Frame): void;
  state(state: ConnectionState): void;
  /** The way was lost for a reason that people can understand. Told once while it stays the same. */
  sentAway(reason: string): void;
  /** Something came that breaks the protocol; it is left out. Told once for every connection. */
  misunderstood(error: MyodesisError): void;
}

type Parse = (text: string) => ServerMessage;

/** The schemas of what the server says are not needed to draw the page: they are loaded while it connects. */
const loadParser = async (): Promise<Parse> =>
  (await import('../../src/protocol/server-messages.js')).parseServerMessage;

/** The page's way to its patient: reconnects by itself and keeps the wanted streams subscribed. */
export class Connection {
  state: ConnectionState = 'connecting';
  /** When the next attempt is due, milliseconds since the epoch. */
  retryAt = 0;
  private attempt = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private wanted = new Set<StreamName>();
  private subscribed = new Set<StreamName>();
  private ready = false;
  private told = false;
  private openings = 0;
  /** Why the way was lost before, told once however often it is tried. */
  private lastReason: string | undefined;
  private parse: Parse | undefined;
  /** What came before the parser, in order; frames only come once they are asked for. */
  private early: (string | ArrayBuffer)[] = [];

  constructor(
    private readonly transport: Transport,
    private readonly handlers: ConnectionHandlers,
    private readonly load: () => Promise<Parse> = loadParser,
  ) {
    transport.onmessage = (data) => this.receive(data);
    transport.onclose = (reason) => this.lose(reason);
  }

  open(): void {
    clearTimeout(this.timer);
    this.set('connecting');
    this.told = false;
    this.transport.open();
    if (!this.parse) void this.prepare(++this.openings);
  }

  /** Leave the patient for good. */
  close(): void {
    clearTimeout(this.timer);
    this.ready = false;
    this.openings++;
    this.early = [];
    this.transport.close();
  }

  /** Try again now rather than when the back-off ends. */
  retryNow(): void {
    if (this.state === 'waiting') this.open();
  }

  /** Send a request; false when there is no connection (nothing is queued: it would be stale). */
  send(request: Request): boolean {
    return this.ready && this.transport.send(JSON.stringify(request));
  }

  /** Make the server send exactly these streams. */
  want(streams: Iterable<StreamName>): void {
    this.wanted = new Set(streams);
    this.synchronise();
  }

  private async prepare(opening: number): Promise<void> {
    try {
      this.parse = await this.load();
    } catch {
      // The host that serves the page is gone: as good as no connection. A later opening tries anew.
      if (opening !== this.openings || this.state === 'waiting') return;
      this.transport.close();
      this.lose();
      return;
    }
    const early = this.early;
    this.early = [];
    for (const data of early) this.receive(data);
  }

  private receive(data: string | ArrayBuffer): void {
    if (!this.parse) {
      this.early.push(data);
      return;
    }
    let said: ServerMessage | Frame;
    try {
      said = typeof data === 'string' ? this.parse(data) : decodeFrame(data);
    } catch (error) {
      if (!(error instanceof MyodesisError)) throw error;
      if (!this.told) this.handlers.misunderstood(error);
      this.told = true;
      return;
    }
    if ('op' in said) this.hear(said);
    else this.handlers.frame(said);
  }

  private hear(message: ServerMessage): void {
    const first = message.op === 'serverInfo' && !this.ready;
    if (first) {
      this.ready = true;
      this.attempt = 0;
      this.lastReason = undefined;
    }
    this.handlers.message(message);
    if (first) {
      this.set('open');
      this.synchronise();
    }
  }

  private synchronise(): void {
    if (!this.ready) return;
    const on = [...this.wanted].filter((stream) => !this.subscribed.has(stream));
    const off = [...this.subscribed].filter((stream) => !this.wanted.has(stream));
    if (on.length > 0) this.send({ op: 'subscribe', streams: on });
    if (off.length > 0) this.send({ op: 'unsubscribe', streams: off });
    this.subscribed = new Set(this.wanted);
  }

  private lose(reason?: string): void {
    if (reason !== undefined && reason !== this.lastReason) this.handlers.sentAway(reason);
    this.lastReason = reason;
    this.ready = false;
    this.early = [];
    this.subscribed.clear();
    const delay = backOffMs(this.attempt++, Math.random());
    this.retryAt = Date.now() + delay;
    this.timer = setTimeout(() => this.open(), delay);
    this.set('waiting');
  }

  private set(state: ConnectionState): void {
    this.state = state;
    this.handlers.state(state);
  }
}
