import { texts } from './texts.js';

/** Density, spectrogram and what the cursor reads on them. */
export const spectrumTexts = texts({
  en: {
    channel: 'Channel',
    raw: 'raw',
    filtered: 'as decoded',
    median: 'Median frequency, as decoded',
    density: 'Power spectral density',
    densityUnit: 'dB re 1 µV²/Hz',
    spectrogram: 'Spectrogram of the raw signal',
    history: 'marks: its median frequency',
    scale: 'Colour scale, dB re 1 µV²/Hz',
    keys: 'Arrow keys move the cursor, Escape takes it away.',
    hint: 'Click the density, or use its arrow keys, to read it.',
    reading: (hz: string, raw: string, filtered: string) =>
      `At ${hz} Hz: raw ${raw} dB, as decoded ${filtered} dB`,
  },
  de: {
    channel: 'Kanal',
    raw: 'roh',
    filtered: 'wie dekodiert',
    median: 'Medianfrequenz, wie dekodiert',
    density: 'Leistungsdichtespektrum',
    densityUnit: 'dB re 1 µV²/Hz',
    spectrogram: 'Spektrogramm des rohen Signals',
    history: 'Marken: seine Medianfrequenz',
    scale: 'Farbskala, dB re 1 µV²/Hz',
    keys: 'Pfeiltasten bewegen die Marke, Escape entfernt sie.',
    hint: 'In die Dichte klicken oder dort die Pfeiltasten benutzen, um abzulesen.',
    reading: (hz, raw, filtered) => `Bei ${hz} Hz: roh ${raw} dB, wie dekodiert ${filtered} dB`,
  },
});
