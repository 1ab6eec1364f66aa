import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { isTyping } from '../data/key-bindings.js';
import { keyPlaces, struckAt, type ActionAt, type KeyPlaceName } from '../data/key-places.js';
import { struck, type KeyMap, type Struck } from '../data/keys.js';

export interface KeysHereOptions<Action extends string> {
  /**
   * Do it; false where it cannot be done now, so that another place may have the key. Places without listen themselves, on
   * one of their elements, and ask `struck`.
   */
  act?(struck: Struck<Action>, event: KeyboardEvent): boolean | void;
  /** A key was let go, told as `keyOf` tells it without anything held beside it. */
  release?(key: string): void;
  /** Keys that depend on the patient. */
  own?(): KeyMap;
  actOwn?(struck: Struck, event: KeyboardEvent): boolean | void;
  /** What a key of its own does, in the language of the page. */
  sayOwn?(action: string): string;
  /** Whether its keys do anything now; they always do if absent. */
  able?(): boolean;
}

type Host = ReactiveControllerHost & Element;

const present = new Set<KeysHere<KeyPlaceName>>();
let held = false;

/**
 * The keys of a place while its element is on the page: takes them to whoever handles them, and tells the help that they are
 * there. Keys are offered to the innermost place with the focus first, then to those that take them from everywhere.
 */
export class KeysHere<Place extends KeyPlaceName> implements ReactiveController {
  constructor(
    readonly host: Host,
    readonly place: Place,
    readonly options: KeysHereOptions<ActionAt<Place>> = {},
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    if (present.size === 0) listen();
    present.add(this);
  }

  hostDisconnected(): void {
    present.delete(this);
    if (present.size === 0) fallSilent();
  }

  /** Whether a key was for this place, which then did what it is for. */
  take(event: KeyboardEvent): boolean {
    const { act, own, actOwn } = this.options;
    if (this.options.able?.() === false) return false;
    const found = act && struckAt(this.place, event);
    if (found && act(found, event) !== false) return true;
    const ownFound = own && actOwn && struck(own(), event);
    return ownFound !== undefined && actOwn?.(ownFound, event) !== false;
  }
}

/** Places of the page that keys do something at now, in the order of `keyPlaces`, each once. */
export function placesHere(): KeysHere<KeyPlaceName>[] {
  const able = [...present].filter(({ options }) => options.able?.() !== false);
  return Object.keys(keyPlaces).flatMap((name) => able.find(({ place }) => place === name) ?? []);
}

/** The innermost place that has the focus, other than the page itself. */
export function placeOfFocus(): KeyPlaceName | undefined {
  let focus = document.activeElement;
  while (focus?.shadowRoot?.activeElement) focus = focus.shadowRoot.activeElement;
  for (let at: Node | null = focus; at; at = at instanceof ShadowRoot ? at.host : at.parentNode) {
    const places = [...present].filter(({ host, place }) => host === at && place !== 'page');
    const found = places.find(({ place }) => keyPlaces[place].reach === 'inside') ?? places[0];
    if (found) return found.place;
  }
  return undefined;
}

/** While a dialog is open keys are its own; returns what ends that. */
export function holdKeys(): () => void {
  held = true;
  return () => (held = false);
}

// What a control does with a key itself it keeps.
function isTheirs(origin: EventTarget | undefined, key: string): boolean {
  if (!(origin instanceof Element)) return false;
  if (key === ' ' || key === 'Enter')
    return origin.matches('button, a, summary, input, select, [role="button"]');
  return (
    /^(?:Arrow|Page|Home|End)/u.test(key) &&
    origin.matches('input, select, [role="slider"], [role="tab"], [role="spinbutton"]')
  );
}

function onDown(event: KeyboardEvent): void {
  const path = event.composedPath();
  const [origin] = path;
  if (held || event.defaultPrevented || isTyping(origin)) return;
  const theirs = isTheirs(origin, event.key);
  const nowhere = origin === document.body;
  const depth = ({ host }: KeysHere<KeyPlaceName>): number => {
    const at = path.indexOf(host);
    return at < 0 ? path.length : at;
  };
  const asked = [...present]
    .filter(({ place, host }) => {
      const { reach } = keyPlaces[place];
      if (reach === 'page') return true;
      return !theirs && (path.includes(host) || (reach === 'free' && nowhere));
    })
    .sort((a, b) => depth(a) - depth(b));
  if (asked.some((keys) => keys.take(event))) event.preventDefault();
}

function onUp(event: KeyboardEvent): void {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  for (const { options } of present) options.release?.(key);
}

function listen(): void {
  addEventListener('keydown', onDown);
  addEventListener('keyup', onUp);
}

function fallSilent(): void {
  removeEventListener('keydown', onDown);
  removeEventListener('keyup', onUp);
}
