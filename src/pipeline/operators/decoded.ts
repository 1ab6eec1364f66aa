import { defer, map, type OperatorFunction } from 'rxjs';
import type { Decision, Decoder } from '../../decoder/decoder.js';
import type { Window } from '../../decoder/window.js';

/** Decide on every filtered window with a trained decoder; it forgets past decisions with each subscription. */
export function decoded(decoder: Decoder): OperatorFunction<Window, Decision> {
  return (source) =>
    defer(() => {
      decoder.reset();
      return source.pipe(map((window) => decoder.decide(window)));
    });
}
