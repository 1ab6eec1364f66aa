import type { WorldTask } from '../../src/decoder/prosthesis/world-tasks.js';
import type { AssumptionName } from '../../src/world/assumptions.js';
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
  readonly assumes: string;
  readonly assumed: Readonly<Record<AssumptionName, (value: string) => string>>;
  readonly userAssumed: string;
  readonly overloadWhy: string;
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
    assumes: 'What this task assumes',
    assumed: {
      massG: (value) => `It weighs ${value} g.`,
      friction: (value) => `Friction between it and the fingers: ${value}.`,
      holdsN: (value) => `It slips below a grip of ${value} N.`,
      firmN: (value) => `A grip counts as firm from ${value} N.`,
      bearsN: (value) => `It is crushed above ${value} N.`,
      spillDeg: (value) => `Water runs out beyond a lean of ${value}°.`,
      handCmPerS: (value) => `Shoulder and trunk carry the hand at up to ${value} cm/s, without a fault.`,
      kneeDeg: (value) => `The knee is at its mark within ±${value}°.`,
      ankleDeg: (value) => `The ankle is at its mark within ±${value}°.`,
      heldS: (value) => `A mark is reached when it is held for ${value} s.`,
      limitS: (value) => `It is missed after ${value} s.`,
      halfPercent: (value) =>
        `At most ${value} % of the body goes on the prosthesis; the sound leg has the rest.`,
      standingPercent: (value) => `Standing, the person takes ${value} % of what is allowed, by the scale.`,
      movingPercent: (value) => `Rising and sitting down, they take ${value} % of it; crutches carry more.`,
      kneePushPercent: (value) => `A knee that straightens at 100 °/s pushes ${value} % of the body besides.`,
      anklePushPercent: (value) => `Toes that press 10° too far push ${value} % of the body besides.`,
    },
    userAssumed:
      'The simulated user has practised: they stop a fast joint before it arrives, pull harder when nothing moves, softer when it went too far. How much, is assumed as well.',
    overloadWhy:
      'Too much weight happens where little is allowed: once “straighten” is decoded the knee is fast, and an ankle decoded by mistake presses. The person then takes more on the crutches.',
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
    assumes: 'Was diese Aufgabe annimmt',
    assumed: {
      massG: (value) => `Gewicht: ${value} g.`,
      friction: (value) => `Reibung zwischen Gegenstand und Fingern: ${value}.`,
      holdsN: (value) => `Unter ${value} N Griffkraft rutscht er.`,
      firmN: (value) => `Ab ${value} N gilt ein Griff als fest.`,
      bearsN: (value) => `Über ${value} N wird er zerdrückt.`,
      spillDeg: (value) => `Ab ${value}° Neigung läuft Wasser aus.`,
      handCmPerS: (value) => `Schulter und Rumpf tragen die Hand mit bis zu ${value} cm/s, ohne Fehler.`,
      kneeDeg: (value) => `Das Knie ist innerhalb von ±${value}° an seiner Marke.`,
      ankleDeg: (value) => `Der Knöchel ist innerhalb von ±${value}° an seiner Marke.`,
      heldS: (value) => `Eine Marke ist erreicht, wenn sie ${value} s gehalten wird.`,
      limitS: (value) => `Nach ${value} s ist sie verfehlt.`,
      halfPercent: (value) =>
        `Höchstens ${value} % des Körpers lasten auf der Prothese; den Rest trägt das gesunde Bein.`,
      standingPercent: (value) => `Im Stehen nimmt der Mensch ${value} % des Erlaubten, nach der Waage.`,
      movingPercent: (value) =>
        `Beim Aufstehen und Hinsetzen nimmt er ${value} % davon; die Stützen tragen mehr.`,
      kneePushPercent: (value) =>
        `Ein Knie, das sich mit 100 °/s streckt, drückt ${value} % des Körpers zusätzlich.`,
      anklePushPercent: (value) =>
        `Zehen, die 10° zu weit drücken, drücken ${value} % des Körpers zusätzlich.`,
    },
    userAssumed:
      'Der simulierte Mensch ist geübt: Er hält ein schnelles Gelenk an, bevor es ankommt, spannt stärker an, wenn sich nichts bewegt, und schwächer, wenn es zu weit ging. Wie viel, ist ebenfalls angenommen.',
    overloadWhy:
      'Zu viel Last kommt vor, wo wenig erlaubt ist: Ist „Strecken“ einmal erkannt, ist das Knie schnell, und ein aus Versehen erkannter Knöchel drückt. Der Mensch nimmt dann mehr auf die Stützen.',
    solid: '3-D',
    turn: 'Figur in drei Dimensionen. Ziehen oder Pfeiltasten drehen die Ansicht, Plus und Minus holen sie näher.',
    noSolid: 'Dieser Browser kann drei Dimensionen nicht zeigen (kein WebGL). Die Zeichnung bleibt.',
    loading: 'Die 3-D-Ansicht wird geladen …',
  },
});
