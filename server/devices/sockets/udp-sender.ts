import { createSocket, type Socket } from 'node:dgram';
import { isIPv6 } from 'node:net';
import { isLoopback } from '../../loopback.js';
import { isMulticast } from './destination.js';
import { ResourceError } from '../../../src/ground/signal/errors.js';

/** Datagrams that may wait in the socket; beyond it new ones are dropped. */
const MAX_WAITING = 256;

/** Sends datagrams to one address and counts them. What cannot be sent is dropped and counted: nobody waits. */
export class UdpSender {
  sent = 0;
  dropped = 0;
  /** Datagrams handed to the socket that have not gone out. */
  private waiting = 0;
  private emptied: (() => void) | undefined;
  /** In words; nothing where the last datagram went out. */
  private failure: string | undefined;

  private constructor(
    private readonly socket: Socket,
    readonly address: string,
    readonly port: number,
  ) {
    // What is refused or cannot be reached is told by the count; the socket lives on.
    socket.on('error', (error) => this.fail(error));
  }

  /**
   * @param own address of this machine that devices use: a multicast group is reached by it, and never left by
   *   loopback
   * @throws ResourceError where the address cannot be used
   */
  static async open(address: string, port: number, own: string): Promise<UdpSender> {
    const socket = createSocket(isIPv6(address) ? 'udp6' : 'udp4');
    try {
      await new Promise<void>((resolve, reject) => {
        socket.once('error', reject);
        socket.bind(0, isLoopback(address) || isMulticast(address) ? own : undefined, () => {
          socket.off('error', reject);
          resolve();
        });
      });
      if (isMulticast(address)) {
        socket.setMulticastInterface(own);
        socket.setMulticastLoopback(true);
        socket.setMulticastTTL(isLoopback(own) ? 0 : 1);
      }
      return new UdpSender(socket, address, port);
    } catch (error) {
      socket.close();
      throw ResourceError.from(error, `udp to ${address} from ${own}`);
    }
  }

  send(bytes: Uint8Array | string): void {
    if (this.waiting >= MAX_WAITING) {
      this.dropped++;
      return;
    }
    this.waiting++;
    this.socket.send(bytes, this.port, this.address, (error) => {
      this.waiting--;
      if (this.waiting === 0) this.emptied?.();
      if (error) this.fail(error);
      else this.failure = undefined;
    });
    this.sent++;
  }

  /** What it does, as the report of a device has it. */
  get report() {
    const { address, port, sent, dropped } = this;
    const shown = `${isIPv6(address) ? `[${address}]` : address}:${port}`;
    return {
      addresses: [`udp to ${shown}`],
      clients: [{ address: shown, sent, dropped }],
      sent,
      dropped,
    };
  }

  /** The last failure, for people. */
  get notes(): string[] {
    return this.failure === undefined ? [] : [this.failure];
  }

  /** What is on its way still goes out. */
  async close(): Promise<void> {
    if (this.waiting > 0) await new Promise<void>((resolve) => (this.emptied = resolve));
    await new Promise<void>((resolve) => this.socket.close(() => resolve()));
  }

  private fail(error: Error): void {
    this.dropped++;
    this.failure = ResourceError.from(error, `udp to ${this.address}`).message;
  }
}
