import { texts } from './texts.js';

/** The pattern of each movement over the electrodes. */
export const radarTexts = texts({
  en: {
    noAmplitude: 'This decoder uses no amplitude feature to draw a pattern of.',
    waiting: 'Waiting for the first window of the decoder …',
    label: 'Pattern of each movement over the electrodes',
    taught: 'Dashed: the mean pattern of the calibration.',
    seen: 'Dashed: the pattern seen so far, once the movement was made for a moment.',
    legend: 'Filled: the muscles now. Bar: how strong, 100 % is usual.',
    likeness: 'How alike the live pattern is (cosine)',
    unseen: 'not seen yet',
    contraction: (name: string) => `${name}: contraction, relative to this movement’s usual strength`,
    contractionNow: (share: string) => `Contraction ${share} of this movement’s usual strength`,
    larger: 'Large',
  },
  de: {
    noAmplitude: 'Dieser Decoder nutzt kein Amplitudenmerkmal, aus dem sich ein Muster zeichnen ließe.',
    waiting: 'Warten auf das erste Fenster des Decoders …',
    label: 'Muster jeder Bewegung über den Elektroden',
    taught: 'Gestrichelt: das mittlere Muster der Kalibrierung.',
    seen: 'Gestrichelt: das bisher gesehene Muster, sobald die Bewegung einen Augenblick gemacht wurde.',
    legend: 'Gefüllt: die Muskeln jetzt. Balken: wie stark, 100 % ist üblich.',
    likeness: 'Wie ähnlich das laufende Muster ist (Kosinus)',
    unseen: 'noch nicht gesehen',
    contraction: (name) => `${name}: Anspannung, bezogen auf die übliche Stärke dieser Bewegung`,
    contractionNow: (share) => `Anspannung: ${share} der üblichen Stärke dieser Bewegung`,
    larger: 'Groß',
  },
});
