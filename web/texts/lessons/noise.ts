import { texts } from '../texts.js';
import { told, type LessonText } from './lesson-text.js';

export const noiseLesson = texts<LessonText>({
  en: {
    question: 'Noise, sweat or a lost contact: what disturbs the decoder most?',
    intro: [
      'Every electrode adds noise of its own, and dry skin more. Sweat can join two neighbouring channels, so that they hear the same. A contact that lifts off delivers nothing but a jump to the limit of the amplifier.',
      'The person goes through all movements while one thing at a time goes wrong. The decoder does not learn again.',
    ],
    ask: 'Three troubles of these sizes: noise of 30 µV, more than skin usually makes, sweat that joins two channels, a contact that lifts off every three seconds. Which costs most?',
    choices: { noise: 'Noise', sweat: 'Sweat between two channels', contact: 'The lost contact' },
    control: 'What goes wrong',
    settings: { calm: 'Nothing', noise: 'Noise, 30 µV', sweat: 'Sweat bridge', contact: 'Lost contact' },
    shows: 'right while a movement was held',
    look: 'Where the decisions go wrong: all the time, in some movements, or in bursts.',
    found: (n) =>
      `Measured: ${told(n, 0, 'right', 1)} % right when calm, ${told(n, 1, 'right', 1)} % with noise, ${told(n, 2, 'right', 1)} % with sweat and ${told(n, 3, 'right', 1)} % with the lost contact.`,
    why: 'Noise drowns weak movements first. Sweat takes away what two channels tell apart. A lost contact makes a huge signal that looks like no movement at all. With other sizes the order may be another: try it in the Lab.',
    patient:
      'Clean, slightly moist skin, firm contact and a look at the signal before calibration save most of it. In the practice below you can try.',
    beside: {
      text: 'The noise of electrodes on skin was 1 to 20 µV, depending on the person and on how the skin was treated.',
      source: 'huigen-2002',
    },
  },
  de: {
    question: 'Rauschen, Schweiß oder ein verlorener Kontakt: Was stört den Decoder am meisten?',
    intro: [
      'Jede Elektrode fügt ihr eigenes Rauschen hinzu, trockene Haut mehr. Schweiß kann zwei benachbarte Kanäle verbinden, so dass sie dasselbe hören. Ein Kontakt, der abhebt, liefert nichts als einen Sprung an die Grenze des Verstärkers.',
      'Die Person geht alle Bewegungen durch, während jeweils eines schiefgeht. Der Decoder lernt nicht neu.',
    ],
    ask: 'Drei Störungen dieser Größe: Rauschen von 30 µV, mehr als Haut meist macht, Schweiß, der zwei Kanäle verbindet, ein Kontakt, der alle drei Sekunden abhebt. Welche kostet am meisten?',
    choices: { noise: 'Rauschen', sweat: 'Schweiß zwischen zwei Kanälen', contact: 'Der verlorene Kontakt' },
    control: 'Was schiefgeht',
    settings: {
      calm: 'Nichts',
      noise: 'Rauschen, 30 µV',
      sweat: 'Schweißbrücke',
      contact: 'Verlorener Kontakt',
    },
    shows: 'richtig, während eine Bewegung gehalten wurde',
    look: 'Wo die Entscheidungen falsch werden: ständig, bei einigen Bewegungen oder schubweise.',
    found: (n) =>
      `Gemessen: ${told(n, 0, 'right', 1)} % richtig ohne Störung, ${told(n, 1, 'right', 1)} % mit Rauschen, ${told(n, 2, 'right', 1)} % mit Schweiß und ${told(n, 3, 'right', 1)} % mit verlorenem Kontakt.`,
    why: 'Rauschen ertränkt zuerst die schwachen Bewegungen. Schweiß nimmt weg, was zwei Kanäle unterscheidet. Ein verlorener Kontakt macht ein riesiges Signal, das keiner Bewegung gleicht. Bei anderen Größen kann die Reihenfolge eine andere sein: Versuchen Sie es im Labor.',
    patient:
      'Saubere, leicht feuchte Haut, fester Kontakt und ein Blick auf das Signal vor der Kalibrierung ersparen das meiste. In der Übung unten können Sie es versuchen.',
    beside: {
      text: 'Das Rauschen von Elektroden auf Haut betrug 1 bis 20 µV, je nach Person und Behandlung der Haut.',
      source: 'huigen-2002',
    },
  },
});
