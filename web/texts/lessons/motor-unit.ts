import { texts } from '../texts.js';
import { told, type LessonText, type MeasuredNumbers } from './lesson-text.js';

/** What is too small for every electrode has no size. */
const swing = (n: MeasuredNumbers, unit: number, none: string, some: string): string =>
  (n[unit]?.['uv'] ?? 0) < 0.05 ? none : `${some} ${told(n, unit, 'uv', 1)} µV`;

export const motorUnitLesson = texts<LessonText>({
  en: {
    question: 'What does one motor unit look like?',
    intro: [
      'A muscle calls its motor units up in a fixed order, always the small ones first. This is called recruitment.',
      'You see the pulse that one discharge of one unit makes on each channel. The muscle is the one that does most of the person’s first movement.',
    ],
    ask: 'Compare the first unit that is called up with the last. Whose pulse is larger?',
    choices: { larger: 'That of the last', alike: 'Both are alike', smaller: 'That of the first' },
    control: 'Motor unit, in the order of recruitment',
    settings: { first: 'The first', middle: 'One in the middle', last: 'The last' },
    shows: 'largest swing on any channel',
    look: 'How large the pulse is, and on how many channels you can see it.',
    found: (n) =>
      `Measured: the first unit ${swing(n, 0, 'reaches no electrode at all', 'swings by')}, unit ${told(n, 1, 'unit')} ${swing(n, 1, 'reaches none either', 'swings by')}, and the last one, number ${told(n, 2, 'unit')}, ${swing(n, 2, 'reaches none', 'swings by')}. The last one is called up at ${told(n, 2, 'recruited')} % of the full drive, and ${told(n, 2, 'heard')} of ${told(n, 2, 'channels')} channels hear it well.`,
    why: 'Late units have more fibres, so their pulse is larger. But distance counts as well: a small unit under an electrode can beat a large one far away, and some units reach no electrode at all. What reaches an electrode over another muscle is called crosstalk.',
    patient:
      'Fine control uses the small, early units, which electrodes hear worst. That is why weak efforts are the hardest to decode, and why electrodes on or in the muscle help.',
    beside: {
      text: 'In a jaw muscle, units that are recruited at higher force had larger pulses and stronger twitches.',
      source: 'goldberg-1977',
    },
  },
  de: {
    question: 'Wie sieht eine einzelne motorische Einheit aus?',
    intro: [
      'Ein Muskel ruft seine motorischen Einheiten in fester Reihenfolge ab, immer die kleinen zuerst. Das heißt Rekrutierung.',
      'Zu sehen ist der Impuls, den eine Entladung einer Einheit auf jedem Kanal hinterlässt. Der Muskel ist der, der bei der ersten Bewegung der Person am meisten tut.',
    ],
    ask: 'Vergleichen Sie die Einheit, die zuerst abgerufen wird, mit der letzten. Wessen Impuls ist größer?',
    choices: { larger: 'Der der letzten', alike: 'Beide sind gleich', smaller: 'Der der ersten' },
    control: 'Motorische Einheit, in der Reihenfolge der Rekrutierung',
    settings: { first: 'Die erste', middle: 'Eine in der Mitte', last: 'Die letzte' },
    shows: 'größter Ausschlag auf einem Kanal',
    look: 'Wie groß der Impuls ist und auf wie vielen Kanälen man ihn sieht.',
    found: (n) =>
      `Gemessen: Die erste Einheit ${swing(n, 0, 'erreicht gar keine Elektrode', 'hat einen Ausschlag von')}, Einheit ${told(n, 1, 'unit')} ${swing(n, 1, 'ebenso wenig', 'einen von')}, die letzte, Nummer ${told(n, 2, 'unit')}, ${swing(n, 2, 'auch nicht', 'einen von')}. Die letzte wird bei ${told(n, 2, 'recruited')} % des vollen Antriebs abgerufen, und ${told(n, 2, 'heard')} von ${told(n, 2, 'channels')} Kanälen hören sie gut.`,
    why: 'Späte Einheiten haben mehr Fasern, darum ist ihr Impuls größer. Aber auch die Entfernung zählt: Eine kleine Einheit unter einer Elektrode kann eine große in der Ferne übertreffen, und manche Einheit erreicht gar keine Elektrode. Was eine Elektrode über einem anderen Muskel erreicht, heißt Übersprechen.',
    patient:
      'Feine Bewegungen nutzen die kleinen, frühen Einheiten, die Elektroden am schlechtesten hören. Darum sind schwache Anstrengungen am schwersten zu erkennen, und darum helfen Elektroden auf oder in dem Muskel.',
    beside: {
      text: 'In einem Kaumuskel hatten Einheiten, die bei höherer Kraft rekrutiert werden, größere Impulse und stärkere Zuckungen.',
      source: 'goldberg-1977',
    },
  },
});
