import { texts } from '../texts.js';
import { rounded, times, told, type LessonText } from './lesson-text.js';

export const mainsLesson = texts<LessonText>({
  en: {
    question: 'How does the power line get in, and how is it taken out?',
    intro: [
      'Cables in the wall reach the electrodes as mains hum: a tone of 50 or 60 Hz. The spectrum shows it as a peak: it says how much of each frequency is in the signal.',
      'The person rests. First without hum, then with hum, then with a notch: a filter that takes out a narrow band around one frequency.',
    ],
    ask: 'What does the notch leave of the hum?',
    choices: { all: 'Most of it', rest: 'A part of it', nothing: 'Nothing at all' },
    control: 'Hum and filter',
    settings: { quiet: 'No hum', hum: 'Hum, no notch', notch: 'Hum and notch' },
    shows: 'near 50 Hz, after the filters',
    look: 'The peak near 50 Hz, in the raw signal and after the filters.',
    found: (n) =>
      `Measured near ${told(n, 1, 'hz')} Hz after the filters: ${told(n, 0, 'filtered', 1)} µV without hum, ${told(n, 1, 'filtered', 1)} µV with hum and ${told(n, 2, 'filtered', 1)} µV with the notch. The notch left ${rounded(100 * times(n, 2, 1, 'filtered'), 0)} %.`,
    why: 'Real mains wanders a little in frequency and strength, so that a narrow fixed notch never catches all of it. A wider one would take more of the muscle’s own signal along. The EMG near 50 Hz is lost either way, and every filter adds some delay.',
    patient:
      'Hum comes and goes with the room. It is mostly a question of contact: electrodes that sit evenly and well let less of it in than any filter can take out.',
  },
  de: {
    question: 'Wie kommt das Stromnetz hinein, und wie bekommt man es heraus?',
    intro: [
      'Kabel in der Wand erreichen die Elektroden als Netzbrummen: ein Ton von 50 oder 60 Hz. Das Spektrum zeigt ihn als Spitze: Es sagt, wie viel von jeder Frequenz im Signal steckt.',
      'Die Person ruht. Zuerst ohne Brummen, dann mit Brummen, dann mit einem Kerbfilter, das ein schmales Band um eine Frequenz herausnimmt.',
    ],
    ask: 'Was lässt das Kerbfilter vom Brummen übrig?',
    choices: { all: 'Das meiste', rest: 'Einen Teil', nothing: 'Gar nichts' },
    control: 'Brummen und Filter',
    settings: { quiet: 'Kein Brummen', hum: 'Brummen, kein Kerbfilter', notch: 'Brummen und Kerbfilter' },
    shows: 'nahe 50 Hz, nach den Filtern',
    look: 'Die Spitze nahe 50 Hz, im rohen Signal und nach den Filtern.',
    found: (n) =>
      `Gemessen nahe ${told(n, 1, 'hz')} Hz nach den Filtern: ${told(n, 0, 'filtered', 1)} µV ohne Brummen, ${told(n, 1, 'filtered', 1)} µV mit Brummen und ${told(n, 2, 'filtered', 1)} µV mit Kerbfilter. Das Kerbfilter ließ ${rounded(100 * times(n, 2, 1, 'filtered'), 0)} % übrig.`,
    why: 'Ein echtes Netz schwankt ein wenig in Frequenz und Stärke, darum erwischt ein schmales festes Kerbfilter nie alles. Ein breiteres nähme mehr vom Signal des Muskels mit. Das EMG nahe 50 Hz ist so oder so verloren, und jedes Filter verzögert etwas.',
    patient:
      'Brummen kommt und geht mit dem Raum. Meist ist es eine Frage des Kontakts: Elektroden, die gleichmäßig und gut sitzen, lassen weniger davon ein, als ein Filter herausnehmen kann.',
  },
});
