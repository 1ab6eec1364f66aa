import { texts } from '../texts.js';
import { told, type LessonText } from './lesson-text.js';

export const recruitmentLesson = texts<LessonText>({
  en: {
    question: 'More units or faster units: what makes more force?',
    intro: [
      'A muscle has two ways to pull harder. It can call up more motor units: recruitment. Or it can let those at work discharge faster: rate coding.',
      'Each dot is one discharge. Each line is one motor unit of the muscle that does most of the movement, the first to be called up at the bottom.',
    ],
    ask: 'What does the muscle do when the effort rises from 5 % to 60 %?',
    choices: {
      more: 'More units, each as fast as before',
      faster: 'The same units, but faster',
      both: 'Both',
    },
    control: 'Effort of the held movement',
    settings: { at5: '5 %', at20: '20 %', at60: '60 %' },
    shows: 'motor units at work',
    look: 'How far up the dots reach, and how close they stand in one line.',
    found: (n) =>
      `Measured: ${told(n, 0, 'units')} units were at work at 5 %, ${told(n, 1, 'units')} at 20 % and ${told(n, 2, 'units')} at 60 %. The ten first of them discharged ${told(n, 0, 'rate', 1)}, ${told(n, 1, 'rate', 1)} and ${told(n, 2, 'rate', 1)} times a second.`,
    why: 'At low force the number of units grows quickest. Higher up, most are at work already and the rate does more. The order stays the same: the small units first, the large ones last.',
    patient:
      'A weakened muscle has fewer units left to call up. It must use its large units early, so that control becomes coarse and tires soon.',
    beside: {
      text: 'At the strongest effort, units of people’s biceps discharged 31.1 ± 10.1 times a second.',
      source: 'bellemare-1983',
    },
  },
  de: {
    question: 'Mehr Einheiten oder schnellere: Was macht mehr Kraft?',
    intro: [
      'Ein Muskel hat zwei Wege, stärker zu ziehen. Er kann mehr motorische Einheiten abrufen: Rekrutierung. Oder er lässt die, die arbeiten, schneller entladen: Ratenkodierung.',
      'Jeder Punkt ist eine Entladung. Jede Zeile ist eine motorische Einheit des Muskels, der bei der Bewegung am meisten tut, die zuerst abgerufene ganz unten.',
    ],
    ask: 'Was tut der Muskel, wenn die Anstrengung von 5 % auf 60 % steigt?',
    choices: {
      more: 'Mehr Einheiten, jede so schnell wie zuvor',
      faster: 'Dieselben Einheiten, aber schneller',
      both: 'Beides',
    },
    control: 'Anstrengung der gehaltenen Bewegung',
    settings: { at5: '5 %', at20: '20 %', at60: '60 %' },
    shows: 'arbeitende motorische Einheiten',
    look: 'Wie weit die Punkte nach oben reichen und wie dicht sie in einer Zeile stehen.',
    found: (n) =>
      `Gemessen: Bei 5 % arbeiteten ${told(n, 0, 'units')} Einheiten, bei 20 % ${told(n, 1, 'units')} und bei 60 % ${told(n, 2, 'units')}. Die zehn ersten entluden ${told(n, 0, 'rate', 1)}-, ${told(n, 1, 'rate', 1)}- und ${told(n, 2, 'rate', 1)}-mal in der Sekunde.`,
    why: 'Bei kleiner Kraft wächst vor allem die Zahl der Einheiten. Weiter oben arbeiten die meisten schon, und die Rate tut mehr. Die Reihenfolge bleibt: die kleinen zuerst, die großen zuletzt.',
    patient:
      'Ein geschwächter Muskel hat weniger Einheiten abzurufen. Er muss die großen früh einsetzen, so wird die Steuerung grob und ermüdet bald.',
    beside: {
      text: 'Bei stärkster Anstrengung entluden Einheiten im Bizeps von Menschen 31.1 ± 10.1-mal in der Sekunde.',
      source: 'bellemare-1983',
    },
  },
});
