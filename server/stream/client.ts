import type { WebSocket } from 'ws';
import { answerTo, type DeviceDesk, type Listener } from '../../src/patient/conversation.js';
import type { Session } from '../../src/patient/session.js';
import type { StreamChoice } from '../../src/patient/stream-choice.js';
import type { ServerMessage } from '../../src/protocol/server-messages.js';
import type { Role } from '../../src/protocol/schemas.js';
import type { StreamName } from '../../src/protocol/stream-kind.js';
import type { Log } from '../log.js';
import { epochNow } from '../steady-time.js';
import { Outbox, type OutboxLimits } from './outbox.js';
import { RateLimit } from '../access/rate-limit.js';

/** What carries the frames of streams to those who subscribe. */
export interface Channels {
  subscribe(client: Client, stream: StreamName, choice: StreamChoice): void;
  unsubscribe(client: Client, stream: StreamName): void;
}

const MESSAGES_PER_SECOND = 60;
const MESSAGES_AT_ONCE = 120;
/** Messages above the rate limit at once after which a client is closed; one is forgotten every second. */
const PATIENCE = 2000;
const CLOSE_POLICY = 1008;

/** One connected client: its requests in, its answers and data out. */
export class Client implements Listener {
  readonly streams = new Map<StreamName, StreamChoice>();
  readonly outbox: Outbox;
  /** Keep-alive rounds since anything was heard. */
  silentRounds = 0;
  private readonly rate = new RateLimit(MESSAGES_PER_SECOND, MESSAGES_AT_ONCE);
  private readonly patience = new RateLimit(1, PATIENCE);
  private limitTold = false;
  /** Learners act and step hundreds of times a second: who waits for each answer in a time of their own holds up nobody. */
  private readonly stepped: boolean;
  /** Its messages that are being answered. */
  private answering = 0;

  constructor(
    readonly socket: WebSocket,
    readonly role: Role,
    private readonly session: Session,
    private readonly channels: Channels,
    limits: OutboxLimits,
    private readonly log: Log,
    readonly devices?: DeviceDesk,
  ) {
    this.outbox = new Outbox(socket, limits);
    this.stepped = session.info().session?.clock === 'stepped';
    socket.on('message', (data, isBinary) => {
      this.silentRounds = 0;
      void this.receive(isBinary ? undefined : String(data));
    });
    socket.on('pong', () => (this.silentRounds = 0));
  }

  say(message: ServerMessage): void {
    const { role } = this;
    this.outbox.say(JSON.stringify(message.op === 'serverInfo' ? { ...message, role } : message));
  }

  subscribe(stream: StreamName, choice: StreamChoice): void {
    this.channels.subscribe(this, stream, choice);
  }

  unsubscribe(stream: StreamName): void {
    this.channels.unsubscribe(this, stream);
  }

  drained(): Promise<void> {
    return this.outbox.drained();
  }

  private readonly defect = (err: unknown): void => this.log.error({ err }, 'request failed');

  private async receive(text: string | undefined): Promise<void> {
    const paced = this.stepped && this.answering === 0;
    if (!paced && !this.rate.take(performance.now())) return this.refuse();
    this.limitTold = false;
    this.answering++;
    this.say(await answerTo(text, this.session, this, epochNow, this.defect));
    this.answering--;
  }

  /** Too many messages: told once per burst, and closed when it never ends. */
  private refuse(): void {
    if (!this.patience.take(performance.now())) {
      this.socket.close(CLOSE_POLICY, `more than ${MESSAGES_PER_SECOND} messages per second`);
      return;
    }
    if (this.limitTold) return;
    this.limitTold = true;
    this.say({
      op: 'error',
      code: 'protocol',
      message: `messages: more than ${MESSAGES_PER_SECOND} per second; some were not read`,
      hint: 'Send fewer, such as only the last position of a dial.',
    });
  }
}
