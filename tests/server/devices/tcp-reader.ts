import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** A test's TCP client on loopback: keeps what it gets, and takes of it what it wants. */
export class TcpReader {
  closed = false;
  private bytes = Buffer.alloc(0);
  private readonly waiting = new Set<() => void>();

  constructor(readonly socket: Socket) {
    socket.on('data', (piece) => {
      this.bytes = Buffer.concat([this.bytes, piece as Buffer]);
      for (const check of this.waiting) check();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.closed = true;
      for (const check of this.waiting) check();
    });
  }

  static async connect(port: number): Promise<TcpReader> {
    const socket = connect(port, '127.0.0.1');
    const reader = new TcpReader(socket);
    await once(socket, 'connect');
    return reader;
  }

  get waitingBytes(): number {
    return this.bytes.length;
  }

  /** The next bytes, as soon as so many have come. */
  take(count: number): Promise<Buffer> {
    return this.until(() => {
      if (this.bytes.length < count) return undefined;
      const taken = this.bytes.subarray(0, count);
      this.bytes = this.bytes.subarray(count);
      return taken;
    });
  }

  /** The next text, up to its end, which is left out. */
  line(end: string): Promise<string> {
    return this.until(() => {
      const at = this.bytes.indexOf(end);
      if (at < 0) return undefined;
      const text = this.bytes.subarray(0, at).toString('latin1');
      this.bytes = this.bytes.subarray(at + Buffer.byteLength(end));
      return text;
    });
  }

  /** Resolve as soon as the other side has hung up. */
  async end(): Promise<void> {
    await this.until(() => this.closed || undefined);
  }

  close(): void {
    this.socket.destroy();
  }

  private until<T>(wanted: () => T | undefined): Promise<T> {
    return new Promise((resolve) => {
      const check = (): void => {
        const found = wanted();
        if (found === undefined) return;
        this.waiting.delete(check);
        resolve(found);
      };
      this.waiting.add(check);
      check();
    });
  }
}
