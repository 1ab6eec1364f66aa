import { texts } from '../texts.js';
import { rounded, turned, type LessonText } from './lesson-text.js';

export const featuresLesson = texts<LessonText>({
  en: {
    question: 'By what does a decoder know one movement from another?',
    intro: [
      'A decoder does not look at the trace itself. It cuts the signal into short windows and describes each by some numbers, called features. The simplest is MAV, the mean height of the trace in the window.',
      'One bar is the MAV of one channel. All bars together are the pattern of the movement.',
    ],
    ask: 'The person holds one movement, then another, then the first again. What will the patterns be like?',
    choices: {
      own: 'The first and the third are alike, the second is another',
      chance: 'Different every time',
      alike: 'All three are alike',
    },
    control: 'Movement that is held',
    settings: { one: 'First movement', other: 'Second movement', again: 'The first again' },
    shows: 'tallest bar',
    look: 'Which bars are tall. Not how tall they are, but how they stand to each other.',
    found: (n) =>
      `Measured: the pattern of the second movement is ${rounded(100 * turned(n, 0, 1), 1)} % away from that of the first. When the first was repeated it was ${rounded(100 * turned(n, 0, 2), 1)} % away. 0 % is the same pattern, 100 % has nothing in common.`,
    why: 'Each movement uses its own muscles, and each electrode hears mostly the muscles below it. So a movement leaves a fingerprint over the channels. No two repetitions are quite the same, because the discharges fall otherwise each time.',
    patient:
      'Calibration records these fingerprints. What matters is that movements differ and that each is repeated alike, not that they are strong.',
    beside: {
      text: 'On public recordings of 22 people, decisions among 11 classes were right in 73.2 % with MAV alone, and in 84.5 % with four features in each channel.',
      source: 'hand-recordings',
    },
  },
  de: {
    question: 'Woran erkennt ein Decoder eine Bewegung?',
    intro: [
      'Ein Decoder betrachtet nicht die Kurve selbst. Er schneidet das Signal in kurze Fenster und beschreibt jedes durch einige Zahlen, die Merkmale. Das einfachste ist MAV, die mittlere Höhe der Kurve im Fenster.',
      'Ein Balken ist der MAV eines Kanals. Alle Balken zusammen sind das Muster der Bewegung.',
    ],
    ask: 'Die Person hält eine Bewegung, dann eine andere, dann wieder die erste. Wie werden die Muster sein?',
    choices: {
      own: 'Das erste und das dritte gleichen sich, das zweite ist ein anderes',
      chance: 'Jedes Mal anders',
      alike: 'Alle drei gleichen sich',
    },
    control: 'Gehaltene Bewegung',
    settings: { one: 'Erste Bewegung', other: 'Zweite Bewegung', again: 'Noch einmal die erste' },
    shows: 'höchster Balken',
    look: 'Welche Balken hoch sind. Nicht wie hoch, sondern wie sie zueinander stehen.',
    found: (n) =>
      `Gemessen: Das Muster der zweiten Bewegung ist ${rounded(100 * turned(n, 0, 1), 1)} % von dem der ersten entfernt. Als die erste wiederholt wurde, waren es ${rounded(100 * turned(n, 0, 2), 1)} %. 0 % ist dasselbe Muster, bei 100 % ist nichts gemeinsam.`,
    why: 'Jede Bewegung nutzt ihre eigenen Muskeln, und jede Elektrode hört vor allem die Muskeln unter ihr. So hinterlässt eine Bewegung einen Fingerabdruck über die Kanäle. Keine zwei Wiederholungen sind ganz gleich, weil die Entladungen jedes Mal anders fallen.',
    patient:
      'Die Kalibrierung nimmt diese Fingerabdrücke auf. Es kommt darauf an, dass sich Bewegungen unterscheiden und jede gleich wiederholt wird, nicht dass sie stark sind.',
    beside: {
      text: 'Auf öffentlichen Aufnahmen von 22 Menschen stimmten Entscheidungen unter 11 Klassen mit MAV allein zu 73.2 %, mit vier Merkmalen je Kanal zu 84.5 %.',
      source: 'hand-recordings',
    },
  },
});
