import { texts } from './texts.js';

/** What the decoder believes, how often it was right and how late it is. */
export const decisionTexts = texts({
  en: {
    heldOut: 'Held-out accuracy',
    live: 'Live, last minute',
    decisions: 'Decisions',
    counted: 'Windows counted',
    fromHeldOut: 'Held out',
    fromLive: 'Live',
    liveHint: 'Windows of the last 40 s whose intent had settled. Click a cell to see them in the traces.',
    heldOutHint: 'Windows of calibration that training did not see.',
    caption: 'Row = asked, column = decided, percent of the row',
    table: 'Confusion table',
    cell: (share: string, asked: string, decided: string) =>
      `${share} percent: asked ${asked}, decided ${decided}. Show a window`,
    ofWindows: (count: number, sum: number) => `${count} of ${sum} windows`,
    decidedBy: (name: string) => `Decided by ${name}`,
    answers: (count: number, mean: string, most: string) =>
      `${count} answers, mean ${mean}, 95 % within ${most}.`,
    unanswered: (count: number) => `${count} windows unanswered, taken as rest.`,
    noneMissed: 'None missed.',
    delay: 'Delay from muscle to command',
    inAll: 'In all',
    intended: '◂ intent',
    probabilities: 'Probability of each movement',
    steps: 'Class after each smoothing step',
  },
  de: {
    heldOut: 'Trefferquote auf Zurückgehaltenem',
    live: 'Laufend, letzte Minute',
    decisions: 'Entscheidungen',
    counted: 'Gezählte Fenster',
    fromHeldOut: 'Zurückgehalten',
    fromLive: 'Laufend',
    liveHint:
      'Fenster der letzten 40 s, in denen die Absicht schon fest stand. Eine Zelle anklicken, um sie in den Kurven zu sehen.',
    heldOutHint: 'Fenster der Kalibrierung, die das Training nicht gesehen hat.',
    caption: 'Zeile = verlangt, Spalte = entschieden, Prozent der Zeile',
    table: 'Verwechslungstabelle',
    cell: (share, asked, decided) =>
      `${share} Prozent: verlangt ${asked}, entschieden ${decided}. Ein Fenster zeigen`,
    ofWindows: (count, sum) => `${count} von ${sum} Fenstern`,
    decidedBy: (name) => `Entschieden von ${name}`,
    answers: (count, mean, most) => `${count} Antworten, im Mittel ${mean}, 95 % innerhalb von ${most}.`,
    unanswered: (count) => `${count} Fenster ohne Antwort, als Ruhe gewertet.`,
    noneMissed: 'Keine fehlt.',
    delay: 'Verzögerung vom Muskel bis zum Befehl',
    inAll: 'Zusammen',
    intended: '◂ Absicht',
    probabilities: 'Wahrscheinlichkeit jeder Bewegung',
    steps: 'Klasse nach jedem Glättungsschritt',
  },
});
