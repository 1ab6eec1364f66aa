import { createServer, type RequestListener, type Server } from 'node:http';
import { Places } from '../access/places.js';

/** How long a client may take, in milliseconds, and how many connections there may be. */
export interface ServerLimits {
  /** Until the head of a request is whole, from the opening of the connection or the request before. */
  readonly headersMs?: number;
  /** Until a request is whole. */
  readonly requestMs?: number;
  /** Without a byte in either direction, as of a download that nobody reads; WebSockets have their own keep-alive. */
  readonly silenceMs?: number;
  /** Connections of all kinds at a time; another machine gets half at most. */
  readonly maxSockets: number;
  /** Told, at most once a minute, that somebody was turned away. */
  readonly note?: (text: string) => void;
}

/** Notes of connections turned away, in milliseconds. */
const NOTE_EVERY_MS = 60_000;

/** An HTTP server that no client can keep busy for ever, and no address alone. */
export function limitedServer(listener: RequestListener, limits: ServerLimits): Server {
  const { headersMs = 10_000, requestMs = 60_000, silenceMs = 120_000, maxSockets, note } = limits;
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
  let toldAt = -Infinity;
  server.on('connection', (socket) => {
    const place = places.take(socket.remoteAddress);
    if (typeof place !== 'string') return socket.once('close', place);
    socket.destroy();
    if (performance.now() < toldAt + NOTE_EVERY_MS) return;
    toldAt = performance.now();
    note?.(
      place === 'all'
        ? `all ${maxSockets} connections are taken: others are turned away until one is given back`
        : `a machine has its half of ${maxSockets} connections: more of it are turned away`,
    );
  });
  return server;
}
