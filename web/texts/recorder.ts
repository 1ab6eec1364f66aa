import type { RecordedFormat } from '../../src/protocol/recorded-formats.js';
import { texts } from './texts.js';

const inEnglish: Record<RecordedFormat, string> = {
  csv: 'CSV with truth',
  edf: 'EDF+',
  bdf: 'BDF+ (24 bit)',
  npz: 'NPZ (NumPy)',
};
const inGerman: Record<RecordedFormat, string> = {
  csv: 'CSV mit Wahrheit',
  edf: 'EDF+',
  bdf: 'BDF+ (24 Bit)',
  npz: 'NPZ (NumPy)',
};

/** Recording to files. */
export const recorderTexts = texts({
  en: {
    formats: inEnglish,
    format: 'Format',
    record: 'Record',
    stop: 'Stop',
    markExample: 'Mark, such as electrode moved',
    markText: 'Text of the mark',
    mark: 'Mark now',
    nothing: 'No recordings yet.',
    file: 'File',
    size: 'Size',
    inMemory:
      'Recordings stay in the memory of this page until it is left: download what you want to keep. EDF, BDF and NPZ, replay and classifiers of your own take the service, started with',
  },
  de: {
    formats: inGerman,
    format: 'Format',
    record: 'Aufnehmen',
    stop: 'Anhalten',
    markExample: 'Marke, etwa Elektrode verschoben',
    markText: 'Text der Marke',
    mark: 'Jetzt markieren',
    nothing: 'Noch keine Aufnahmen.',
    file: 'Datei',
    size: 'Größe',
    inMemory:
      'Aufnahmen bleiben im Speicher dieser Seite, bis sie verlassen wird: Laden Sie herunter, was Sie behalten wollen. EDF, BDF und NPZ, Wiedergabe und eigene Klassifikatoren brauchen den Dienst, gestartet mit',
  },
});
