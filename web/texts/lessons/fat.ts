import { texts } from '../texts.js';
import { rounded, times, told, type LessonText } from './lesson-text.js';

export const fatLesson = texts<LessonText>({
  en: {
    question: 'What does fat under the skin do to the signal?',
    intro: [
      'Electrodes on the skin listen through skin and fat. Fat conducts poorly and keeps the electrodes away from the muscle.',
      'The person holds the first movement with half of their strength. Only the thickness of the fat changes. Electrodes that sit on the muscle itself do not look through fat, so this lesson is about electrodes on the skin.',
    ],
    ask: 'The fat goes from 3 mm to 18 mm. How much of the signal is left?',
    choices: { most: 'More than three quarters', half: 'About half', little: 'Less than 40 %' },
    control: 'Fat under the skin',
    settings: { mm3: '3 mm', mm9: '9 mm', mm18: '18 mm' },
    shows: 'RMS over all channels',
    look: 'The height of the traces, and how alike neighbouring channels become.',
    found: (n) =>
      `Measured: ${told(n, 0, 'rms', 1)} µV under 3 mm, ${told(n, 1, 'rms', 1)} µV under 9 mm and ${told(n, 2, 'rms', 1)} µV under 18 mm. ${rounded(100 * times(n, 2, 0, 'rms'), 0)} % of the signal is left, the noise of the electrodes included.`,
    why: 'The pulse of a fibre fades quickly with distance. Farther away it is also heard by more electrodes, so that each channel hears more of the neighbouring muscles: crosstalk.',
    patient:
      'Fat at the end of the stump is thinned in many operations, mainly so that the skin moves less at the implant. A clearer signal for electrodes on the skin is a second gain.',
    beside: {
      text: 'In a model, the amplitude fell by 31.3, 80.2 and 90.0 % under 3, 9 and 18 mm of fat, compared with no fat at all.',
      source: 'kuiken-2003',
    },
  },
  de: {
    question: 'Was macht Fett unter der Haut mit dem Signal?',
    intro: [
      'Elektroden auf der Haut hören durch Haut und Fett hindurch. Fett leitet schlecht und hält die Elektroden vom Muskel fern.',
      'Die Person hält die erste Bewegung mit halber Kraft. Nur die Dicke des Fetts ändert sich. Elektroden, die auf dem Muskel selbst sitzen, hören nicht durch Fett, darum geht es hier um Elektroden auf der Haut.',
    ],
    ask: 'Das Fett wächst von 3 mm auf 18 mm. Wie viel bleibt vom Signal?',
    choices: { most: 'Mehr als drei Viertel', half: 'Etwa die Hälfte', little: 'Weniger als 40 %' },
    control: 'Fett unter der Haut',
    settings: { mm3: '3 mm', mm9: '9 mm', mm18: '18 mm' },
    shows: 'RMS über alle Kanäle',
    look: 'Die Höhe der Kurven und wie ähnlich sich benachbarte Kanäle werden.',
    found: (n) =>
      `Gemessen: ${told(n, 0, 'rms', 1)} µV unter 3 mm, ${told(n, 1, 'rms', 1)} µV unter 9 mm und ${told(n, 2, 'rms', 1)} µV unter 18 mm. ${rounded(100 * times(n, 2, 0, 'rms'), 0)} % des Signals bleiben, das Rauschen der Elektroden mitgezählt.`,
    why: 'Der Impuls einer Faser verblasst rasch mit der Entfernung. Aus der Ferne hören ihn auch mehr Elektroden, so dass jeder Kanal mehr von den Nachbarmuskeln hört: Übersprechen.',
    patient:
      'Fett am Ende des Stumpfs wird in vielen Operationen ausgedünnt, vor allem damit sich die Haut am Implantat weniger bewegt. Ein klareres Signal für Elektroden auf der Haut ist ein zweiter Gewinn.',
    beside: {
      text: 'In einem Modell fiel die Amplitude unter 3, 9 und 18 mm Fett um 31.3, 80.2 und 90.0 %, verglichen mit gar keinem Fett.',
      source: 'kuiken-2003',
    },
  },
});
