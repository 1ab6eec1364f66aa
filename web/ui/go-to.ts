/** Name of the event by which an element asks for another view. */
export const GO_TO = 'myo-go-to';
/** Name of the event by which an element says that it went on within its view. */
export const STEP_TO = 'myo-step-to';

declare global {
  interface WindowEventMap {
    readonly 'myo-go-to': CustomEvent<string>;
    readonly 'myo-step-to': CustomEvent<string>;
  }
}

/**
 * Go to another view of the same patient. A link does the same: `<a href="#learn/fat">`; writing `location.hash` does not:
 * that is a link followed, which brings its own patient.
 * @param path `demo`, `lab` or `learn`, with a part after a slash
 */
export function goTo(path: string): void {
  dispatchEvent(new CustomEvent(GO_TO, { detail: path }));
}

/**
 * Say which step of a story is shown now: the address names it from then on, so that a link leads there. The way back leads
 * past all steps to where one was before: a story of nine steps is no nine pages.
 * @param path as for {@link goTo}
 */
export function stepTo(path: string): void {
  dispatchEvent(new CustomEvent(STEP_TO, { detail: path }));
}
