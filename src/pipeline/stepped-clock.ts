import { map, Subject, defer } from 'rxjs';
import { StreamError } from '../ground/signal/errors.js';
import type { Clock } from './clock.js';

/**
 * Time that passes only when told to, block by block: for learners who act, let a while pass, and look.
 * @example
 * const time = new SteppedClock();
 * synthesize(scenario, time.clock).subscribe((block) => console.log(block.index));
 * time.step(5);
 */
export class SteppedClock {
  private readonly due$ = new Subject<void>();
  readonly clock: Clock = () => defer(() => this.due$.pipe(map((_, ordinal) => ordinal)));

  /**
   * Let blocks pass, all of them before this returns.
   * @throws StreamError where nobody makes blocks, or whoever does stops on the way
   */
  step(blocks: number): void {
    for (let passed = 0; passed < blocks; passed++) {
      if (!this.due$.observed)
        throw new StreamError(
          passed === 0 ? 'step: the stream does not run' : `step: the stream stopped after block ${passed}`,
          { hint: 'Wait until the status says "running".' },
        );
      this.due$.next();
    }
  }
}
