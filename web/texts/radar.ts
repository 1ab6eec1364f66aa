import { texts } from './texts.js';

/** The pattern of each movement over the electrodes. */
export const radarTexts = texts({
  en: {
    noAmplitude: 'This decoder uses no amplitude feature to draw a pattern of.',
    waiting: 'Patterns appear as soon as the decoder is trained, or each movement was seen for a moment.',
    label: 'Pattern of each movement over the electrodes',
    legend:
      'Dashed: the pattern that was taught or seen. Filled: the muscles now. Bar: how strong, 100 % is usual.',
    likeness: 'How alike the live pattern is (cosine)',
    unseen: 'not seen yet',
    contraction: (name: string) => `${name}: contraction, relative to this movement’s usual strength`,
    contractionNow: (share: string) => `Contraction ${share} of this movement’s usual strength`,
    larger: 'Large',
  },
  de: {
    noAmplitude: 'Dieser Decoder nutzt kein Amplitudenmerkmal, aus dem sich ein Muster zeichnen ließe.',
    waiting:
      'Muster erscheinen, sobald der Decoder trainiert ist oder jede Bewegung einen Augenblick zu sehen war.',
    label: 'Muster jeder Bewegung über den Elektroden',
    legend:
      'Gestrichelt: gelerntes oder gesehenes Muster. Gefüllt: die Muskeln jetzt. Balken: wie stark, 100 % ist üblich.',
    likeness: 'Wie ähnlich das laufende Muster ist (Kosinus)',
    unseen: 'noch nicht gesehen',
    contraction: (name) => `${name}: Anspannung, bezogen auf die übliche Stärke dieser Bewegung`,
    contractionNow: (share) => `Anspannung: ${share} der üblichen Stärke dieser Bewegung`,
    larger: 'Groß',
  },
});
