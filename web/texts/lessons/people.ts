import { texts } from '../texts.js';
import { rounded, told, turned, type LessonText } from './lesson-text.js';

export const peopleLesson = texts<LessonText>({
  en: {
    question: 'Why does the same movement look different in another person?',
    intro: [
      'Every patient here is the typical one of a population. Behind each number stands another person of it: other girth and fat, muscles that lie elsewhere, other habits.',
      'Each person is calibrated anew and then holds the same movement with the same effort. One bar is the mean height of one channel, a feature called MAV.',
    ],
    ask: 'Will another person’s pattern be the same?',
    choices: {
      same: 'Yes: same movement, same muscles, same pattern',
      own: 'No: each has a pattern of their own',
    },
    control: 'Who it is',
    settings: { person0: 'The typical person', person1: 'Person 1', person2: 'Person 2' },
    shows: 'held-out accuracy',
    look: 'Which bars are tall, and how the three pictures differ.',
    found: (n) =>
      `Measured: the patterns of persons 1 and 2 are ${rounded(100 * turned(n, 0, 1), 1)} and ${rounded(100 * turned(n, 0, 2), 1)} % away from that of the typical one. After calibration ${told(n, 0, 'heldOut', 1)}, ${told(n, 1, 'heldOut', 1)} and ${told(n, 2, 'heldOut', 1)} % of the held-out decisions were right.`,
    why: 'Nobody has the typical body. Where the muscles lie, how thick the fat is and how a person makes the movement decide what each electrode hears.',
    patient:
      'A decoder is trained on the person who uses it. And a study reports the mean and the spread over people, not one person’s result.',
  },
  de: {
    question: 'Warum sieht dieselbe Bewegung bei einem anderen Menschen anders aus?',
    intro: [
      'Jeder Patient hier ist der typische einer Population. Hinter jeder Nummer steht ein anderer Mensch daraus: anderer Umfang, anderes Fett, Muskeln an anderer Stelle, andere Gewohnheiten.',
      'Jede Person wird neu kalibriert und hält dann dieselbe Bewegung mit derselben Anstrengung. Ein Balken ist die mittlere Höhe eines Kanals, ein Merkmal namens MAV.',
    ],
    ask: 'Ist das Muster einer anderen Person dasselbe?',
    choices: {
      same: 'Ja: gleiche Bewegung, gleiche Muskeln, gleiches Muster',
      own: 'Nein: Jede hat ihr eigenes Muster',
    },
    control: 'Wer es ist',
    settings: { person0: 'Die typische Person', person1: 'Person 1', person2: 'Person 2' },
    shows: 'zurückgehaltene Genauigkeit',
    look: 'Welche Balken hoch sind und worin sich die drei Bilder unterscheiden.',
    found: (n) =>
      `Gemessen: Die Muster der Personen 1 und 2 sind ${rounded(100 * turned(n, 0, 1), 1)} und ${rounded(100 * turned(n, 0, 2), 1)} % von dem der typischen entfernt. Nach der Kalibrierung waren ${told(n, 0, 'heldOut', 1)}, ${told(n, 1, 'heldOut', 1)} und ${told(n, 2, 'heldOut', 1)} % der zurückgehaltenen Entscheidungen richtig.`,
    why: 'Niemand hat den typischen Körper. Wo die Muskeln liegen, wie dick das Fett ist und wie jemand die Bewegung macht, entscheidet, was jede Elektrode hört.',
    patient:
      'Ein Decoder wird an dem Menschen trainiert, der ihn benutzt. Und eine Studie nennt Mittel und Streuung über Menschen, nicht das Ergebnis eines einzelnen.',
  },
});
