import { distinctUntilChanged, map, switchMap, tap, type Subscription } from 'rxjs';
import { KeyPresses, keysOf, type KeyEvent } from '../../../src/devices/keys/key-presses.js';
import { map as mapField, number, text } from '../../../src/ground/signal/field.js';
import { classNamed } from '../../../src/protocol/stream-rows.js';
import { columnsOf } from '../columns.js';
import type { DeviceFeed } from '../device.js';

/** Dials of whatever turns decisions into key presses. */
export const keyDials = {
  keys: mapField({
    value: text({ default: '', maxLength: 20, explain: 'A key as browsers name it; empty for none.' }),
    default: {},
    explain:
      'Key by class, such as {"hand-close":"Enter"}. Classes without one get arrows, blank, Enter, letters and digits in their order.',
  }),
  steadyMs: number({
    unit: 'ms',
    default: 60,
    min: 0,
    max: 2000,
    explain: 'How long a class must be decided before its key goes down.',
  }),
} as const;

/** Turns the decisions of a session into key presses, whoever it is of. Keys are let go of where classes change. */
export class DecidedKeys {
  /** Key of every class. */
  keys: ReadonlyMap<string, string> = new Map();
  private presses: KeyPresses | undefined;
  private readonly subscription: Subscription;

  constructor(
    feed: DeviceFeed,
    { keys, steadyMs }: { readonly keys: Readonly<Record<string, string>>; readonly steadyMs: number },
    private readonly emit: (event: KeyEvent) => void,
  ) {
    const infos$ = feed.infos$.pipe(
      distinctUntilChanged((a, b) => JSON.stringify(a.classes) === JSON.stringify(b.classes)),
      tap(({ classes }) => {
        this.release();
        this.keys = keysOf(classes, keys);
        this.presses = new KeyPresses(this.keys, steadyMs / 1000);
      }),
      switchMap(({ classes, sampleRateHz }) =>
        columnsOf(feed, 'decisions').pipe(
          map(({ index, last }) => ({
            decided: classNamed(classes, last('step')) ?? 'rest',
            seconds: index / sampleRateHz,
          })),
        ),
      ),
    );
    this.subscription = infos$.subscribe(({ decided, seconds }) => {
      for (const event of this.presses?.decide(decided, seconds) ?? []) emit(event);
    });
  }

  close(): void {
    this.subscription.unsubscribe();
    this.release();
  }

  private release(): void {
    for (const event of this.presses?.release() ?? []) this.emit(event);
  }
}
