import { texts } from '../texts.js';
import { told, type LessonText } from './lesson-text.js';

export const blockLesson = texts<LessonText>({
  en: {
    question: 'What is left when the nerves are numbed?',
    intro: [
      'The operation can be done under regional anaesthesia, which numbs the nerves of the limb. Below the block no will reaches the muscle.',
      'The person rests, then holds a movement, then tries the same with the nerves numbed.',
    ],
    ask: 'What is left of the signal when the nerves are numbed and the person tries with all their will?',
    choices: {
      same: 'The same: the muscle is not numbed',
      weaker: 'A weaker signal',
      noise: 'Nothing but the noise of rest',
    },
    control: 'What the person does',
    settings: { rest: 'Rest', held: 'Held', numbed: 'Tried, nerves numbed' },
    shows: 'RMS over all channels',
    look: 'The traces, and whether anything in them still tells of the effort.',
    found: (n) =>
      `Measured: ${told(n, 0, 'rms', 1)} µV at rest, ${told(n, 1, 'rms', 1)} µV while the movement was held, ${told(n, 2, 'rms', 1)} µV with the nerves numbed.`,
    why: 'A muscle contracts when its nerve tells it to. Without the nerve there are no discharges and no EMG. What is left is noise: even less than at rest, because a resting muscle still has some tone.',
    patient:
      'During the operation and for hours after it, no decoder can read anything. A safe one then stays at rest. The feeling and the signal come back as the block wears off.',
  },
  de: {
    question: 'Was bleibt, wenn die Nerven betäubt sind?',
    intro: [
      'Die Operation kann in Regionalanästhesie geschehen, die die Nerven der Gliedmaße betäubt. Unterhalb der Blockade erreicht kein Wille den Muskel.',
      'Die Person ruht, hält dann eine Bewegung und versucht dasselbe mit betäubten Nerven.',
    ],
    ask: 'Was bleibt vom Signal, wenn die Nerven betäubt sind und die Person es mit aller Willenskraft versucht?',
    choices: {
      same: 'Dasselbe: Der Muskel ist nicht betäubt',
      weaker: 'Ein schwächeres Signal',
      noise: 'Nichts als das Rauschen der Ruhe',
    },
    control: 'Was die Person tut',
    settings: { rest: 'Ruhe', held: 'Gehalten', numbed: 'Versucht, Nerven betäubt' },
    shows: 'RMS über alle Kanäle',
    look: 'Die Kurven, und ob darin noch etwas von der Anstrengung erzählt.',
    found: (n) =>
      `Gemessen: ${told(n, 0, 'rms', 1)} µV in Ruhe, ${told(n, 1, 'rms', 1)} µV, während die Bewegung gehalten wurde, ${told(n, 2, 'rms', 1)} µV mit betäubten Nerven.`,
    why: 'Ein Muskel zieht sich zusammen, wenn sein Nerv es befiehlt. Ohne den Nerv gibt es keine Entladungen und kein EMG. Was bleibt, ist Rauschen: sogar weniger als in Ruhe, denn ein ruhender Muskel hat noch etwas Tonus.',
    patient:
      'Während der Operation und Stunden danach kann kein Decoder etwas lesen. Ein sicherer bleibt dann in Ruhe. Gefühl und Signal kommen zurück, wenn die Blockade nachlässt.',
  },
});
