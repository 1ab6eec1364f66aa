/** Name of the event by which an element asks for another view. */
export const GO_TO = 'myo-go-to';

declare global {
  interface WindowEventMap {
    readonly 'myo-go-to': CustomEvent<string>;
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
