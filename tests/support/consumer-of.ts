import { Subject, type Observable, type OperatorFunction } from 'rxjs';
import type { SampleBlock } from '../../src/ground/signal/sample-block.js';
import type { Consumer } from './processor-suite.js';

/**
 * An operator, or a chain of them, as a consumer of blocks; a reset is a new subscription.
 * @param kept what of a value is compared, without views of what the next one overwrites
 */
export function consumerOf<Out>(
  operator: OperatorFunction<SampleBlock, Out> | ((blocks$: Observable<SampleBlock>) => Observable<Out>),
  kept: (value: Out) => unknown = (value) => value,
): Consumer {
  let blocks$ = new Subject<SampleBlock>();
  let came: unknown[] = [];
  let failed: { readonly error: unknown } | undefined;
  const listen = (): void => {
    blocks$.pipe(operator).subscribe({
      next: (value) => came.push(kept(value)),
      error: (error: unknown) => (failed = { error }),
    });
  };
  listen();
  return {
    push(block) {
      came = [];
      blocks$.next(block);
      if (failed) throw failed.error;
      return came;
    },
    reset() {
      blocks$.complete();
      blocks$ = new Subject();
      listen();
    },
  };
}
