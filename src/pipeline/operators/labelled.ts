import { filter, type OperatorFunction } from 'rxjs';

/**
 * Keep only what was done in one piece and is known: windows, feature vectors or decisions with a label.
 * @example synthesize(scenario, clock).pipe(filtered(f), windowed(w), labelled()) // windows with `.label`
 */
export function labelled<T extends { readonly label?: string | undefined }>(): OperatorFunction<
  T,
  T & { readonly label: string }
> {
  return filter((one): one is T & { readonly label: string } => one.label !== undefined);
}
