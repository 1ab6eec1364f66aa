import { texts } from './texts.js';

/** Which classes a decoder learns, and which the next calibration asks for. */
export const classChoiceTexts = texts({
  en: {
    asked: (asked: number, all: number) => `Movements that are asked for: ${asked} of ${all}`,
    askedHint:
      'Those that a muscle of this person makes. Chosen here, they are asked for in the next calibration; the decoder that runs stays as it is.',
    leaveOut: 'Leave out',
    leaveOutName: (name: string) => `Leave out: ${name}`,
    leftOut: 'Left out',
    leftOutHint:
      'Recorded, but not known to the decoder. If the movement is made, it is taken for another one.',
    takeBack: (name: string) => `Take back: ${name}`,
  },
  de: {
    asked: (asked, all) => `Bewegungen, die verlangt werden: ${asked} von ${all}`,
    askedHint:
      'Solche, die ein Muskel dieser Person macht. Hier gewählt, werden sie in der nächsten Kalibrierung verlangt; der laufende Decoder bleibt, wie er ist.',
    leaveOut: 'Weglassen',
    leaveOutName: (name) => `Weglassen: ${name}`,
    leftOut: 'Weggelassen',
    leftOutHint:
      'Aufgenommen, dem Decoder aber nicht bekannt. Wird die Bewegung gemacht, so wird sie für eine andere gehalten.',
    takeBack: (name) => `Zurückholen: ${name}`,
  },
});
