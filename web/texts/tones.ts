import { texts } from './texts.js';

/** What the page says where known sines are in the place of muscles. */
export const tonesTexts = texts({
  en: {
    heading: 'Test tones',
    decode:
      'Test tones run in place of muscles: there is nothing to decode. What a decoder says here is chance, and no number of it means anything.',
    prosthesis:
      'Test tones run in place of muscles: there is nothing to decode, and the prosthesis stays at rest.',
    intent: 'Test tones run in place of muscles: no movement can be asked for.',
    limb: 'Test tones reach the electrodes directly. The muscles are drawn, and silent: distance and fat change nothing.',
    signal: 'Sent to the electrodes, RMS:',
    tone: (channel: string, hz: number, rmsUv: number) => `${channel} ${hz} Hz, ${rmsUv} µV`,
  },
  de: {
    heading: 'Prüftöne',
    decode:
      'Prüftöne laufen anstelle von Muskeln: es gibt nichts zu dekodieren. Was ein Dekodierer hier sagt, ist Zufall, und keine Zahl davon bedeutet etwas.',
    prosthesis:
      'Prüftöne laufen anstelle von Muskeln: es gibt nichts zu dekodieren, und die Prothese bleibt in Ruhe.',
    intent: 'Prüftöne laufen anstelle von Muskeln: um keine Bewegung kann gebeten werden.',
    limb: 'Prüftöne erreichen die Elektroden unmittelbar. Die Muskeln sind gezeichnet und stumm: Abstand und Fett ändern nichts.',
    signal: 'An die Elektroden gesandt, RMS:',
    tone: (channel: string, hz: number, rmsUv: number) => `${channel} ${hz} Hz, ${rmsUv} µV`,
  },
});
