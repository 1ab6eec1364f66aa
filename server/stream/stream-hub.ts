import type { Subscription } from 'rxjs';
import type { WebSocket } from 'ws';
import { encodeFrame } from '../../src/protocol/frame.js';
import type { ServerMessage } from '../../src/protocol/server-messages.js';
import type { Role } from '../../src/protocol/schemas.js';
import type { StreamName } from '../../src/protocol/stream-kind.js';
import type { DeviceRoom } from '../devices/device-room.js';
import { EquippedSession } from '../devices/equipped-session.js';
import { welcome } from '../../src/patient/conversation.js';
import type { Audience, Session, StreamFrame } from '../../src/patient/session.js';
import { chosenFrames, subscribedMessage, type StreamChoice } from '../../src/patient/stream-choice.js';
import { silentLog, type Log, type LogFacts } from '../log.js';
import { SHARED_ID } from '../sessions/session-registry.js';
import { epochNow } from '../steady-time.js';
import { Client, type Channels } from './client.js';
import { noTraffic, summed, trafficOf, type Traffic } from './traffic.js';
import { defaultLimits, type OutboxLimits } from './outbox.js';

export interface HubOptions {
  readonly limits?: OutboxLimits;
  /** The devices that the session can appear as. */
  readonly devices?: DeviceRoom;
  /** Milliseconds between keep-alive pings. */
  readonly pingMs?: number;
  readonly log?: Log;
}

/** How often what waits for slow clients is tried again, in milliseconds. */
const FLUSH_MS = 50;
/** Keep-alive rounds without a sign of life after which a client is dropped. */
const SILENT_ROUNDS = 4;
const CLOSE_GOING_AWAY = 1001;
/** Most bytes of a reason that a WebSocket may carry when it is closed. */
const REASON_BYTES = 123;

/**
 * Connects clients with the session: `serverInfo` first, then what they subscribe to. Each frame is encoded
 * once, whatever the number of clients; each client has its own bounded outbox, so that one that does not
 * read costs the others nothing.
 */
export class StreamHub implements Audience, Channels {
  private readonly connected = new Set<Client>();
  /** By stream and what is chosen of it: each is computed once, whoever wants it. */
  private readonly channels = new Map<string, { clients: Set<Client>; subscription: Subscription }>();
  private readonly messages: Subscription;
  private readonly timers: NodeJS.Timeout[];
  /** Of clients that are gone. */
  private former = noTraffic;
  private readonly log: Log;
  /** Which session it is, in the log. */
  private readonly about: LogFacts;
  private readonly session: Session;

  constructor(
    session: Session,
    private readonly options: HubOptions,
  ) {
    this.session = options.devices ? new EquippedSession(session, options.devices) : session;
    this.log = options.log ?? silentLog;
    this.about = { session: session.info().session?.id ?? SHARED_ID };
    session.watchedBy(this);
    this.messages = this.session.messages$.subscribe((message) => this.broadcast(message));
    this.timers = [
      setInterval(() => this.flushCongested(), FLUSH_MS),
      setInterval(() => this.keepAlive(), options.pingMs ?? 30_000),
    ];
  }

  get clients(): number {
    return this.connected.size;
  }

  get traffic(): Traffic {
    let all = this.former;
    for (const { outbox } of this.connected) all = summed(all, trafficOf(outbox));
    return all;
  }

  get lostBlocks(): number {
    return this.traffic.lost;
  }

  /** Say goodbye to everyone. */
  close(): void {
    for (const timer of this.timers) clearInterval(timer);
    this.messages.unsubscribe();
    this.dismiss('the service stops');
    for (const { subscription } of this.channels.values()) subscription.unsubscribe();
    this.channels.clear();
  }

  /** Send everyone away, with the reason. */
  dismiss(reason: string): void {
    for (const client of this.connected) {
      client.socket.close(CLOSE_GOING_AWAY, fitting(reason));
      setTimeout(() => client.socket.terminate(), 500).unref();
    }
  }

  subscribe(client: Client, stream: StreamName, choice: StreamChoice): void {
    if (!this.connected.has(client)) return;
    const key = keyOf(stream, choice);
    const former = client.streams.get(stream);
    if (former && keyOf(stream, former) === key) return;
    this.unsubscribe(client, stream);
    client.streams.set(stream, choice);
    const channel = this.channels.get(key);
    if (channel) {
      channel.clients.add(client);
      return;
    }
    const clients = new Set([client]);
    const frames$ = chosenFrames(this.session, stream, choice);
    const subscription = frames$.subscribe((frame) => send(stream, frame, clients));
    this.channels.set(key, { clients, subscription });
  }

  unsubscribe(client: Client, stream: StreamName): void {
    const choice = client.streams.get(stream);
    if (!choice) return;
    client.streams.delete(stream);
    const key = keyOf(stream, choice);
    const channel = this.channels.get(key);
    if (!channel?.clients.delete(client) || channel.clients.size > 0) return;
    channel.subscription.unsubscribe();
    this.channels.delete(key);
  }

  /** Take in a client whose socket is open. */
  welcome(socket: WebSocket, role: Role): void {
    const client = new Client(
      socket,
      role,
      this.session,
      this,
      this.options.limits ?? defaultLimits,
      this.log,
      this.options.devices,
    );
    this.connected.add(client);
    socket.on('error', () => undefined); // ws closes the connection itself; 'close' follows.
    socket.on('close', () => this.farewell(client));
    this.log.info({ ...this.about, role, clients: this.clients }, 'client came');
    for (const message of welcome(this.session)) client.say(message);
  }

  private farewell(client: Client): void {
    if (!this.connected.delete(client)) return;
    this.former = summed(this.former, trafficOf(client.outbox));
    this.log.info({ ...this.about, clients: this.clients, lost: client.outbox.lostFrames }, 'client gone');
    client.outbox.close();
    for (const stream of [...client.streams.keys()]) this.unsubscribe(client, stream);
    this.session.left(client);
  }

  private broadcast(message: ServerMessage): void {
    if (message.op === 'serverInfo')
      for (const client of this.connected) {
        // Frames that wait were encoded under the old meaning of their rows.
        client.outbox.discardData();
        client.say(message);
        const subscribed = subscribedMessage(client.streams, message);
        if (subscribed) client.say(subscribed);
      }
    else {
      const text = JSON.stringify(message);
      for (const client of this.connected) client.outbox.say(text);
    }
  }

  private flushCongested(): void {
    for (const client of this.connected) if (client.outbox.congested) client.outbox.flush();
  }

  private keepAlive(): void {
    for (const client of this.connected)
      if (++client.silentRounds > SILENT_ROUNDS) client.socket.terminate();
      else client.socket.ping();
  }
}

function keyOf(stream: StreamName, { channels, every }: StreamChoice): string {
  return JSON.stringify([stream, every, channels ? [...new Set(channels)].sort() : null]);
}

function send(stream: StreamName, frame: StreamFrame, clients: ReadonlySet<Client>): void {
  const bytes = encodeFrame(stream, frame, epochNow());
  for (const client of clients) client.outbox.deliver(bytes, frame.index);
}

/** As much of a reason as a WebSocket can carry. */
function fitting(reason: string): string {
  let text = reason.slice(0, REASON_BYTES);
  while (Buffer.byteLength(text) > REASON_BYTES) text = text.slice(0, -1);
  return text;
}
