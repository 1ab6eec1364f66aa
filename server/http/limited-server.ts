import { createServer, type RequestListener, type Server } from 'node:http';
import { addressKey } from '../access/address-key.js';
import { Places } from '../access/places.js';

/** How long a client may take, in milliseconds, and how many connections there may be. */
export interface ServerLimits {
  /** Until the head of a request is whole, from the opening of the connection or the request before. */
  readonly headersMs?: number;
  /** Until a request is whole. */
  readonly requestMs?: number;
  /** Without a byte in either direction, as of a download that nobody reads; WebSockets have their own keep-alive. */
  readonly silenceMs?: number;
  /** Connections of all kinds at a time; one address gets half. */
  readonly maxSockets: number;
}

/** An HTTP server that no client can keep busy for ever, and no address alone. */
export function limitedServer(listener: RequestListener, limits: ServerLimits): Server {
  const { headersMs = 10_000, requestMs = 60_000, silenceMs = 120_000, maxSockets } = limits;
  const server = createServer(
    {
      headersTimeout: headersMs,
      requestTimeout: requestMs,
      connectionsCheckingInterval: Math.min(1000, headersMs),
      maxHeaderSize: 16 * 1024,
    },
    listener,
  );
  server.setTimeout(silenceMs);
  const places = new Places(maxSockets);
  server.on('connection', (socket) => {
    const place = places.take(addressKey(socket.remoteAddress));
    if (typeof place === 'string') socket.destroy();
    else socket.once('close', place);
  });
  return server;
}
