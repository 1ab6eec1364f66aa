import type { Pattern } from './pattern.js';

// Joints by the names they have within sentences: “the wrist rotation” is “Handgelenk, Drehung”.
const joints: readonly (readonly [english: string, german: string])[] = [
  ['hand', 'Hand'],
  ['wrist rotation', 'Handgelenk, Drehung'],
  ['wrist flexion', 'Handgelenk, Beugung'],
  ['wrist deviation', 'Handgelenk, seitlich'],
  ['elbow', 'Ellbogen'],
  ['ankle', 'Knöchel'],
  ['tibial rotation', 'Unterschenkel, Drehung'],
  ['knee', 'Knie'],
  ['femoral rotation', 'Oberschenkel, Drehung'],
];

const ofJoints = joints.flatMap(([english, german]): Pattern[] => [
  [new RegExp(`^What the movement does with the ${english}\\.$`, 'u'), `${german}: Wirkung der Bewegung.`],
  [new RegExp(`^Limits of the ${english}\\.$`, 'u'), `${german}: Grenzen.`],
  [new RegExp(`^Lowest angle of the ${english}\\.$`, 'u'), `${german}: kleinster Winkel.`],
  [new RegExp(`^Highest angle of the ${english}\\.$`, 'u'), `${german}: größter Winkel.`],
  [
    new RegExp(`^Speed of the ${english} at full command\\.$`, 'u'),
    `${german}: Geschwindigkeit bei vollem Befehl.`,
  ],
  [
    new RegExp(`^How quickly the ${english} gains or loses speed\\.$`, 'u'),
    `${german}: wie schnell die Geschwindigkeit zu- oder abnimmt.`,
  ],
]);

/** German of phrases with something filled in: a joint, a person, a part of the work. */
export const patterns: readonly Pattern[] = [
  ...ofJoints,
  [
    /^(.+): Recording the calibration and training the decoder$/u,
    '$1: Kalibrierung wird aufgenommen, Decoder trainiert',
  ],
  [
    /^Recording the calibration and training the decoder$/u,
    'Kalibrierung wird aufgenommen, Decoder trainiert',
  ],
  [
    /^(.+): Deriving the action potentials of this body$/u,
    '$1: Aktionspotenziale dieses Körpers werden berechnet',
  ],
  [/^Deriving the action potentials of this body$/u, 'Aktionspotenziale dieses Körpers werden berechnet'],
  [/^Training the decoder on what was recorded$/u, 'Decoder wird mit dem Aufgenommenen trainiert'],
  [/^Training the decoder on the calibration$/u, 'Decoder wird mit der Kalibrierung trainiert'],
  [/^Training the decoder anew$/u, 'Decoder wird neu trainiert'],
  [
    /^([\d.]+) s are missing: the process was stopped, asleep, or too slow$/u,
    '$1 s fehlen: Der Prozess stand still, schlief oder war zu langsam',
  ],
  [/^([\d.]+) s are missing: they never came$/u, '$1 s fehlen: Sie kamen nie an'],
  [/^Nobody is there$/u, 'Niemand ist da'],
  [/^Paused$/u, 'Angehalten'],
  [/^Starting$/u, 'Beginnt'],
];
