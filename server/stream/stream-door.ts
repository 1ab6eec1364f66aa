import { STATUS_CODES, type IncomingMessage, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { SUBPROTOCOL } from '../../src/protocol/stream-kind.js';
import { refusal, type TrustOptions } from '../trusted-origin.js';
import type { StreamHub } from './stream-hub.js';

export const STREAM_PATH = '/stream';

export interface DoorOptions {
  readonly trust: TrustOptions;
  /** Most clients at a time. */
  readonly maxClients?: number;
}

/** Largest message a client may send; a whole scenario is about 20 kB. */
const MAX_MESSAGE_BYTES = 256 * 1024;

/** Who may come in by WebSocket: checks the upgrade requests of an HTTP server and hands over those that may. */
export class StreamDoor {
  private readonly sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_MESSAGE_BYTES,
    perMessageDeflate: false,
    handleProtocols: () => SUBPROTOCOL,
  });

  constructor(
    private readonly hub: StreamHub,
    private readonly options: DoorOptions,
  ) {}

  /** Take over the upgrade requests of an HTTP server. */
  attach(server: Server): void {
    server.on('upgrade', (request, socket, head) => this.upgrade(request, socket, head));
  }

  close(): void {
    this.sockets.close();
  }

  private upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    const path = (request.url ?? '').split('?')[0];
    if (path !== STREAM_PATH) return reject(socket, 404, `No stream at ${path}. Connect to ${STREAM_PATH}.`);
    const refused = refusal(request.headers, this.options.trust, { checkOrigin: true });
    if (refused) return reject(socket, 403, `${refused.message}. ${refused.hint}`);
    const offered = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim());
    if (!offered.includes(SUBPROTOCOL))
      return reject(socket, 400, `Offer the WebSocket subprotocol ${SUBPROTOCOL}.`);
    if (this.hub.clients >= (this.options.maxClients ?? 256))
      return reject(socket, 503, 'Too many clients. Close one of them.');
    this.sockets.handleUpgrade(request, socket, head, (webSocket) => this.hub.welcome(webSocket));
  }
}

function reject(socket: Duplex, status: number, text: string): void {
  const body = `${text}\n`;
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nConnection: close\r\n` +
      `Content-Type: text/plain; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}
