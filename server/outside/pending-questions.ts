/** An answer of a process, or why there is none. */
export type Answer<T> = { readonly value: T } | { readonly missing: 'time-out' | 'unusable' | 'gone' };

interface Question<T> {
  readonly askedAt: number;
  readonly timer: NodeJS.Timeout;
  readonly settle: (answer: Answer<T>, ms: number) => void;
}

/** Questions that wait for an answer, each for a while only. */
export class PendingQuestions<T> {
  private readonly open = new Map<number, Question<T>>();
  private next = 0;

  get size(): number {
    return this.open.size;
  }

  /** Ask under a number of its own; the answer comes in time or is `missing`. */
  ask(timeoutMs: number, send: (id: number) => void): Promise<{ answer: Answer<T>; ms: number }> {
    const id = this.next++;
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.settle(id, { missing: 'time-out' }), timeoutMs);
      this.open.set(id, {
        askedAt: performance.now(),
        timer,
        settle: (answer, ms) => resolve({ answer, ms }),
      });
      send(id);
    });
  }

  /** Hand an answer to who asked. Returns false where nobody waits (any more). */
  settle(id: number, answer: Answer<T>): boolean {
    const question = this.open.get(id);
    if (!question) return false;
    this.open.delete(id);
    clearTimeout(question.timer);
    question.settle(answer, performance.now() - question.askedAt);
    return true;
  }

  /** Whether a number was ever given out: an answer to it is late rather than invented. */
  wasAsked(id: number): boolean {
    return id < this.next;
  }

  /** Nobody will answer any more. */
  giveUp(): void {
    for (const id of [...this.open.keys()]) this.settle(id, { missing: 'gone' });
  }
}
