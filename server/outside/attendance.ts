import type { MyodesisError } from '../../src/ground/signal/errors.js';

interface Waiter {
  readonly resolve: () => void;
  readonly reject: (error: MyodesisError) => void;
}

/** Those who wait until a classifier is there, with one deadline for all, which moves as it gets on. */
export class Attendance {
  private readonly waiting = new Set<Waiter>();
  private timer: NodeJS.Timeout | undefined;
  private deadline: { readonly ms: number; readonly error: () => MyodesisError } | undefined;

  /** Resolves with {@link arrived}; rejects with {@link fail}, or past the deadline. */
  wait(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.add({ resolve, reject });
      this.arm();
    });
  }

  /** From now on they wait so long at most. */
  within(ms: number, error: () => MyodesisError): void {
    this.hold();
    this.deadline = { ms, error };
    this.arm();
  }

  /** No deadline for now. */
  hold(): void {
    this.deadline = undefined;
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  arrived(): void {
    this.end(({ resolve }) => resolve());
  }

  fail(error: MyodesisError): void {
    this.end(({ reject }) => reject(error));
  }

  private arm(): void {
    const { deadline } = this;
    if (this.waiting.size === 0 || this.timer || !deadline) return;
    this.timer = setTimeout(() => this.fail(deadline.error()), deadline.ms);
  }

  private end(tell: (waiter: Waiter) => void): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const told = [...this.waiting];
    this.waiting.clear();
    for (const waiter of told) tell(waiter);
  }
}
