import type { Subscription } from 'rxjs';
import type { Clock } from '../pipeline/clock.js';
import { simulated } from '../pipeline/simulated.js';
import type { LivingBody } from './living-body.js';

/** Who is told of the stream. */
export interface BodyListener {
  /** A stream begins, or goes on after it stood still. */
  begun(): void;
  /** Samples that will never be would have come now. */
  skipped(samples: number): void;
  block(placed: ReturnType<LivingBody['place']>): void;
  failed(error: unknown): void;
}

/** The stream of the one body that is alive; a body goes on where it was. */
export class BodyStream {
  private body: LivingBody | undefined;
  private running: Subscription | undefined;

  constructor(
    private readonly clock: Clock,
    private readonly listener: BodyListener,
  ) {}

  /** Let a body run, and no other one; none where nobody lives or time stands still. */
  run(body: LivingBody | undefined): void {
    if (this.body === body) return;
    this.running?.unsubscribe();
    this.body = body;
    if (!body) return;
    const { listener } = this;
    listener.begun();
    this.running = simulated(body.synthesizer, this.clock).subscribe({
      next: ({ block, skipped }) => {
        try {
          // The body knows nothing of what is skipped: it goes on further along the index.
          body.origin += skipped;
          if (skipped > 0) listener.skipped(skipped);
          listener.block(body.place(block));
        } catch (error) {
          listener.failed(error);
        }
      },
      error: (error: unknown) => listener.failed(error),
    });
  }
}
