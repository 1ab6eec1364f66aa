import type { WebSocket } from 'ws';
import { parseRequest, requestIdOf, type Request } from '../../src/protocol/requests.js';
import type { ServerMessage } from '../../src/protocol/server-messages.js';
import type { StreamName } from '../../src/protocol/stream-kind.js';
import { ProtocolError } from '../../src/ground/signal/errors.js';
import { tellable } from '../../src/ground/signal/tellable.js';
import { Outbox, type OutboxLimits } from './outbox.js';
import { RateLimit } from './rate-limit.js';

/** What a client's requests are answered with; thrown errors become `error` messages. */
export type Answerer = (request: Request) => ServerMessage | Promise<ServerMessage>;

const MESSAGES_PER_SECOND = 60;
const MESSAGES_AT_ONCE = 120;
/** Messages above the rate limit after which a client is closed. */
const PATIENCE = 2000;
const CLOSE_POLICY = 1008;

/** One connected client: its requests in, its answers and data out. */
export class Client {
  readonly streams = new Set<StreamName>();
  readonly outbox: Outbox;
  /** Keep-alive rounds since anything was heard. */
  silentRounds = 0;
  private readonly rate = new RateLimit(MESSAGES_PER_SECOND, MESSAGES_AT_ONCE);
  private refused = 0;
  private limitTold = false;

  constructor(
    readonly socket: WebSocket,
    private readonly answer: Answerer,
    limits: OutboxLimits,
  ) {
    this.outbox = new Outbox(socket, limits);
    socket.on('message', (data, isBinary) => {
      this.silentRounds = 0;
      void this.receive(isBinary ? undefined : String(data));
    });
    socket.on('pong', () => (this.silentRounds = 0));
  }

  say(message: ServerMessage): void {
    this.outbox.say(JSON.stringify(message));
  }

  private async receive(text: string | undefined): Promise<void> {
    if (!this.rate.take(performance.now())) return this.refuse();
    this.limitTold = false;
    let id: string | number | undefined;
    try {
      if (text === undefined)
        throw new ProtocolError('message: got binary data, expected text', {
          hint: 'Send one JSON object as text, such as {"op":"ping"}.',
        });
      id = requestIdOf(text);
      const request = parseRequest(text);
      const message = await this.answer(request);
      this.say(id === undefined ? message : Object.assign({}, message, { id }));
    } catch (error) {
      const told = tellable(error).toJSON();
      if (told.code === 'internal') console.error(error);
      this.say({ op: 'error', ...told, ...(id !== undefined && { id }) });
    }
  }

  /** Too many messages: told once per burst, and closed when it never ends. */
  private refuse(): void {
    if (++this.refused > PATIENCE) {
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
