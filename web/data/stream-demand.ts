import type { StreamName } from '../../src/protocol/stream-kind.js';

/** Counts which streams the visible panels need, and reports the set when it changes. */
export class StreamDemand {
  private readonly counts = new Map<StreamName, number>();
  private suspended = false;
  private scheduled = false;

  constructor(private readonly report: (streams: StreamName[]) => void) {}

  /** Ask for streams; call the result to give them back. */
  add(streams: readonly StreamName[]): () => void {
    for (const stream of streams) this.counts.set(stream, (this.counts.get(stream) ?? 0) + 1);
    this.schedule();
    let given = false;
    return () => {
      if (given) return;
      given = true;
      for (const stream of streams) this.counts.set(stream, (this.counts.get(stream) ?? 1) - 1);
      this.schedule();
    };
  }

  /** A hidden page wants nothing. */
  suspend(suspended: boolean): void {
    this.suspended = suspended;
    this.schedule();
  }

  get wanted(): StreamName[] {
    if (this.suspended) return [];
    return [...this.counts].filter(([, count]) => count > 0).map(([stream]) => stream);
  }

  // One report for all panels that come and go in the same turn.
  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    queueMicrotask(() => {
      this.scheduled = false;
      this.report(this.wanted);
    });
  }
}
