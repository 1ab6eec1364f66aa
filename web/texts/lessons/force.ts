import { texts } from '../texts.js';
import { rounded, times, told, type LessonText } from './lesson-text.js';

export const forceLesson = texts<LessonText>({
  en: {
    question: 'Why does the trace grow when the muscle pulls harder?',
    intro: [
      'A muscle is made of motor units: one nerve cell in the spinal cord and all the muscle fibres it drives. Each discharge of the cell sends one small pulse to the electrodes. The trace, called EMG, is the sum of all these pulses.',
      'The person now holds the first movement of their list, first weakly, then harder.',
    ],
    ask: 'The effort goes from 10 % to 80 % of the strongest possible, eight times as much. How does the trace grow?',
    choices: {
      same: 'Hardly at all',
      less: 'It grows, but far less than eightfold',
      alike: 'About eightfold',
    },
    control: 'Effort of the held movement',
    settings: { at10: '10 %', at40: '40 %', at80: '80 %' },
    shows: 'RMS over all channels',
    look: 'The height of the traces. All pictures have the same scale.',
    found: (n) =>
      `Measured: ${told(n, 0, 'rms')} µV at 10 %, ${told(n, 1, 'rms')} µV at 40 % and ${told(n, 2, 'rms')} µV at 80 %. Eight times the effort made the trace ${rounded(times(n, 2, 0, 'rms'), 1)} times as high.`,
    why: 'More force takes more motor units and faster discharges. But the pulses fall on one another, and where a hill meets a valley they cancel. Noise adds a floor that is there at any effort.',
    patient:
      'A prosthesis can read from the height of the trace how fast it should move. It has to know that height is not force: the dose is learned for each person.',
    beside: {
      text: 'In a model, up to 62 % of the amplitude cancels at the strongest effort.',
      source: 'keenan-2005',
    },
  },
  de: {
    question: 'Warum wächst die Kurve, wenn der Muskel stärker zieht?',
    intro: [
      'Ein Muskel besteht aus motorischen Einheiten: je eine Nervenzelle im Rückenmark und alle Muskelfasern, die sie antreibt. Jede Entladung der Zelle schickt einen kleinen Impuls zu den Elektroden. Die Kurve, das EMG, ist die Summe aller dieser Impulse.',
      'Die Person hält nun die erste Bewegung ihrer Liste, zuerst schwach, dann stärker.',
    ],
    ask: 'Die Anstrengung steigt von 10 % auf 80 % der größtmöglichen, also auf das Achtfache. Wie wächst die Kurve?',
    choices: {
      same: 'Kaum',
      less: 'Sie wächst, aber weit weniger als auf das Achtfache',
      alike: 'Etwa auf das Achtfache',
    },
    control: 'Anstrengung der gehaltenen Bewegung',
    settings: { at10: '10 %', at40: '40 %', at80: '80 %' },
    shows: 'RMS über alle Kanäle',
    look: 'Die Höhe der Kurven. Alle Bilder haben denselben Maßstab.',
    found: (n) =>
      `Gemessen: ${told(n, 0, 'rms')} µV bei 10 %, ${told(n, 1, 'rms')} µV bei 40 % und ${told(n, 2, 'rms')} µV bei 80 %. Die achtfache Anstrengung machte die Kurve ${rounded(times(n, 2, 0, 'rms'), 1)}-mal so hoch.`,
    why: 'Mehr Kraft braucht mehr motorische Einheiten und schnellere Entladungen. Aber die Impulse fallen aufeinander, und wo ein Berg auf ein Tal trifft, löschen sie sich aus. Rauschen bildet einen Sockel, der bei jeder Anstrengung da ist.',
    patient:
      'Eine Prothese kann an der Höhe der Kurve ablesen, wie schnell sie sich bewegen soll. Sie muss wissen, dass Höhe nicht Kraft ist: Das rechte Maß wird für jede Person gelernt.',
    beside: {
      text: 'In einem Modell löschen sich bei der stärksten Anstrengung bis zu 62 % der Amplitude aus.',
      source: 'keenan-2005',
    },
  },
});
