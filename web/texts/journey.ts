import { texts } from './texts.js';

/** Of the stages of a patient's journey. */
export const journeyTexts = texts({
  en: {
    label: 'Stages of the patient’s journey',
    heading: 'The way here',
    goTo: (seconds: number) => `Go to this stage; it plays for ${seconds} s`,
    hold: 'Stay here',
    resume: 'Play on',
    holdHint: 'Keep the patient in this stage, or let the stages play on',
  },
  de: {
    label: 'Abschnitte auf dem Weg des Menschen',
    heading: 'Der Weg hierher',
    goTo: (seconds) => `Zu diesem Abschnitt; er dauert ${seconds} s`,
    hold: 'Hier bleiben',
    resume: 'Weiterspielen',
    holdHint: 'Den Menschen in diesem Abschnitt halten oder die Abschnitte weiterspielen lassen',
  },
});
