import { createServer, isIPv6, type Server } from 'node:net';
import { ResourceError } from '../../../src/ground/signal/errors.js';
import { systemCode } from '../../../src/ground/signal/system-code.js';
import { TcpClient } from './tcp-client.js';

/** Connections of one port; further ones are hung up on. */
const MAX_CLIENTS = 32;

/** What happens at a port. */
export interface PortEvents {
  /** Somebody has connected. */
  connected?(client: TcpClient): void;
  /** Somebody has said something. */
  said?(client: TcpClient, bytes: Buffer): void;
  left?(client: TcpClient): void;
}

/** A TCP port that a device listens at, and who is connected with it. */
export class TcpPort {
  readonly clients = new Set<TcpClient>();
  /** Packets sent and dropped on connections that are gone. */
  private readonly gone = { sent: 0, dropped: 0 };

  private constructor(
    private readonly server: Server,
    private readonly role: string,
    events: PortEvents,
  ) {
    server.maxConnections = MAX_CLIENTS;
    server.on('error', () => undefined); // one connection that cannot be taken; the port stays open
    server.on('connection', (socket) => {
      const client = new TcpClient(socket, role);
      this.clients.add(client);
      socket.on('data', (bytes) => {
        if (Buffer.isBuffer(bytes)) events.said?.(client, bytes);
      });
      socket.on('close', () => {
        this.clients.delete(client);
        this.gone.sent += client.sent;
        this.gone.dropped += client.dropped;
        events.left?.(client);
      });
      events.connected?.(client);
    });
  }

  /**
   * @param port 0 lets the system choose
   * @param role what the port is for, for people
   * @throws ResourceError where it cannot be had
   */
  static async open(address: string, port: number, role: string, events: PortEvents = {}): Promise<TcpPort> {
    const server = createServer();
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, address, () => {
          server.off('error', reject);
          resolve();
        });
      });
    } catch (error) {
      throw portError(error, address, port);
    }
    return new TcpPort(server, role, events);
  }

  /** Where it is, such as `tcp 127.0.0.1:50043 EMG`. */
  get address(): string {
    const bound = this.server.address();
    if (typeof bound !== 'object' || !bound) return 'tcp';
    const host = isIPv6(bound.address) ? `[${bound.address}]` : bound.address;
    return `tcp ${host}:${bound.port} ${this.role}`;
  }

  get sent(): number {
    return [...this.clients].reduce((sum, { sent }) => sum + sent, this.gone.sent);
  }

  get dropped(): number {
    return [...this.clients].reduce((sum, { dropped }) => sum + dropped, this.gone.dropped);
  }

  send(packet: Uint8Array): void {
    for (const client of this.clients) client.send(packet);
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.server.close(() => resolve());
      for (const { socket } of this.clients) socket.destroy();
    });
  }
}

/** Why a port cannot be had, with what to do about it. */
export function portError(error: unknown, address: string, port: number): ResourceError {
  const hints: Readonly<Record<string, string>> = {
    EADDRINUSE:
      'Close the program that has it (the real device’s, perhaps), or give the device another port.',
    EADDRNOTAVAIL: 'Start with --device-host and an address of this machine.',
    EACCES: 'Give the device a port above 1023.',
  };
  const hint = hints[systemCode(error) ?? ''];
  return ResourceError.from(error, `port ${port} of ${address}`, hint === undefined ? {} : { hint });
}
