import type { Socket } from 'node:net';
import type { Feed } from '../../../src/devices/lsl/feed.js';
import type { Chunk } from './chunk.js';

/** Bytes that wait for one reader at most, whatever it asks for. */
const MOST_BYTES = 16 * 2 ** 20;

/** A program that reads a stream. What it does not read in time is dropped, oldest first, and counted. */
export class Reader {
  sent = 0;
  dropped = 0;
  private readonly waiting: Chunk[] = [];
  private waitingSamples = 0;
  private waitingBytes = 0;
  private blocked = false;

  constructor(
    private readonly socket: Socket,
    private readonly feed: Feed,
    /** What it is called in tables: address and stream. */
    readonly address: string,
  ) {
    socket.on('drain', () => {
      this.blocked = false;
      this.flush();
    });
  }

  push(chunk: Chunk): void {
    this.waiting.push(chunk);
    this.waitingSamples += chunk.samples;
    this.waitingBytes += chunk.until(chunk.samples);
    this.flush();
    const most = this.feed.maxBuffered ?? Infinity;
    while (this.waiting.length > 1 && (this.waitingSamples > most || this.waitingBytes > MOST_BYTES))
      this.dropped += this.take()?.samples ?? 0;
  }

  private take(): Chunk | undefined {
    const chunk = this.waiting.shift();
    if (!chunk) return undefined;
    this.waitingSamples -= chunk.samples;
    this.waitingBytes -= chunk.until(chunk.samples);
    return chunk;
  }

  private flush(): void {
    while (!this.blocked && this.waiting.length > 0) {
      const chunk = this.take();
      if (chunk) this.write(chunk);
    }
  }

  /** In writes of as many samples as the reader wants at once. */
  private write(chunk: Chunk): void {
    if (!this.socket.writable) return;
    const bytes = chunk.bytes(this.feed.littleEndian);
    const step = this.feed.maxChunk > 0 ? this.feed.maxChunk : chunk.samples;
    for (let from = 0; from < chunk.samples; from += step) {
      const until = chunk.until(Math.min(chunk.samples, from + step));
      if (!this.socket.write(bytes.subarray(chunk.until(from), until))) this.blocked = true;
    }
    this.sent += chunk.samples;
  }
}
