import { setTimeout as wait } from 'node:timers/promises';
import type { LslSample } from '../../../src/devices/lsl/sample-reader.js';
import { counted } from '../../../src/ground/signal/counted.js';
import { InputOutputError } from '../../../src/ground/signal/errors.js';
import { RemoteClock } from './remote-clock.js';
import { recoveryQuery, type RemoteStream } from './remote-stream.js';
import { StreamConnection } from './stream-connection.js';
import type { StreamSearch } from './stream-search.js';

/** Milliseconds from the loss of a stream to the search for it, as liblsl waits. */
const RETRY_MS = 500;

/** Told what a source brings. */
export interface SourceListener {
  /** A stream was found, for the first time or again after it was lost; its samples follow. */
  found(stream: RemoteStream): Promise<void>;
  /** @param clock what to add to the samples' times */
  samples(samples: readonly LslSample[], clock: RemoteClock): void;
  note(text: string): void;
  failed(error: unknown): void;
}

/** One stream of another program, searched for, read, and searched for again where it is lost. */
export class LslSource {
  private readonly stop = new AbortController();
  private connection: StreamConnection | undefined;
  private clock: RemoteClock | undefined;

  /** @param query XPath predicate of the stream that is wanted */
  constructor(
    private readonly search: StreamSearch,
    query: string,
    private readonly to: SourceListener,
  ) {
    void this.seek(query);
  }

  close(): void {
    this.stop.abort();
    this.leave();
  }

  private leave(): void {
    this.connection?.close();
    this.clock?.close();
    this.connection = this.clock = undefined;
  }

  /** Search until a stream is found, then read it. Never rejects. */
  private async seek(query: string): Promise<void> {
    const found = await this.search.find(query, this.stop.signal);
    const [stream, ...others] = found;
    if (!stream || this.stop.signal.aborted) return;
    if (others.length > 0) {
      const left = others.map(({ name, hostname }) => `"${name}" of ${hostname}`);
      this.to.note(
        `${counted(found.length, 'stream')} match ${query}: "${stream.name}" is taken, not ${left.join(', ')}`,
      );
    }
    await this.read(stream).catch((error: unknown) => {
      if (this.stop.signal.aborted) return;
      // Whoever answered the search and then nothing more has just ended, and may begin again.
      if (error instanceof InputOutputError) return this.recover(stream, error.message);
      this.leave();
      this.to.failed(error);
    });
  }

  private async read(stream: RemoteStream): Promise<void> {
    await this.to.found(stream);
    const clock = (this.clock = new RemoteClock(stream));
    await clock.start();
    if (this.stop.signal.aborted) return this.leave();
    if (clock.offset === undefined)
      this.to.note(`the clock of "${stream.name}" does not answer: times are those of arrival`);
    this.connection = new StreamConnection(stream, {
      samples: (samples) => this.to.samples(samples, clock),
      lost: (why, error) => void this.recover(stream, why, error),
    });
  }

  private async recover(stream: RemoteStream, why: string, error?: unknown): Promise<void> {
    this.leave();
    if (error !== undefined) return this.to.failed(error);
    this.to.note(`the stream "${stream.name}" was lost (${why}); it is searched for`);
    await wait(RETRY_MS, undefined, { signal: this.stop.signal }).catch(() => undefined);
    if (!this.stop.signal.aborted) await this.seek(recoveryQuery(stream));
  }
}
