import type { WorldTask } from '../../src/decoder/prosthesis/world-tasks.js';
import type { ContactKind } from '../../src/world/world-view.js';
import { texts } from './texts.js';

/** Names of what the operation left in the limb. */
type AnchorPart = 'muscle' | 'bone' | 'stem' | 'stoma' | 'adapter';

interface ProsthesisTexts {
  readonly heading: string;
  readonly intended: string;
  readonly decoded: string;
  readonly notYet: string;
  readonly joints: string;
  readonly picture: (joints: string) => string;
  readonly ghostIs: string;
  readonly targetIs: string;
  readonly anchor: Readonly<Record<AnchorPart, string>>;
  readonly task: string;
  readonly tasks: Readonly<Record<WorldTask, string>>;
  readonly score: {
    readonly done: string;
    readonly dropped: string;
    readonly slipped: string;
    readonly spilled: string;
    readonly crushed: string;
    readonly missed: string;
    readonly overloaded: string;
    readonly seconds: string;
    readonly left: string;
    readonly best: string;
  };
  readonly takeOver: string;
  readonly felt: Readonly<Record<ContactKind, string>>;
  readonly load: string;
  readonly loadIs: (kg: string, limit: string) => string;
  readonly limit: (kg: string) => string;
  readonly over: string;
  readonly grip: string;
  readonly solid: string;
  readonly turn: string;
  readonly noSolid: string;
  readonly loading: string;
}

/** What the panel of the prosthesis says. */
export const prosthesisTexts = texts<ProsthesisTexts>({
  en: {
    heading: 'Prosthesis',
    intended: 'Intended',
    decoded: 'Decoded',
    notYet: 'Not yet',
    joints: 'Joint positions',
    picture: (joints) => `Prosthesis on its person. ${joints}.`,
    ghostIs: 'Dashed: what is intended.',
    targetIs: 'Green: the posture to reach.',
    anchor: {
      muscle: 'muscle, sewn to bone',
      bone: 'bone',
      stem: 'pressed-in stem, rough surface',
      stoma: 'skin opening',
      adapter: 'smooth adapter',
    },
    task: 'Task',
    tasks: {
      none: 'None',
      cup: 'Cup',
      blocks: 'Blocks',
      'chair-exercise': 'Chair exercise',
      'sit-to-stand': 'Sit to stand',
    },
    score: {
      done: 'done',
      dropped: 'dropped',
      slipped: 'slipped',
      spilled: 'spilled',
      crushed: 'crushed',
      missed: 'missed',
      overloaded: 'overloaded',
      seconds: 's',
      left: 's left',
      best: 'best round',
    },
    takeOver: 'The simulated user does the task. Hold a button or its key to do it yourself.',
    felt: {
      touch: 'felt: a touch',
      grasp: 'felt: a firm grip',
      slip: 'felt: it slips',
      drop: 'felt: it is gone',
      'put-down': 'felt: it stands',
      spill: 'felt: it gives way',
      ground: 'felt: the ground',
      overload: 'felt: too much weight',
    },
    load: 'Weight on the prosthesis',
    loadIs: (kg, limit) => `${kg} kg of ${limit} kg allowed at this stage`,
    limit: (kg) => `limit ${kg} kg`,
    over: 'More than this stage of rehabilitation allows',
    grip: 'N grip',
    solid: '3-D',
    turn: 'Figure in three dimensions. Drag or use the arrow keys to look from elsewhere, plus and minus to come nearer.',
    noSolid: 'This browser cannot show three dimensions (no WebGL). The drawing stays.',
    loading: 'Loading the 3-D view …',
  },
  de: {
    heading: 'Prothese',
    intended: 'Gewollt',
    decoded: 'Erkannt',
    notYet: 'Noch nicht',
    joints: 'Stellung der Gelenke',
    picture: (joints) => `Prothese an ihrem Menschen. ${joints}.`,
    ghostIs: 'Gestrichelt: was gewollt ist.',
    targetIs: 'Grün: die Stellung, die erreicht werden soll.',
    anchor: {
      muscle: 'Muskel, an den Knochen genäht',
      bone: 'Knochen',
      stem: 'eingepresster Schaft, rau',
      stoma: 'Hautöffnung',
      adapter: 'glatter Adapter',
    },
    task: 'Aufgabe',
    tasks: {
      none: 'Keine',
      cup: 'Becher',
      blocks: 'Klötze',
      'chair-exercise': 'Übung im Sitzen',
      'sit-to-stand': 'Aufstehen',
    },
    score: {
      done: 'geschafft',
      dropped: 'gefallen',
      slipped: 'gerutscht',
      spilled: 'verschüttet',
      crushed: 'zerdrückt',
      missed: 'verfehlt',
      overloaded: 'überlastet',
      seconds: 's',
      left: 's übrig',
      best: 'beste Runde',
    },
    takeOver:
      'Der simulierte Mensch erledigt die Aufgabe. Halten Sie einen Knopf oder seine Taste, um es selbst zu tun.',
    felt: {
      touch: 'gespürt: eine Berührung',
      grasp: 'gespürt: ein fester Griff',
      slip: 'gespürt: es rutscht',
      drop: 'gespürt: es ist weg',
      'put-down': 'gespürt: es steht',
      spill: 'gespürt: es gibt nach',
      ground: 'gespürt: der Boden',
      overload: 'gespürt: zu viel Gewicht',
    },
    load: 'Gewicht auf der Prothese',
    loadIs: (kg, limit) => `${kg} kg von ${limit} kg, die in dieser Phase erlaubt sind`,
    limit: (kg) => `Grenze ${kg} kg`,
    over: 'Mehr, als diese Phase der Rehabilitation erlaubt',
    grip: 'N Griff',
    solid: '3-D',
    turn: 'Figur in drei Dimensionen. Ziehen oder Pfeiltasten drehen die Ansicht, Plus und Minus holen sie näher.',
    noSolid: 'Dieser Browser kann drei Dimensionen nicht zeigen (kein WebGL). Die Zeichnung bleibt.',
    loading: 'Die 3-D-Ansicht wird geladen …',
  },
});
