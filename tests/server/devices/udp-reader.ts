import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';

/** A test's UDP client on loopback: keeps what it gets, and waits for more. */
export class UdpReader {
  readonly datagrams: Buffer[] = [];
  private readonly waiting = new Set<() => void>();

  private constructor(private readonly socket: Socket) {
    socket.on('message', (data) => {
      this.datagrams.push(data);
      for (const check of this.waiting) check();
    });
  }

  static async open(): Promise<UdpReader> {
    const socket = createSocket('udp4');
    const reader = new UdpReader(socket);
    socket.bind(0, '127.0.0.1');
    await once(socket, 'listening');
    return reader;
  }

  get port(): number {
    return this.socket.address().port;
  }

  /** Resolve as soon as so many datagrams have come. */
  until(count: number): Promise<Buffer[]> {
    return new Promise((resolve) => {
      const check = (): void => {
        if (this.datagrams.length < count) return;
        this.waiting.delete(check);
        resolve(this.datagrams);
      };
      this.waiting.add(check);
      check();
    });
  }

  close(): void {
    this.socket.close();
  }
}
