import { texts } from './texts.js';

/** Two settings of one patient beside each other. */
export const compareTexts = texts({
  en: {
    intro:
      'A is the patient as set now. In B one dial is set otherwise. Both live from the same seed and the same first sample, in this browser, as fast as it can: nothing else differs, and the patient on the page is left alone.',
    differs: 'What differs in B',
    inA: (value: string) => `in A: ${value}`,
    inB: 'in B',
    between: 'with commas between them',
    same: 'Choose another value than in A.',
    wrong: (least: string, most: string) => `Write a number from ${least} to ${most}.`,
    anew: 'Calibrate B anew',
    anewHint:
      'Otherwise the decoder that learned A decides in B, too. A change of features or window is always learned anew.',
    run: 'Compare',
    stop: 'Stop',
    heavy: 'This takes some seconds for each side, more with many channels or on a small computer.',
    parts: ['Calibrating A', 'A lives', 'Making B ready', 'B lives'],
    failed: 'It could not be compared:',
    nobody: 'Nobody is simulated here: a recording or a real person cannot live twice.',
    yes: 'yes',
    no: 'no',
    right: (a: string, b: string, points: string, judged: number) =>
      `Right: A ${a} %, B ${b} % (${points} points), of ${judged} decisions each.`,
    unjudged: 'No decision could be judged.',
    apart: (share: string) => `In ${share} % of all decisions the two decide differently.`,
    moving: (a: string, b: string, times: string) =>
      `Movement, over all channels: A ${a} µV, B ${b} µV RMS (${times} times).`,
    rest: (a: string, b: string, times: string) => `Rest: A ${a} µV, B ${b} µV RMS (${times} times).`,
    traces: (seconds: number, uv: string) =>
      `First ${seconds} s as they come, all on one scale of ± ${uv} µV`,
    key: 'Decisions below: full height is right, half is wrong, a thin line is not judged, as the intent had just changed.',
  },
  de: {
    intro:
      'A ist der Patient, wie er jetzt eingestellt ist. In B steht ein Regler anders. Beide leben vom selben Startwert und vom selben ersten Wert an, in diesem Browser, so schnell er kann: nichts sonst ist verschieden, und der Patient der Seite bleibt, wie er ist.',
    differs: 'Was in B anders ist',
    inA: (value: string) => `in A: ${value}`,
    inB: 'in B',
    between: 'mit Kommas dazwischen',
    same: 'Wählen Sie einen anderen Wert als in A.',
    wrong: (least: string, most: string) => `Schreiben Sie eine Zahl von ${least} bis ${most}.`,
    anew: 'B neu kalibrieren',
    anewHint:
      'Sonst entscheidet auch in B der Dekodierer, der A gelernt hat. Andere Merkmale oder ein anderes Fenster werden immer neu gelernt.',
    run: 'Vergleichen',
    stop: 'Abbrechen',
    heavy: 'Das dauert einige Sekunden je Seite, mehr bei vielen Kanälen oder auf einem kleinen Rechner.',
    parts: ['A wird kalibriert', 'A lebt', 'B wird vorbereitet', 'B lebt'],
    failed: 'Der Vergleich gelang nicht:',
    nobody: 'Hier wird niemand simuliert: eine Aufnahme oder ein wirklicher Mensch kann nicht zweimal leben.',
    yes: 'ja',
    no: 'nein',
    right: (a: string, b: string, points: string, judged: number) =>
      `Richtig: A ${a} %, B ${b} % (${points} Punkte), von je ${judged} Entscheidungen.`,
    unjudged: 'Keine Entscheidung konnte beurteilt werden.',
    apart: (share: string) => `In ${share} % aller Entscheidungen entscheiden die beiden verschieden.`,
    moving: (a: string, b: string, times: string) =>
      `Bewegung, über alle Kanäle: A ${a} µV, B ${b} µV RMS (${times}-mal).`,
    rest: (a: string, b: string, times: string) => `Ruhe: A ${a} µV, B ${b} µV RMS (${times}-mal).`,
    traces: (seconds: number, uv: string) =>
      `Die ersten ${seconds} s, wie sie kommen, alle auf einer Skala von ± ${uv} µV`,
    key: 'Entscheidungen darunter: volle Höhe ist richtig, halbe falsch, eine dünne Linie nicht beurteilt, da die Absicht eben gewechselt hatte.',
  },
});
