import { Observable, type Subscriber } from 'rxjs';

/** Most values that wait for somebody to listen: 20 s of blocks. */
const MOST = 1000;

/** What happens before anybody listens waits for the first who does; the oldest goes where nobody comes for long. */
export class UntilHeard<T> {
  private waiting: T[] = [];
  private end: ((to: Subscriber<T>) => void) | undefined;
  private listener: Subscriber<T> | undefined;

  readonly values$ = new Observable<T>((subscriber) => {
    this.listener = subscriber;
    const { waiting } = this;
    this.waiting = [];
    for (const value of waiting) subscriber.next(value);
    this.end?.(subscriber);
    return () => (this.listener = undefined);
  });

  next(value: T): void {
    if (this.listener) this.listener.next(value);
    else if (this.waiting.push(value) > MOST) this.waiting.shift();
  }

  complete(): void {
    this.finish((to) => to.complete());
  }

  error(reason: unknown): void {
    this.finish((to) => to.error(reason));
  }

  private finish(end: (to: Subscriber<T>) => void): void {
    this.end ??= end;
    if (this.listener) this.end(this.listener);
  }
}
