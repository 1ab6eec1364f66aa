import { defer, Observable, type OperatorFunction } from 'rxjs';
import { Windower, type Window } from '../../decoder/window.js';
import type { SampleBlock } from '../../ground/signal/sample-block.js';

/**
 * Cut a stream of blocks into overlapping windows. A window's data is valid only while it is being handled:
 * the next one overwrites it.
 */
export function windowed(spec: { windowMs: number; stepMs: number }): OperatorFunction<SampleBlock, Window> {
  return (source) =>
    defer(() => {
      let windower: Windower | undefined;
      return new Observable<Window>((subscriber) =>
        source.subscribe({
          next: (block) => {
            windower ??= new Windower(spec, block.sampleRateHz, block.channels);
            windower.push(block, (window) => subscriber.next(window));
          },
          error: (error: unknown) => subscriber.error(error),
          complete: () => subscriber.complete(),
        }),
      );
    });
}
