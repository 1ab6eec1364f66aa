import { Observable, type OperatorFunction } from 'rxjs';

/** What runs the values of one stream through a numeric class. */
export interface Step<In, Out> {
  /** Take a value; what comes of it goes to `emit`, at once or later, in order. */
  push(value: In, emit: (result: Out) => void): void;
  /** Where results come later: when all of what was taken has come. */
  settled?(): Promise<void>;
  /** Let go: another step goes on, or nobody listens any more. */
  close?(): void;
}

/**
 * The frame of every operator: state per subscription, made by the newest setting when a value needs it. A new
 * setting takes effect with the next value; values that come before the first setting are passed over.
 *
 * @param create a step by a setting; `former` is the one before it, which is closed afterwards
 */
export function stateful<In, Out, Setting, State extends Step<In, Out>>(
  settings: Observable<Setting>,
  create: (setting: Setting, first: In, former: State | undefined) => State,
): OperatorFunction<In, Out> {
  return (source) =>
    new Observable((subscriber) => {
      let newest: { readonly setting: Setting } | undefined;
      let step: State | undefined;
      const emit = (result: Out): void => subscriber.next(result);
      const next = (value: In): void => {
        if (newest) {
          const former = step;
          step = create(newest.setting, value, former);
          if (former !== step) former?.close?.();
          newest = undefined;
        }
        step?.push(value, emit);
      };
      const error = (reason: unknown): void => subscriber.error(reason);
      subscriber.add(() => step?.close?.());
      subscriber.add(settings.subscribe({ next: (setting) => (newest = { setting }), error }));
      subscriber.add(
        source.subscribe({
          next: (value) => {
            try {
              next(value);
            } catch (reason) {
              error(reason);
            }
          },
          error,
          complete: () => {
            const settled = step?.settled?.();
            if (settled) settled.then(() => subscriber.complete(), error);
            else subscriber.complete();
          },
        }),
      );
    });
}
