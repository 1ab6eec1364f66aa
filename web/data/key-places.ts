import { struck, type KeyMap, type KeyStroke, type Struck } from './keys.js';

/**
 * From where keys reach a place: `page` from everywhere, `free` where nothing else has the focus, `inside` where it has the
 * focus itself.
 */
export type KeyReach = 'page' | 'free' | 'inside';

/** A place of the page that keys do something at. */
interface KeyPlace {
  readonly reach: KeyReach;
  readonly keys: KeyMap;
}

const arrows = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] as const;
const withShift = arrows.map((key) => `Shift+${key}`);
const digits = (most: number): string[] => Array.from({ length: most }, (_, i) => String(i + 1));

/**
 * All keys of the page, by place. Who handles them and the help that lists them read this; what each does says
 * `texts/keys.ts`. Keys that depend on the patient are added by the place: those of movements, of classes.
 */
export const keyPlaces = {
  page: { reach: 'page', keys: { help: ['?'], undo: ['Mod+z'], redo: ['Mod+y', 'Mod+Shift+z'] } },
  story: {
    reach: 'page',
    keys: {
      forward: ['PageDown', 'ArrowRight', 'ArrowDown', ' '],
      back: ['PageUp', 'ArrowLeft', 'ArrowUp'],
      start: ['Home'],
      end: ['End'],
      play: ['p'],
    },
  },
  scenes: {
    reach: 'inside',
    keys: {
      forward: ['ArrowRight', 'ArrowUp', 'PageDown'],
      back: ['ArrowLeft', 'ArrowDown', 'PageUp'],
      start: ['Home'],
      end: ['End'],
    },
  },
  intent: { reach: 'page', keys: {} },
  movements: { reach: 'inside', keys: { hold: [' ', 'Enter'] } },
  display: { reach: 'free', keys: { pause: [' '], step: ['ArrowLeft', 'ArrowRight'] } },
  traces: {
    reach: 'inside',
    keys: {
      channel: digits(8),
      measure: ['m'],
      time: ['+', '-'],
      amplitude: ['ArrowUp', 'ArrowDown'],
      picture: ['s'],
    },
  },
  cursors: {
    reach: 'inside',
    keys: {
      move: ['ArrowLeft', 'ArrowRight', 'ArrowDown', 'ArrowUp'],
      far: ['Shift+ArrowLeft', 'Shift+ArrowRight', 'Shift+ArrowDown', 'Shift+ArrowUp'],
    },
  },
  electrodes: { reach: 'inside', keys: { move: arrows, far: withShift } },
  sutures: { reach: 'inside', keys: { move: arrows, far: withShift, tighter: ['+', '='], looser: ['-'] } },
  figure: { reach: 'inside', keys: { turn: arrows, nearer: ['+', '='], farther: ['-'] } },
  arranging: { reach: 'inside', keys: { move: arrows, hide: ['Delete'], done: ['Escape'] } },
  cloud: { reach: 'inside', keys: { turn: arrows } },
  tabs: { reach: 'inside', keys: { turn: ['ArrowLeft', 'ArrowRight'] } },
  spectrum: {
    reach: 'inside',
    keys: {
      move: ['ArrowLeft', 'ArrowRight'],
      far: ['Shift+ArrowLeft', 'Shift+ArrowRight'],
      away: ['Escape'],
    },
  },
  classes: { reach: 'page', keys: {} },
} as const satisfies Readonly<Record<string, KeyPlace>>;

export type KeyPlaceName = keyof typeof keyPlaces;
/** What can be done at a place. */
export type ActionAt<Place extends KeyPlaceName> = keyof (typeof keyPlaces)[Place]['keys'] & string;

/** The same, as it is read. */
const byPlace: { readonly [Place in KeyPlaceName]: { readonly keys: KeyMap<ActionAt<Place>> } } = keyPlaces;

/** What a key does at a place, for those that listen on one of their elements themselves. */
export function struckAt<Place extends KeyPlaceName>(
  place: Place,
  event: KeyStroke,
): Struck<ActionAt<Place>> | undefined {
  return struck(byPlace[place].keys, event);
}
