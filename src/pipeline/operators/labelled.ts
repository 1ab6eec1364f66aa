import { filter, type OperatorFunction } from 'rxjs';

/** Anything of which it may be known what was really done: a window, a feature vector, a decision. */
interface Labelled {
  readonly label?: string | undefined;
}

/**
 * Keep only what was done in one piece and is known: windows, feature vectors or decisions with a label.
 * @example synthesize(scenario, clock).pipe(filtered(f), windowed(w), labelled()) // windows with `.label`
 */
export function labelled<T extends Labelled>(): OperatorFunction<T, T & { readonly label: string }> {
  return filter((one): one is T & { readonly label: string } => one.label !== undefined);
}
