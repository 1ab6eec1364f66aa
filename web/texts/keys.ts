import type { ActionAt, KeyPlaceName } from '../data/key-places.js';
import { texts } from './texts.js';

/** A place of the page and what its keys do. */
export interface PlaceWords<Place extends KeyPlaceName> {
  readonly title: string;
  /** What is done there without keys, if it is not said by what is seen. */
  readonly more?: string;
  readonly does: Readonly<Record<ActionAt<Place>, string>>;
}
type Words = { readonly [Place in KeyPlaceName]: PlaceWords<Place> };

/** What every key of the page does: the help lists these for the places that are there. */
export const keyTexts = texts<Words>({
  en: {
    page: {
      title: 'Everywhere',
      does: { help: 'Open this help', undo: 'Undo the last change of a dial', redo: 'Make it again' },
    },
    story: {
      title: 'Story',
      does: {
        forward: 'Next step; a clicker does the same',
        back: 'Step before',
        start: 'First step',
        end: 'Last step',
        play: 'Run by itself, or stop',
      },
    },
    scenes: {
      title: 'Scenes of the operation',
      more: 'Drag the slider to go through a scene forwards and back.',
      does: { forward: 'Next scene', back: 'Scene before', start: 'First scene', end: 'Last scene' },
    },
    intent: { title: 'Movements: hold a key, let go to rest', does: {} },
    movements: {
      title: 'Button of a movement',
      more: 'A finger or the mouse on the button does the same.',
      does: { hold: 'Move as long as it is held' },
    },
    display: {
      title: 'Traces, held still',
      does: { pause: 'Hold the display still, or let it run', step: 'Step back and forward' },
    },
    traces: {
      title: 'Traces',
      more: 'The wheel zooms in time, with Shift in amplitude; so do two fingers.',
      does: {
        channel: 'Hide or show channels 1 to 8',
        measure: 'Put two cursors on the traces, or take them away',
        time: 'Longer or shorter window',
        amplitude: 'Larger or smaller scale',
        picture: 'Save a picture',
      },
    },
    cursors: {
      title: 'Cursor on the traces',
      more: 'It can be dragged.',
      does: { move: 'Move by one sample', far: 'Move by a twentieth of the window' },
    },
    sutures: {
      title: 'Suture of a muscle',
      more: 'It can be dragged.',
      does: {
        move: 'Around the limb by 2°; in the slice 0.5 mm deeper, in the long view 0.02 tighter',
        far: 'The same, five times as far',
        tighter: 'Tighter by 0.02 of the length at rest',
        looser: 'Looser by as much',
      },
    },
    electrodes: {
      title: 'Electrode on the limb',
      more: 'It can be dragged.',
      does: {
        move: 'Move around the limb by 2°, along it by 2 mm',
        far: 'The same, five times as far',
      },
    },
    figure: {
      title: 'Figure in three dimensions',
      more: 'Drag to look from elsewhere.',
      does: { turn: 'Look from elsewhere', nearer: 'Come nearer', farther: 'Go farther away' },
    },
    arranging: {
      title: 'Bar of a panel that is arranged',
      more: 'It can be dragged.',
      does: { move: 'Move the panel', hide: 'Hide it', done: 'Done' },
    },
    cloud: {
      title: 'Features in three dimensions',
      more: 'It can be dragged.',
      does: { turn: 'Turn it' },
    },
    tabs: { title: 'Tools', does: { turn: 'Tool before and next tool' } },
    spectrum: {
      title: 'Cursor on the spectrum',
      more: 'A click puts it there.',
      does: { move: 'Move by one bin', far: 'Move by ten bins', away: 'Take the cursor away' },
    },
    classes: { title: 'Calibration: hold a key to record a class', does: {} },
  },
  de: {
    page: {
      title: 'Überall',
      does: {
        help: 'Diese Hilfe öffnen',
        undo: 'Die letzte Änderung eines Reglers zurücknehmen',
        redo: 'Sie wiederherstellen',
      },
    },
    story: {
      title: 'Geschichte',
      does: {
        forward: 'Nächster Schritt; eine Fernbedienung tut dasselbe',
        back: 'Schritt davor',
        start: 'Erster Schritt',
        end: 'Letzter Schritt',
        play: 'Von selbst laufen lassen oder anhalten',
      },
    },
    scenes: {
      title: 'Szenen der Operation',
      more: 'Der Schieber führt vor und zurück durch eine Szene.',
      does: { forward: 'Nächste Szene', back: 'Szene davor', start: 'Erste Szene', end: 'Letzte Szene' },
    },
    intent: { title: 'Bewegungen: Taste halten, zur Ruhe loslassen', does: {} },
    movements: {
      title: 'Knopf einer Bewegung',
      more: 'Ein Finger oder die Maus auf dem Knopf tut dasselbe.',
      does: { hold: 'Bewegen, solange gehalten wird' },
    },
    display: {
      title: 'Kurven im Stillstand',
      does: { pause: 'Anzeige anhalten oder weiterlaufen lassen', step: 'Schritt zurück und vor' },
    },
    traces: {
      title: 'Kurven',
      more: 'Das Mausrad zoomt in der Zeit, mit Umschalt in der Amplitude; zwei Finger ebenso.',
      does: {
        channel: 'Kanäle 1 bis 8 verbergen oder zeigen',
        measure: 'Zwei Marken auf die Kurven setzen oder wegnehmen',
        time: 'Längeres oder kürzeres Fenster',
        amplitude: 'Größere oder kleinere Skala',
        picture: 'Ein Bild speichern',
      },
    },
    cursors: {
      title: 'Marke auf den Kurven',
      more: 'Sie lässt sich ziehen.',
      does: { move: 'Um einen Abtastwert bewegen', far: 'Um ein Zwanzigstel des Fensters bewegen' },
    },
    sutures: {
      title: 'Naht eines Muskels',
      more: 'Sie lässt sich ziehen.',
      does: {
        move: 'Um 2° um den Stumpf; im Querschnitt um 0.5 mm in die Tiefe, in der Längsansicht um 0.02 straffer',
        far: 'Dasselbe, fünfmal so weit',
        tighter: 'Um 0.02 der Ruhelänge straffer',
        looser: 'Um ebenso viel lockerer',
      },
    },
    electrodes: {
      title: 'Elektrode am Stumpf',
      more: 'Sie lässt sich ziehen.',
      does: {
        move: 'Um 2° um den Stumpf, um 2 mm an ihm entlang bewegen',
        far: 'Dasselbe, fünfmal so weit',
      },
    },
    figure: {
      title: 'Figur in drei Dimensionen',
      more: 'Ziehen dreht die Ansicht.',
      does: { turn: 'Die Ansicht drehen', nearer: 'Näher heran', farther: 'Weiter weg' },
    },
    arranging: {
      title: 'Leiste eines Feldes, das angeordnet wird',
      more: 'Sie lässt sich ziehen.',
      does: { move: 'Das Feld bewegen', hide: 'Es verbergen', done: 'Fertig' },
    },
    cloud: {
      title: 'Merkmale in drei Dimensionen',
      more: 'Ziehen dreht sie.',
      does: { turn: 'Drehen' },
    },
    tabs: { title: 'Werkzeuge', does: { turn: 'Voriges und nächstes Werkzeug' } },
    spectrum: {
      title: 'Marke auf dem Spektrum',
      more: 'Ein Klick setzt sie dorthin.',
      does: {
        move: 'Um eine Linie des Spektrums bewegen',
        far: 'Um zehn Linien bewegen',
        away: 'Die Marke wegnehmen',
      },
    },
    classes: { title: 'Kalibrierung: Taste halten, um eine Klasse aufzunehmen', does: {} },
  },
});

const signs: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  '-': '−',
};

/** Names of keys as they stand on a keyboard of the language. */
const names = texts<Readonly<Record<string, string>>>({
  en: { ' ': 'Space', PageDown: 'Page ↓', PageUp: 'Page ↑', Escape: 'Esc', Mod: 'Ctrl' },
  de: {
    ' ': 'Leertaste',
    PageDown: 'Bild ↓',
    PageUp: 'Bild ↑',
    Home: 'Pos1',
    End: 'Ende',
    Escape: 'Esc',
    Enter: 'Eingabe',
    Mod: 'Strg',
    Shift: 'Umschalt',
  },
});

/** A declared key as it is read on the keyboard, each part on its own: `['Ctrl', 'Z']`. */
export function keyNames(key: string, apple = false): readonly string[] {
  // The plus sign is a key as well.
  const parts = key.endsWith('+') ? [...key.slice(0, -1).split('+').filter(Boolean), '+'] : key.split('+');
  return parts.map((part) => {
    if (part === 'Mod' && apple) return '⌘';
    return signs[part] ?? names()[part] ?? (part.length === 1 ? part.toUpperCase() : part);
  });
}
