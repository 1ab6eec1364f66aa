import { createSocket, type Socket } from 'node:dgram';
import { isIPv6 } from 'node:net';
import { InputOutputError } from '../../../src/ground/signal/errors.js';

/** Datagrams that may wait in the socket; beyond it new ones are dropped. */
const MAX_WAITING = 256;

/** Sends datagrams to one address and counts them. What cannot be sent is dropped and counted: nobody waits. */
export class UdpSender {
  sent = 0;
  dropped = 0;
  /** The last failure, in words; nothing where the last datagram went out. */
  failure: string | undefined;

  private constructor(
    private readonly socket: Socket,
    readonly address: string,
    readonly port: number,
  ) {
    // What is refused or cannot be reached is told by the count; the socket lives on.
    socket.on('error', (error) => this.fail(error));
  }

  /**
   * @param from address of this machine to send from, and to reach a multicast group by
   * @throws InputOutputError where the address cannot be used
   */
  static async open(address: string, port: number, from?: string): Promise<UdpSender> {
    const socket = createSocket(isIPv6(address) ? 'udp6' : 'udp4');
    try {
      await new Promise<void>((resolve, reject) => {
        socket.once('error', reject);
        socket.bind(0, from, () => {
          socket.off('error', reject);
          resolve();
        });
      });
      return new UdpSender(socket, address, port);
    } catch (error) {
      socket.close();
      throw InputOutputError.from(error, `udp from ${from ?? 'any address'}`);
    }
  }

  send(bytes: Uint8Array | string): void {
    if (this.socket.getSendQueueCount() >= MAX_WAITING) {
      this.dropped++;
      return;
    }
    this.socket.send(bytes, this.port, this.address, (error) => {
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

  close(): Promise<void> {
    return new Promise((resolve) => this.socket.close(() => resolve()));
  }

  private fail(error: Error): void {
    this.dropped++;
    this.failure = InputOutputError.from(error, `udp to ${this.address}`).message;
  }
}
