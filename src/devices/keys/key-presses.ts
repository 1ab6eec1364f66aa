/** A key goes down or up, as a browser's `KeyboardEvent` names it. */
export interface KeyEvent {
  readonly type: 'keydown' | 'keyup';
  /** `ArrowLeft`, `Enter`, `a`, ` ` … */
  readonly key: string;
  /** The class that was decided. */
  readonly class: string;
}

/** Keys that classes get in their order, where nobody says which: those that games are played with. */
const usual = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', ' ', 'Enter', ...'wasdqe123456789'];

/**
 * Key of every class but rest.
 * @param own key by class, for those that somebody has chosen; an empty one is none
 */
export function keysOf(
  classes: readonly string[],
  own: Readonly<Record<string, string>>,
): ReadonlyMap<string, string> {
  const free = usual.filter((key) => !Object.values(own).includes(key));
  const keys = new Map<string, string>();
  for (const name of classes) {
    if (name === 'rest') continue;
    const key = Object.hasOwn(own, name) ? own[name] : free.shift();
    if (key) keys.set(name, key);
  }
  return keys;
}

/**
 * Decisions as key presses: a key is held while its class is decided. A class that is decided for less than a while
 * presses nothing, so that a single stray window does not.
 */
export class KeyPresses {
  private held: { readonly key: string; readonly class: string } | undefined;
  private candidate: string | undefined;
  private since = 0;

  constructor(
    private readonly keys: ReadonlyMap<string, string>,
    private readonly steadySeconds: number,
  ) {}

  /** What goes up and down by one decision. @param seconds of the decision, by the count of samples */
  decide(decided: string, seconds: number): KeyEvent[] {
    if (decided !== this.candidate) {
      this.candidate = decided;
      this.since = seconds;
    }
    if (decided === this.held?.class || seconds - this.since < this.steadySeconds) return [];
    const key = this.keys.get(decided);
    return [...this.release(), ...(key === undefined ? [] : this.press(key, decided))];
  }

  /** Let go of what is held, as where the stream ends. */
  release(): KeyEvent[] {
    if (!this.held) return [];
    const up: KeyEvent = { type: 'keyup', ...this.held };
    this.held = undefined;
    return [up];
  }

  private press(key: string, of: string): KeyEvent[] {
    this.held = { key, class: of };
    return [{ type: 'keydown', ...this.held }];
  }
}
