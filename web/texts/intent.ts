import { texts } from './texts.js';

/** Buttons and keys that are the patient's will. */
export const intentTexts = texts({
  en: {
    who: 'Who moves',
    script: 'Script',
    you: 'You',
    simulated: 'The simulated user acts until the test or calibration is over.',
    personal: 'Hold a button or its key. Letting go is rest.',
    scripted: 'The patient follows a script. Hold a button to take over.',
    strength: 'Strength',
    ofMaximum: (percent: number) => `${percent} % of maximum`,
  },
  de: {
    who: 'Wer bewegt',
    script: 'Ablauf',
    you: 'Sie',
    simulated: 'Die simulierte Person handelt, bis Test oder Kalibrierung vorbei sind.',
    personal: 'Eine Taste halten, hier oder auf der Tastatur. Loslassen ist Ruhe.',
    scripted: 'Die Person folgt einem Ablauf. Eine Taste halten, um selbst zu bewegen.',
    strength: 'Stärke',
    ofMaximum: (percent) => `${percent} % des Maximums`,
  },
});
