import { texts } from '../texts.js';
import { told, type LessonText } from './lesson-text.js';

export const classifierLesson = texts<LessonText>({
  en: {
    question: 'What does a classifier say to something it has never learned?',
    intro: [
      'The classifier compares the features of each window with the patterns of the calibration and names a movement: that is its decision. It also says how certain it is.',
      'The person holds one movement, then another, then both together. Both together was not in the calibration.',
    ],
    ask: 'What will it decide when both are held together?',
    choices: {
      known: 'One of the movements that it knows',
      silent: 'Nothing: it notices that it does not know this',
    },
    control: 'What is held',
    settings: { one: 'First movement', other: 'Second movement', both: 'Both together' },
    shows: 'decided most often',
    look: 'The lower row: what was decided. Does it stay calm?',
    found: (n) =>
      `Measured: the most frequent decision took ${told(n, 0, 'share')} % of the time for the first movement, ${told(n, 1, 'share')} % for the second and ${told(n, 2, 'share')} % for both together. Its mean certainty was ${told(n, 0, 'certain')}, ${told(n, 1, 'certain')} and ${told(n, 2, 'certain')} %. Every single decision was one of those it had learned.`,
    why: 'A classifier of this kind always chooses among what it knows, and can be certain and wrong. Some decoders reject decisions that are too uncertain and rest instead; here this is switched off.',
    patient:
      'The prosthesis will do something even if the effort was meant otherwise. So the calibration should hold what a person really does in a day, rest and weak efforts included.',
    beside: {
      text: 'Rejecting decisions of too little confidence made control better in able-bodied people and amputees.',
      source: 'scheme-2013-rejection',
    },
  },
  de: {
    question: 'Was sagt ein Klassifikator zu etwas, das er nie gelernt hat?',
    intro: [
      'Der Klassifikator vergleicht die Merkmale jedes Fensters mit den Mustern der Kalibrierung und nennt eine Bewegung: Das ist seine Entscheidung. Er sagt auch, wie sicher er ist.',
      'Die Person hält eine Bewegung, dann eine andere, dann beide zugleich. Beide zugleich kamen in der Kalibrierung nicht vor.',
    ],
    ask: 'Wie entscheidet er, wenn beide zugleich gehalten werden?',
    choices: {
      known: 'Für eine Bewegung, die er kennt',
      silent: 'Gar nicht: Er merkt, dass er das nicht kennt',
    },
    control: 'Was gehalten wird',
    settings: { one: 'Erste Bewegung', other: 'Zweite Bewegung', both: 'Beide zugleich' },
    shows: 'am häufigsten entschieden',
    look: 'Die untere Zeile: was entschieden wurde. Bleibt sie ruhig?',
    found: (n) =>
      `Gemessen: Die häufigste Entscheidung galt bei der ersten Bewegung ${told(n, 0, 'share')} % der Zeit, bei der zweiten ${told(n, 1, 'share')} % und bei beiden zugleich ${told(n, 2, 'share')} %. Im Mittel war er zu ${told(n, 0, 'certain')}, ${told(n, 1, 'certain')} und ${told(n, 2, 'certain')} % sicher. Jede einzelne Entscheidung war eine, die er gelernt hatte.`,
    why: 'Ein Klassifikator dieser Art wählt immer unter dem, was er kennt, und kann sicher und im Irrtum sein. Manche Decoder verwerfen zu unsichere Entscheidungen und ruhen stattdessen; hier ist das ausgeschaltet.',
    patient:
      'Die Prothese tut etwas, auch wenn die Anstrengung anders gemeint war. Darum soll die Kalibrierung enthalten, was jemand am Tag wirklich tut, auch Ruhe und schwache Anstrengungen.',
    beside: {
      text: 'Zu unsichere Entscheidungen zu verwerfen, verbesserte die Steuerung bei Gesunden und Amputierten.',
      source: 'scheme-2013-rejection',
    },
  },
});
