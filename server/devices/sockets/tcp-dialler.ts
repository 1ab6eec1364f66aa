import { connect, type Socket } from 'node:net';
import { TcpClient } from './tcp-client.js';

/** How long until a computer that does not answer is dialled again, in milliseconds. */
const AGAIN_MS = 1000;

/** What happens on the line. */
export interface LineEvents {
  /** The computer has said something. */
  said(bytes: Buffer): void;
  /** The line is gone; it will be dialled again. */
  lost(): void;
}

/** A device that dials the computer: again and again until somebody answers, and after every loss. */
export class TcpDialler {
  client: TcpClient | undefined;
  /** Packets on lines that are gone. */
  private readonly gone = { sent: 0, dropped: 0 };
  private socket: Socket | undefined;
  private timer: NodeJS.Timeout | undefined;
  private stopped = true;

  constructor(
    private readonly address: string,
    private readonly port: number,
    private readonly events: LineEvents,
  ) {}

  /** Dial, unless that is under way. */
  start(): void {
    if (!this.stopped) return;
    this.stopped = false;
    this.dial();
  }

  /** Hang up and dial no more. */
  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
    this.socket?.destroy();
  }

  get sent(): number {
    return this.gone.sent + (this.client?.sent ?? 0);
  }

  get dropped(): number {
    return this.gone.dropped + (this.client?.dropped ?? 0);
  }

  private dial(): void {
    const socket = connect(this.port, this.address);
    this.socket = socket;
    socket.on('error', () => undefined); // nobody answers, or the line is cut: 'close' follows
    socket.on('connect', () => (this.client = new TcpClient(socket, 'computer')));
    socket.on('data', (bytes) => {
      if (Buffer.isBuffer(bytes)) this.events.said(bytes);
    });
    socket.on('close', () => {
      if (this.client) {
        this.gone.sent += this.client.sent;
        this.gone.dropped += this.client.dropped;
        this.client = undefined;
        this.events.lost();
      }
      if (this.stopped || this.socket !== socket) return;
      this.timer = setTimeout(() => this.dial(), AGAIN_MS);
      this.timer.unref();
    });
  }
}
