import { createApplication } from './http/application.js';
import { limitedServer, type ServerLimits } from './http/limited-server.js';
import type { TrustOptions } from './trusted-origin.js';
import { ConfigError, InputOutputError } from '../src/ground/signal/errors.js';
import { systemCode } from '../src/ground/signal/system-code.js';
import { Access } from './access/access.js';
import { linksOf, type Links } from './access/links.js';
import { listening } from './listening.js';
import { silentLog, type Log } from './log.js';
import { logSessions } from './logs/session-log.js';
import { ServiceMetrics } from './metrics/service-metrics.js';
import { UnderWay } from './http/under-way.js';
import { isLoopback } from './loopback.js';
import { packageVersion } from './package-info.js';
import type { Session } from '../src/patient/session.js';
import type { DeviceRoom } from './devices/device-room.js';
import type { SessionRegistry } from './sessions/session-registry.js';
import { Hubs } from './stream/hubs.js';
import type { OutboxLimits } from './stream/outbox.js';
import { mostConnections } from './access/open-files.js';
import { MOST_CLIENTS } from './access/places.js';
import { StreamDoor } from './stream/stream-door.js';

export interface ServiceOptions {
  readonly sessions: SessionRegistry;
  /** Address to listen on; loopback unless the user says otherwise. */
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** Who may come in; everybody by default, where only this machine reaches the service. */
  readonly access?: Access;
  readonly allowedHosts?: readonly string[];
  readonly allowedOrigins?: readonly string[];
  readonly pageFolder: string;
  readonly playgroundFolder?: string;
  readonly exampleFolder?: string;
  readonly recordingsFolder: string;
  readonly limits?: OutboxLimits;
  /** Most WebSocket clients at a time. */
  readonly maxClients?: number;
  readonly pingMs?: number;
  /** Makes the devices that a session can appear as; closed with it. */
  readonly devices?: (session: Session) => DeviceRoom;
  /** How long clients may take to ask. */
  readonly times?: Omit<ServerLimits, 'maxSockets' | 'note'>;
  /** Told what whoever runs the service should know. */
  readonly note?: (text: string) => void;
  /** Told what happens; nobody is by default. */
  readonly log?: Log;
}

/** How long requests that came before may take to be answered when the service stops, in milliseconds. */
const DRAIN_MS = 3000;

/** A running service. */
export interface Service {
  /** Where a browser finds it, such as `http://127.0.0.1:8080`. */
  readonly address: string;
  readonly port: number;
  /** Where others find it, and what lets them in. */
  readonly links: Links;
  readonly hubs: Hubs;
  /** Stop listening, say goodbye to clients, end the sessions. */
  close(): Promise<void>;
}

/**
 * Serve sessions: the page and REST over HTTP, the stream over WebSocket.
 * @throws InputOutputError where the port cannot be had; ConfigError where other machines could come in without a token
 */
export async function startService(options: ServiceOptions): Promise<Service> {
  const { sessions, host, access = new Access(), log = silentLog } = options;
  if (!access.tokens && !isLoopback(host))
    throw new ConfigError(`host ${host}: other machines reach it, and no token keeps anybody out`, {
      field: 'host',
      hint: 'Use 127.0.0.1, or give tokens.',
    });
  const trust: TrustOptions = {
    host,
    ...(options.allowedHosts && { allowedHosts: options.allowedHosts }),
    ...(options.allowedOrigins && { allowedOrigins: options.allowedOrigins }),
  };
  const hubs = new Hubs(sessions, options);
  const { maxClients = MOST_CLIENTS } = options;
  // A page has a WebSocket, and while it loads a few connections more.
  const wanted = 4 * maxClients + 64;
  const maxSockets = mostConnections(wanted);
  if (maxSockets < wanted)
    options.note?.(
      `so few files may be open that ${maxSockets} connections at a time are let in, not ${wanted}; allow more by ulimit -n`,
    );
  const metrics = new ServiceMetrics(sessions, hubs);
  const followed = logSessions(sessions, log);
  const door = new StreamDoor(hubs, {
    trust,
    access,
    maxClients,
    refused(status, reason) {
      metrics.refuse('stream', status);
      log.info({ status, reason }, 'client refused');
    },
  });
  let stopping = false;
  let { port } = options;
  const server = limitedServer(
    createApplication({
      ...options,
      audience: hubs,
      trust,
      access,
      links: () => linksOf(host, port, access),
      devicesOf: (id) => hubs.roomOf(id),
      stopping: () => stopping,
      version: packageVersion(),
      metrics,
      log,
    }),
    { ...options.times, maxSockets, ...(options.note && { note: options.note }) },
  );
  const underWay = new UnderWay(server);
  door.attach(server);
  try {
    await listening(server, options.port, host, (error) => portError(error, options.port, host));
  } catch (error) {
    followed.unsubscribe();
    await hubs.close();
    throw error;
  }
  const bound = server.address();
  if (typeof bound === 'object' && bound) port = bound.port;
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  log.info({ address, version: packageVersion(), tokens: access.tokens !== undefined }, 'service started');
  return {
    address,
    port,
    links: linksOf(host, port, access),
    hubs,
    async close() {
      stopping = true;
      log.info({}, 'service stops');
      const devicesClosed = hubs.close();
      door.close();
      // Until it is done the server listens on: who asks is told that it stops, not left to guess from a lost connection.
      await underWay.done(DRAIN_MS);
      await devicesClosed;
      await sessions.close();
      followed.unsubscribe();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      setTimeout(() => server.closeAllConnections(), 1000).unref();
      await closed;
      log.info({}, 'service stopped');
    },
  };
}

function portError(error: Error, port: number, host: string): InputOutputError {
  switch (systemCode(error)) {
    case 'EADDRINUSE':
      return new InputOutputError(`port ${port} is taken by another program`, {
        hint: `Stop that program, or choose another port, such as --port ${port + 1}.`,
        cause: error,
      });
    case 'EACCES':
      return new InputOutputError(`port ${port} may not be used without special rights`, {
        hint: 'Choose a port above 1023, such as --port 8080.',
        cause: error,
      });
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new InputOutputError(`host ${host} is no address of this machine`, {
        hint: 'Use --host 127.0.0.1, or 0.0.0.0 for all its addresses.',
        cause: error,
      });
    default:
      return InputOutputError.from(error, `port ${port}`);
  }
}
