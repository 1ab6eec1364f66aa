import { texts } from '../texts.js';
import { rounded, times, told, type LessonText } from './lesson-text.js';

export const reattachLesson = texts<LessonText>({
  en: {
    question: 'Why is a cut muscle sewn to the bone?',
    intro: [
      'A muscle that was cut through has lost its hold. Sewing its end to the bone again is called myodesis, and this product is named after it.',
      'The person holds the first movement with half of their strength, long after the operation: once with muscles sewn on well, once with muscles that were left loose.',
    ],
    ask: 'How does the signal of loose muscles compare with that of muscles sewn to the bone?',
    choices: { stronger: 'It is stronger', same: 'It is the same', weaker: 'It is weaker' },
    control: 'Muscle ends',
    settings: { sewn: 'Sewn to the bone', loose: 'Left loose' },
    shows: 'RMS over all channels',
    look: 'The height of the traces at the same effort.',
    found: (n) =>
      `Measured: ${told(n, 0, 'rms')} µV where the muscles are sewn to the bone, ${told(n, 1, 'rms')} µV where they were left loose: ${rounded(100 * times(n, 1, 0, 'rms'), 0)} % of it.`,
    why: 'A muscle without hold can shorten but not pull. It wastes away over months, its fibres become thinner, and their pulses smaller. How much a loose muscle loses here is an assumption of this simulator; it is a dial in the Lab.',
    patient:
      'Sewn muscles stay in use and keep their place, so that electrodes find them where they were. The sutures alone move no prosthesis: that takes electrodes, and a decoder.',
    beside: {
      text: 'In 12 people, muscles of hip and thigh that had been cut were 40 to 60 % smaller than on the other side. That fixing them decides it is not said there.',
      source: 'jaegers-1995',
    },
  },
  de: {
    question: 'Warum wird ein durchtrennter Muskel an den Knochen genäht?',
    intro: [
      'Ein durchtrennter Muskel hat seinen Halt verloren. Sein Ende wieder an den Knochen zu nähen heißt Myodese, und nach ihr ist dieses Programm benannt.',
      'Die Person hält die erste Bewegung mit halber Kraft, lange nach der Operation: einmal mit gut angenähten Muskeln, einmal mit Muskeln, die lose blieben.',
    ],
    ask: 'Wie verhält sich das Signal loser Muskeln zu dem angenähter?',
    choices: { stronger: 'Es ist stärker', same: 'Es ist gleich', weaker: 'Es ist schwächer' },
    control: 'Enden der Muskeln',
    settings: { sewn: 'An den Knochen genäht', loose: 'Lose gelassen' },
    shows: 'RMS über alle Kanäle',
    look: 'Die Höhe der Kurven bei gleicher Anstrengung.',
    found: (n) =>
      `Gemessen: ${told(n, 0, 'rms')} µV, wo die Muskeln angenäht sind, ${told(n, 1, 'rms')} µV, wo sie lose blieben: ${rounded(100 * times(n, 1, 0, 'rms'), 0)} % davon.`,
    why: 'Ein Muskel ohne Halt kann sich verkürzen, aber nicht ziehen. Er schwindet über Monate, seine Fasern werden dünner und ihre Impulse kleiner. Wie viel ein loser Muskel hier verliert, ist eine Annahme dieses Simulators; im Labor ist es ein Regler.',
    patient:
      'Angenähte Muskeln bleiben in Gebrauch und an ihrem Platz, so dass Elektroden sie dort finden, wo sie waren. Die Nähte allein bewegen keine Prothese: Dazu braucht es Elektroden und einen Decoder.',
    beside: {
      text: 'Bei 12 Menschen waren durchtrennte Muskeln von Hüfte und Oberschenkel 40 bis 60 % kleiner als auf der anderen Seite. Dass die Befestigung darüber entscheidet, steht dort nicht.',
      source: 'jaegers-1995',
    },
  },
});
