import { createServer, type IncomingMessage, type Server } from 'node:http';
import { isIPv6 } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';
import { text } from '../../../src/ground/signal/field.js';
import type { DeviceClient } from '../../../src/protocol/server-messages.js';
import { refusal } from '../../trusted-origin.js';
import { isLoopback } from '../../loopback.js';
import { portError } from './tcp-port.js';

/** Connections of one port; further ones are refused. */
const MAX_CLIENTS = 32;
/** Bytes that may wait for a client that reads slowly; beyond it whole messages are dropped. */
const MAX_WAITING = 256 * 1024;
/** How long somebody who connects may take to say what they want, in milliseconds. */
const HEADERS_MS = 10_000;
/** The longest thing that a client has to say. */
const MAX_MESSAGE = 16 * 1024;

/** Dial: which web pages may connect. */
export const originsField = text({
  default: '',
  maxLength: 500,
  explain:
    'Origins of further web pages that may connect, apart by commas, such as https://game.example; pages of this machine and programs always may.',
});

export interface WebSocketPortOptions {
  readonly address: string;
  /** 0 lets the system choose. */
  readonly port: number;
  readonly path: string;
  /** Value of {@link originsField}. */
  readonly origins: string;
  connected(client: WebSocketClient): void;
  said?(client: WebSocketClient, text: string): void;
}

/** One program that is connected by WebSocket. */
export class WebSocketClient {
  sent = 0;
  dropped = 0;

  constructor(
    readonly socket: WebSocket,
    private readonly address: string,
  ) {}

  send(message: unknown): void {
    if (this.socket.readyState !== this.socket.OPEN || this.socket.bufferedAmount > MAX_WAITING) {
      this.dropped++;
      return;
    }
    this.socket.send(JSON.stringify(message));
    this.sent++;
  }

  get state(): DeviceClient {
    return { address: this.address, sent: this.sent, dropped: this.dropped };
  }
}

/** A WebSocket that a device listens at. Foreign web pages are kept out: browsers say where a page is from. */
export class WebSocketPort {
  readonly clients = new Set<WebSocketClient>();
  private readonly gone = { sent: 0, dropped: 0 };

  private constructor(
    private readonly http: Server,
    private readonly server: WebSocketServer,
    private readonly options: WebSocketPortOptions,
  ) {
    server.on('error', () => undefined); // one connection that cannot be taken; the port stays open
    server.on('connection', (socket: WebSocket, request: IncomingMessage) => {
      const { remoteAddress, remotePort } = request.socket;
      const client = new WebSocketClient(socket, `${remoteAddress ?? '?'}:${remotePort ?? '?'}`);
      this.clients.add(client);
      socket.on('error', () => undefined); // ws closes the connection itself; 'close' follows
      socket.on('close', () => {
        this.clients.delete(client);
        this.gone.sent += client.sent;
        this.gone.dropped += client.dropped;
      });
      socket.on('message', (data, isBinary) => {
        if (!isBinary) options.said?.(client, String(data));
      });
      options.connected(client);
    });
  }

  /** @throws ResourceError where the port cannot be had */
  static async open(options: WebSocketPortOptions): Promise<WebSocketPort> {
    const { address, port, path } = options;
    const http = createServer((_request, response) => {
      response.writeHead(426, { 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' });
      response.end(`Nothing to read here: connect by WebSocket with ${path}.\n`);
    });
    http.maxConnections = 2 * MAX_CLIENTS;
    http.headersTimeout = HEADERS_MS;
    http.requestTimeout = HEADERS_MS;
    const server: WebSocketServer = new WebSocketServer({
      server: http,
      path,
      maxPayload: MAX_MESSAGE,
      perMessageDeflate: false,
      verifyClient: ({ req }: { req: IncomingMessage }) =>
        server.clients.size < MAX_CLIENTS && mayConnect(req, options),
    });
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        http.listen(port, address, resolve);
      });
    } catch (error) {
      throw portError(error, address, port);
    }
    return new WebSocketPort(http, server, options);
  }

  /** Where it is, such as `ws://127.0.0.1:10138/myo/3`. */
  get address(): string {
    const bound = this.http.address();
    if (typeof bound !== 'object' || !bound) return 'ws';
    return `ws://${isIPv6(bound.address) ? `[${bound.address}]` : bound.address}:${bound.port}${this.options.path}`;
  }

  send(message: unknown): void {
    for (const client of this.clients) client.send(message);
  }

  /** Who is connected, as the report of a device has it. */
  get report() {
    const clients = [...this.clients];
    return {
      addresses: [this.address],
      clients: clients.map(({ state }) => state),
      sent: clients.reduce((sum, { sent }) => sum + sent, this.gone.sent),
      dropped: clients.reduce((sum, { dropped }) => sum + dropped, this.gone.dropped),
    };
  }

  close(): Promise<void> {
    for (const { socket } of this.clients) socket.terminate();
    this.server.close();
    const closed = new Promise<void>((resolve) => this.http.close(() => resolve()));
    this.http.closeAllConnections();
    return closed;
  }
}

function mayConnect({ headers }: IncomingMessage, { address, origins }: WebSocketPortOptions): boolean {
  if (refusal(headers, { host: address }, { checkOrigin: false })) return false;
  const { origin } = headers;
  if (origin === undefined) return true;
  const others = origins.split(',').map((one) => one.trim().replace(/\/$/, ''));
  return others.includes(origin) || isOfThisMachine(origin);
}

function isOfThisMachine(origin: string): boolean {
  if (!URL.canParse(origin)) return false;
  const { protocol, hostname } = new URL(origin);
  return /^https?:$/.test(protocol) && isLoopback(hostname.replace(/^\[|\]$/g, ''));
}
