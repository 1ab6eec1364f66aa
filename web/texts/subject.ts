import { texts } from './texts.js';

/** Who performs what is asked for. */
export const subjectTexts = texts({
  en: {
    by: 'Performed by',
    user: 'the simulated user',
    person: 'you, with keys or buttons',
  },
  de: {
    by: 'Ausgeführt von',
    user: 'der simulierten Person',
    person: 'Ihnen, mit Tasten oder Knöpfen',
  },
});
