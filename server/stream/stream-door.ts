import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { negotiated, subprotocols } from '../../src/protocol/stream-kind.js';
import type { Access } from '../access/access.js';
import { tokenInAddress, tokenOf } from '../access/credentials.js';
import { Places } from '../access/places.js';
import { refuseUpgrade } from '../refuse-upgrade.js';
import { refusal, type TrustOptions } from '../trusted-origin.js';
import type { Hubs } from './hubs.js';

export const STREAM_PATH = '/stream';

export interface DoorOptions {
  readonly trust: TrustOptions;
  readonly access: Access;
  /** Most clients at a time; another machine gets half of them at most. */
  readonly maxClients: number;
  /** Told of everyone who is refused, with the status of HTTP that says why. */
  readonly refused: (status: number, why: string) => void;
}

/** Largest message a client may send; a whole scenario is about 20 kB. */
const MAX_MESSAGE_BYTES = 256 * 1024;

/** Who may come in by WebSocket: checks the upgrade requests of an HTTP server and hands over those that may. */
export class StreamDoor {
  private readonly sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_MESSAGE_BYTES,
    perMessageDeflate: false,
    handleProtocols: (offered) => negotiated(offered) ?? false,
  });

  private readonly places: Places;

  constructor(
    private readonly hubs: Hubs,
    private readonly options: DoorOptions,
  ) {
    this.places = new Places(options.maxClients);
  }

  /** Take over the upgrade requests of an HTTP server. */
  attach(server: Server): void {
    server.on('upgrade', (request, socket, head) => this.upgrade(request, socket, head));
  }

  close(): void {
    this.sockets.close();
  }

  private upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    const refuse = (status: number, text: string): void => {
      this.options.refused(status, text);
      refuseUpgrade(socket, status, text);
    };
    const { headers, url = '' } = request;
    if (headers.upgrade?.toLowerCase() !== 'websocket')
      return refuse(400, 'Only a WebSocket can be upgraded to. Ask by HTTP/1.1 without the header Upgrade.');
    const [path, query] = url.split('?');
    if (path !== STREAM_PATH) return refuse(404, `No stream at ${path}. Connect to ${STREAM_PATH}.`);
    const refused = refusal(headers, this.options.trust, { checkOrigin: true });
    if (refused) return refuse(403, `${refused.message}. ${refused.hint}`);
    // Pages cannot set headers of a WebSocket: a token may come in its address too.
    const role = this.options.access.roleOf(tokenInAddress(url) ?? tokenOf(request));
    if (role === undefined)
      return refuse(
        401,
        'This service lets in who has a token: send "Authorization: Bearer TOKEN" or ?token=TOKEN.',
      );
    const offered = (headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim());
    if (negotiated(offered) === undefined)
      return refuse(
        400,
        `This service speaks ${subprotocols.join(', ')}: offer it as WebSocket subprotocol.`,
      );
    const hub = this.hubs.hubOf(new URLSearchParams(query).get('session') ?? undefined);
    if (!hub) return refuse(404, 'There is no such session, or not any more. Name none for the shared one.');
    const place = this.places.take(request.socket.remoteAddress);
    if (place === 'all') return refuse(503, 'Too many clients. Close one of them.');
    if (place === 'address') return refuse(429, 'Too many clients from this address. Close one of them.');
    socket.once('close', place);
    this.sockets.handleUpgrade(request, socket, head, (webSocket) => hub.welcome(webSocket, role));
  }
}
