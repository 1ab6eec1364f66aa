import type { Socket } from 'node:net';
import type { DeviceClient } from '../../../src/protocol/server-messages.js';

/** Bytes that may wait for a client that reads slowly; beyond it whole packets are dropped. */
const MAX_WAITING = 256 * 1024;

/** One TCP connection of a device. Whoever reads too slowly loses whole packets, never parts of one, and is counted. */
export class TcpClient {
  sent = 0;
  dropped = 0;
  readonly address: string;

  /** @param role what is sent there, for people */
  constructor(
    readonly socket: Socket,
    readonly role: string,
  ) {
    socket.setNoDelay(true);
    // 'close' follows; a client that goes away without a word is no error of ours.
    socket.on('error', () => socket.destroy());
    this.address = `${socket.remoteAddress ?? '?'}:${socket.remotePort ?? '?'}`;
  }

  send(packet: Uint8Array | string): void {
    if (this.socket.destroyed || this.socket.writableLength + packet.length > MAX_WAITING) {
      this.dropped++;
      return;
    }
    this.socket.write(packet);
    this.sent++;
  }

  /** Say a last word and hang up. */
  end(text = ''): void {
    this.socket.end(text);
  }

  get state(): DeviceClient {
    return { address: `${this.address} ${this.role}`, sent: this.sent, dropped: this.dropped };
  }
}
