import { texts } from '../texts.js';
import { told, type LessonText } from './lesson-text.js';

export const shiftLesson = texts<LessonText>({
  en: {
    question: 'What happens when the electrodes are not where they were?',
    intro: [
      'The decoder learned the patterns with each electrode in its place. Putting the prosthesis on anew can shift electrodes on the skin by a centimetre or two.',
      'The person goes through all movements. The decoder stays the one it was: it is not calibrated again.',
    ],
    ask: 'All electrodes shift by 20 mm around the limb. How many decisions are still right?',
    choices: { all: 'Nearly all: 90 % or more', most: 'Most: 75 to 90 %', few: 'Fewer than 75 %' },
    control: 'Place of the electrodes',
    settings: {
      place: 'In place',
      along10: '10 mm along',
      around10: '10 mm around',
      around20: '20 mm around',
    },
    shows: 'right while a movement was held',
    look: 'The marked stretches, where the decision is not what was intended.',
    found: (n) =>
      `Measured: ${told(n, 0, 'right', 1)} % right in place, ${told(n, 1, 'right', 1)} % after 10 mm along the limb, ${told(n, 2, 'right', 1)} % after 10 mm around it and ${told(n, 3, 'right', 1)} % after 20 mm around it.`,
    why: 'An electrode that moves around comes to lie over another muscle: the pattern is another, and the decoder takes it for another movement. Fibres run along the limb, so that one that moves along stays over the same muscle. Near the middle or the end of the fibres the signal changes all the same.',
    patient:
      'Mark where the electrodes go, and calibrate again when in doubt. Electrodes on or in the muscle do not move with the skin.',
    beside: {
      text: 'In a study, shift across the fibres hurt much more than shift along them.',
      source: 'young-2011',
    },
  },
  de: {
    question: 'Was geschieht, wenn die Elektroden nicht mehr am alten Platz sind?',
    intro: [
      'Der Decoder lernte die Muster mit jeder Elektrode an ihrem Platz. Wird die Prothese neu angelegt, können Elektroden auf der Haut um ein bis zwei Zentimeter verrutschen.',
      'Die Person geht alle Bewegungen durch. Der Decoder bleibt, wie er war: Er wird nicht neu kalibriert.',
    ],
    ask: 'Alle Elektroden verrutschen um 20 mm um die Gliedmaße herum. Wie viele Entscheidungen sind noch richtig?',
    choices: { all: 'Fast alle: 90 % oder mehr', most: 'Die meisten: 75 bis 90 %', few: 'Weniger als 75 %' },
    control: 'Platz der Elektroden',
    settings: { place: 'Am Platz', along10: '10 mm längs', around10: '10 mm herum', around20: '20 mm herum' },
    shows: 'richtig, während eine Bewegung gehalten wurde',
    look: 'Die markierten Stellen, an denen die Entscheidung nicht das Gewollte ist.',
    found: (n) =>
      `Gemessen: ${told(n, 0, 'right', 1)} % richtig am Platz, ${told(n, 1, 'right', 1)} % nach 10 mm längs, ${told(n, 2, 'right', 1)} % nach 10 mm herum und ${told(n, 3, 'right', 1)} % nach 20 mm herum.`,
    why: 'Eine Elektrode, die herum rutscht, liegt dann über einem anderen Muskel: Das Muster ist ein anderes, und der Decoder hält es für eine andere Bewegung. Fasern laufen längs der Gliedmaße, darum bleibt eine, die längs rutscht, über demselben Muskel. Nahe der Mitte oder dem Ende der Fasern ändert sich das Signal trotzdem.',
    patient:
      'Markieren Sie, wo die Elektroden hingehören, und kalibrieren Sie im Zweifel neu. Elektroden auf oder in dem Muskel bewegen sich nicht mit der Haut.',
    beside: {
      text: 'In einer Studie schadete die Verschiebung quer zu den Fasern viel mehr als die längs.',
      source: 'young-2011',
    },
  },
});
