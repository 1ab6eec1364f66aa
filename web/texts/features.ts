import { texts } from './texts.js';

/** The plot of windows by their features. */
export const featuresTexts = texts({
  en: {
    collecting: 'Collecting windows …',
    click: 'Click a dot to see its window in the traces.',
    picked: (seconds: string, intended: string, decided: string) =>
      `At ${seconds} s: intended ${intended}, decided ${decided}.`,
    lda: 'Linear discriminant analysis: axes that part the classes',
    pca: 'Principal component analysis: axes of greatest variance',
    clear: 'Clear',
    count: (windows: number) => `${windows} windows, newest circled; labelled by intent`,
    classes: 'Classes',
    projection: (windows: number, kind: string) => `Projection of ${windows} windows, ${kind}`,
    before: 'Window before',
    after: 'Window after',
  },
  de: {
    collecting: 'Fenster werden gesammelt …',
    click: 'Ein Klick auf einen Punkt zeigt sein Fenster in den Spuren.',
    picked: (seconds, intended, decided) =>
      `Bei ${seconds} s: beabsichtigt ${intended}, entschieden ${decided}.`,
    lda: 'Lineare Diskriminanzanalyse: Achsen, die die Klassen trennen',
    pca: 'Hauptkomponentenanalyse: Achsen der größten Varianz',
    clear: 'Leeren',
    count: (windows) => `${windows} Fenster, neuestes eingekreist; benannt nach der Absicht`,
    classes: 'Klassen',
    projection: (windows, kind) => `Projektion von ${windows} Fenstern, ${kind}`,
    before: 'Fenster davor',
    after: 'Fenster danach',
  },
});
