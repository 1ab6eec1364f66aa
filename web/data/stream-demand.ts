import type { StreamName } from '../../src/protocol/stream-kind.js';

/** Counts which streams the visible panels need, and reports the set when it changes. */
export class StreamDemand {
  private readonly counts = new Map<StreamName, number>();
  /** Those of them that are needed by a hidden page as well. */
  private readonly lasting = new Map<StreamName, number>();
  private suspended = false;
  private scheduled = false;

  constructor(private readonly report: (streams: StreamName[]) => void) {}

  /** Ask for streams, `lasting` where a hidden page needs them too; call the result to give them back. */
  add(streams: readonly StreamName[], lasting = false): () => void {
    const change = (by: 1 | -1): void => {
      for (const counts of lasting ? [this.counts, this.lasting] : [this.counts])
        for (const stream of streams) counts.set(stream, (counts.get(stream) ?? 0) + by);
      this.schedule();
    };
    change(1);
    let given = false;
    return () => {
      if (given) return;
      given = true;
      change(-1);
    };
  }

  /** A hidden page wants nothing but what lasts. */
  suspend(suspended: boolean): void {
    this.suspended = suspended;
    this.schedule();
  }

  get wanted(): StreamName[] {
    return [...(this.suspended ? this.lasting : this.counts)]
      .filter(([, count]) => count > 0)
      .map(([stream]) => stream);
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
