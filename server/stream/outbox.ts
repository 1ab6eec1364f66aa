/** The part of a WebSocket that an {@link Outbox} needs. */
export interface Wire {
  readonly bufferedAmount: number;
  send(data: string | Uint8Array): void;
  close(code: number, reason: string): void;
}

/** Bounds of one client's backlog, in bytes and messages. */
export interface OutboxLimits {
  /** Bytes handed to the socket and not yet sent, beyond which nothing more is handed over. */
  readonly socketBytes: number;
  /** Bytes of data frames that wait here; beyond it the oldest are dropped. */
  readonly dataBytes: number;
  /** Control messages that wait here; beyond it the client is disconnected. */
  readonly controlMessages: number;
}

/** About 4 s of a 64-channel stream at 2 kHz, or half a minute of 8 channels. */
export const defaultLimits: OutboxLimits = {
  socketBytes: 512 * 1024,
  dataBytes: 2 * 1024 * 1024,
  controlMessages: 256,
};

/** WebSocket close code “try again later”. */
export const CLOSE_TOO_SLOW = 1013;

interface QueuedFrame {
  readonly bytes: Uint8Array;
  readonly index: number;
}

/**
 * What waits to be sent to one client. Data is bounded: a client that reads too slowly loses the oldest
 * frames and is told how many. Control messages are never dropped: a client that lets too many pile up is
 * closed with the reason.
 */
export class Outbox {
  /** Frames dropped since the client connected. */
  lostFrames = 0;
  /** Frames handed to the socket, and their bytes. */
  sentFrames = 0;
  sentBytes = 0;
  private frames: QueuedFrame[] = [];
  private queuedBytes = 0;
  private readonly control: string[] = [];
  private untold = { frames: 0, bytes: 0, since: 0 };
  private closed = false;
  private waiting: (() => void)[] = [];

  constructor(
    private readonly wire: Wire,
    private readonly limits: OutboxLimits = defaultLimits,
  ) {}

  /** Whether something waits because the client reads too slowly. */
  get congested(): boolean {
    return this.control.length > 0 || this.frames.length > 0;
  }

  /** Settles when nothing waits here any more. */
  drained(): Promise<void> {
    if (this.closed || !this.congested) return Promise.resolve();
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  /** The wire is gone: nobody need wait any longer. */
  close(): void {
    this.closed = true;
    this.frames = [];
    this.control.length = 0;
    this.tellDrained();
  }

  /** Send a JSON message, before any data that waits. */
  say(text: string): void {
    if (this.closed) return;
    if (this.control.length === 0 && this.fits(text.length)) {
      this.wire.send(text);
      return;
    }
    this.control.push(text);
    if (this.control.length > this.limits.controlMessages) this.giveUp();
  }

  /** Send a data frame that starts at a sample index. */
  deliver(bytes: Uint8Array, index: number): void {
    if (this.closed) return;
    if (this.congested) this.flush();
    if (!this.congested && this.fits(bytes.byteLength)) {
      this.sendFrame(bytes);
      return;
    }
    this.frames.push({ bytes, index });
    this.queuedBytes += bytes.byteLength;
    while (this.queuedBytes > this.limits.dataBytes && this.frames.length > 1) this.dropOldest();
  }

  /** Hand over what now fits: control messages, then how much was lost, then data. */
  flush(): void {
    while (!this.closed && this.control.length > 0) {
      const text = this.control[0] ?? '';
      if (!this.fits(text.length)) return;
      this.wire.send(text);
      this.control.shift();
    }
    let sent = 0;
    for (const frame of this.frames) {
      if (this.closed || !this.fits(frame.bytes.byteLength)) break;
      this.tellLoss();
      this.sendFrame(frame.bytes);
      this.queuedBytes -= frame.bytes.byteLength;
      sent++;
    }
    if (sent > 0) this.frames = this.frames.slice(sent);
    if (!this.congested) this.tellDrained();
  }

  /** Forget the data that waits, because what it means has changed. */
  discardData(): void {
    while (this.frames.length > 0) this.dropOldest();
    this.tellLoss();
    if (!this.congested) this.tellDrained();
  }

  private sendFrame(bytes: Uint8Array): void {
    this.wire.send(bytes);
    this.sentFrames++;
    this.sentBytes += bytes.byteLength;
  }

  private fits(bytes: number): boolean {
    return this.wire.bufferedAmount + bytes <= this.limits.socketBytes;
  }

  private dropOldest(): void {
    const dropped = this.frames.shift();
    if (!dropped) return;
    this.queuedBytes -= dropped.bytes.byteLength;
    if (this.untold.frames === 0) this.untold.since = dropped.index;
    this.untold.frames++;
    this.untold.bytes += dropped.bytes.byteLength;
    this.lostFrames++;
  }

  private tellLoss(): void {
    if (this.untold.frames === 0) return;
    const { frames, bytes, since } = this.untold;
    this.untold = { frames: 0, bytes: 0, since: 0 };
    this.say(JSON.stringify({ op: 'lost', frames, bytes, since }));
  }

  private tellDrained(): void {
    const { waiting } = this;
    this.waiting = [];
    for (const resolve of waiting) resolve();
  }

  private giveUp(): void {
    this.close();
    this.wire.close(CLOSE_TOO_SLOW, 'control queue full: messages were not read');
  }
}
