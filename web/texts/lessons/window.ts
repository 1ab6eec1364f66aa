import { texts } from '../texts.js';
import { told, type LessonText } from './lesson-text.js';

export const windowLesson = texts<LessonText>({
  en: {
    question: 'How long should the decoder listen before it decides?',
    intro: [
      'The decoder looks at a window of signal, decides, and moves on by a step. EMG is random, so a short window may be a poor guess.',
      'The person goes through all movements. For each window the decoder learns anew from the same calibration. Held-out accuracy says how often it was right on repetitions it had not learned from.',
    ],
    ask: 'The window grows from 50 to 500 milliseconds. What happens?',
    choices: {
      'surer-later': 'Decisions become surer and later',
      better: 'Surer, and as quick as before',
      'only-later': 'Only later, not surer',
    },
    control: 'Window',
    settings: { ms50: '50 ms', ms200: '200 ms', ms500: '500 ms' },
    shows: 'right while a movement was held',
    look: 'How restless the decisions are while the same movement is held.',
    found: (n) =>
      `Measured: held-out accuracy ${told(n, 0, 'heldOut', 1)}, ${told(n, 1, 'heldOut', 1)} and ${told(n, 2, 'heldOut', 1)} %. In this run ${told(n, 0, 'right', 1)}, ${told(n, 1, 'right', 1)} and ${told(n, 2, 'right', 1)} % were right while a movement was held. The delay from muscle to command was ${told(n, 0, 'delay')}, ${told(n, 1, 'delay')} and ${told(n, 2, 'delay')} ms.`,
    why: 'An average over a longer time varies less, so the guess is surer. But half of the window lies in the past, so the answer is about a moment that is gone.',
    patient:
      'A hand that answers late feels foreign, one that flickers cannot be trusted. Fitting a decoder is finding the bargain between the two.',
    beside: {
      text: 'In 13 people, windows of 150 to 250 ms controlled best: error and delay both hurt.',
      source: 'smith-2011',
    },
  },
  de: {
    question: 'Wie lange soll der Decoder hören, bevor er entscheidet?',
    intro: [
      'Der Decoder betrachtet ein Fenster des Signals, entscheidet und rückt um einen Schritt weiter. EMG ist zufällig, darum kann ein kurzes Fenster schlecht raten.',
      'Die Person geht alle Bewegungen durch. Für jedes Fenster lernt der Decoder neu aus derselben Kalibrierung. Die zurückgehaltene Genauigkeit sagt, wie oft er bei Wiederholungen recht hatte, aus denen er nicht gelernt hatte.',
    ],
    ask: 'Das Fenster wächst von 50 auf 500 Millisekunden. Was geschieht?',
    choices: {
      'surer-later': 'Entscheidungen werden sicherer und später',
      better: 'Sicherer und so schnell wie zuvor',
      'only-later': 'Nur später, nicht sicherer',
    },
    control: 'Fenster',
    settings: { ms50: '50 ms', ms200: '200 ms', ms500: '500 ms' },
    shows: 'richtig, während eine Bewegung gehalten wurde',
    look: 'Wie unruhig die Entscheidungen sind, während dieselbe Bewegung gehalten wird.',
    found: (n) =>
      `Gemessen: zurückgehaltene Genauigkeit ${told(n, 0, 'heldOut', 1)}, ${told(n, 1, 'heldOut', 1)} und ${told(n, 2, 'heldOut', 1)} %. In diesem Lauf waren ${told(n, 0, 'right', 1)}, ${told(n, 1, 'right', 1)} und ${told(n, 2, 'right', 1)} % richtig, während eine Bewegung gehalten wurde. Die Verzögerung vom Muskel zum Befehl betrug ${told(n, 0, 'delay')}, ${told(n, 1, 'delay')} und ${told(n, 2, 'delay')} ms.`,
    why: 'Ein Mittel über längere Zeit schwankt weniger, darum ist die Entscheidung sicherer. Aber die Hälfte des Fensters liegt in der Vergangenheit, die Antwort gilt einem Augenblick, der vorbei ist.',
    patient:
      'Eine Hand, die spät antwortet, fühlt sich fremd an, einer, die flackert, traut man nicht. Einen Decoder anzupassen heißt, dazwischen den Ausgleich zu finden.',
    beside: {
      text: 'Bei 13 Menschen steuerten Fenster von 150 bis 250 ms am besten: Fehler und Verzögerung schaden beide.',
      source: 'smith-2011',
    },
  },
});
