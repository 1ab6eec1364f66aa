import type { guideEnglish, SaidNumbers } from './guide-english.js';

/** Whom it concerns, where somebody stands out. */
const named = ({ channels }: SaidNumbers): string => (channels ? ` Kanäle: ${channels}.` : '');

/** The guide from a symptom to its cause, in German. */
export const guideGerman: typeof guideEnglish = {
  heading: 'Was stimmt nicht?',
  intro:
    'Wählen Sie, was Sie sehen. Die Seite misst das laufende Signal und sagt, welche Ursachen jetzt dazu passen, mit der Zahl.',
  choose: 'Was sehen Sie?',
  listening: (got: number, of: number) => `Hört zu: ${got} von ${of} s`,
  again: 'Neu messen',
  basis: (seconds: string, rest: string, active: string, windows: number) =>
    `Gemessen über die letzten ${seconds} s: ${rest} s Ruhe, ${active} s Bewegung, ${windows} Entscheidungen.`,
  shows: 'Es zeigt sich in dem, was jetzt gemessen wurde.',
  showsNot: 'Es zeigt sich nicht in dem, was jetzt gemessen wurde.',
  showsUnknown: 'Zu wenig wurde gesehen, um zu sagen, ob es sich zeigt.',
  fits: 'Passt',
  no: 'Passt nicht',
  unknown: 'Nicht zu sagen',
  tooLittle:
    'Zu wenig wurde gesehen: es braucht einige Sekunden Ruhe und Bewegung, und Entscheidungen in beiden. Was die Wahrheit braucht, ist bei einem wirklichen Menschen nicht zu sagen.',
  nothing:
    'Nichts, was diese Seite messen kann, passt. Sehen Sie sich Kurven und Spektrum an, oder kalibrieren Sie neu und prüfen Sie, ob es bleibt.',
  doThis: 'Was zu tun ist',
  dial: 'Der Regler, der es hier bewirkt',
  open: (tool: string) => `${tool} öffnen`,
  bounds: 'Die Grenzen dessen, was passt, sind unsere eigenen; jede Zahl ist aus dem Strom gemessen.',
  symptoms: {
    restLoud: 'Ruhe ist so groß wie meine Faust',
    opens: 'Hand oder Bein bewegt sich von selbst',
    worse: 'Die Dekodierung wurde mit der Zeit schlechter',
    mixed: 'Zwei Bewegungen werden verwechselt',
    nothing: 'Ich spanne an, und nichts geschieht',
    flat: 'Ein Kanal ist flach',
    hums: 'Alles brummt',
    wanders: 'Kurven wandern oder springen',
    ticks: 'Etwa jede Sekunde ein Schlag',
    cutOff: 'Spitzen sind abgeschnitten',
    holes: 'Die Kurven haben Lücken',
    alike: 'Zwei Kanäle sehen gleich aus',
    oneNoisy: 'Ein Kanal rauscht mehr als die anderen',
    small: 'Alles ist klein',
    late: 'Die Prothese antwortet spät',
  },
  causes: {
    hum: {
      name: 'Netzbrummen',
      measured: (n: SaidNumbers) =>
        `Bis ${n.value} µV bei ${n.hz} Hz und Vielfachen; die Ruhe, wie dekodiert, hat ${n.against} µV.${named(n)}`,
      mend: 'Kontakte anfeuchten und andrücken, vor allem die Referenz, damit sie einander gleichen. Dann ein Kerbfilter bei dieser Frequenz, mit ihren Vielfachen.',
    },
    loudRest: {
      name: 'Eine laute Ruhe',
      measured: (n: SaidNumbers) => `Die Ruhe hat ${n.value} µV, ${n.against} % der stärksten Bewegung.`,
      mend: 'Herausfinden, was sie macht.',
    },
    contactNoise: {
      name: 'Rauschen von Kontakten und Verstärker',
      measured: (n: SaidNumbers) => `Die Ruhe hat ${n.value} µV, ${n.against} % der stärksten Bewegung.`,
      mend: 'Haut reinigen, Kontakte anfeuchten oder mit Gel versehen, einige Minuten warten. Dann neu kalibrieren, damit der Dekodierer diese Ruhe kennt.',
    },
    tone: {
      name: 'Ein Muskel, der nicht loslässt',
      measured: (n: SaidNumbers) =>
        `Während um Ruhe gebeten ist, arbeitet ein Muskel mit ${n.value} % seines Höchsten. Das ist bekannt, weil der Mensch simuliert ist.`,
      mend: 'Den Menschen entspannen lassen, Arm oder Bein stützen und zusehen, wie der Kanal sinkt. Die Ruhe so kalibrieren, wie sie wirklich ist.',
    },
    heart: {
      name: 'Das Herz',
      measured: (n: SaidNumbers) =>
        `${n.value} Schläge je Minute, auf den meisten Kanälen zugleich, in Ruhe.`,
      mend: 'Die Referenz weiter weg von der Brust setzen und den Hochpass anheben: das meiste eines Herzschlags liegt unter 30 Hz.',
    },
    slow: {
      name: 'Langsame Wellen: Kontakte oder Kabel bewegen sich',
      measured: (n: SaidNumbers) =>
        `Bis ${n.value} µV, die langsamer sind als Muskeln; die Ruhe, wie dekodiert, hat ${n.against} µV.${named(n)}`,
      mend: 'Kabel und Kontakte so befestigen, dass sich keines bewegt. Ein Hochpass bei 20 Hz nimmt den Rest weg: vergleichen Sie „Wie dekodiert“.',
    },
    oneNoisy: {
      name: 'Ein schlechter Kontakt',
      measured: (n: SaidNumbers) =>
        `Die lauteste Ruhe hat ${n.value} µV, in der Mitte der anderen sind es ${n.against} µV.${named(n)}`,
      mend: 'Diesen Kontakt reinigen, anfeuchten oder wechseln. Bleibt es, den Kanal weglassen und neu kalibrieren.',
    },
    flat: {
      name: 'Eine Elektrode ohne Signal',
      measured: (n: SaidNumbers) =>
        `Der leiseste Kanal hat in Ruhe ${n.value} µV, die anderen ${n.against} µV.${named(n)}`,
      mend: 'Nach einem abgelösten Kontakt, einem gebrochenen Kabel oder zwei Kontakten sehen, die sich berühren.',
    },
    rail: {
      name: 'Der Wandler steht am Anschlag',
      measured: (n: SaidNumbers) =>
        `Bis ${n.value} % der Werte stehen am höchsten oder tiefsten Wert.${named(n)}`,
      mend: 'Ein abgehobener Kontakt geht an den Anschlag und bleibt dort: andrücken. Sind nur Spitzen abgeschnitten, die Verstärkung senken oder den Bereich weiten.',
    },
    lost: {
      name: 'Verlorene Daten',
      measured: (n: SaidNumbers) => `${n.value} % der Werte kamen nie an.`,
      mend: 'Den Empfänger näher bringen, ein Kabel nehmen oder schließen, was diesen Rechner sonst beschäftigt.',
    },
    alike: {
      name: 'Ein Signal auf zwei Kanälen',
      measured: (n: SaidNumbers) => `${n.channels} gleichen sich zu ${n.value}; 1 ist dasselbe Signal.`,
      mend: 'Die Haut zwischen den Kontakten trocknen: Schweiß oder Gel verbindet sie. Nachsehen, ob ein Kabel in der falschen Buchse steckt.',
    },
    restMoves: {
      name: 'Bewegung in Ruhe',
      measured: (n: SaidNumbers) =>
        `In ${n.value} % der Entscheidungen in Ruhe bewegte sich etwas, am häufigsten ${n.decided}.`,
      mend: 'Die Ruhe neu kalibrieren oder die Einsatzschwelle anheben.',
    },
    confused: {
      name: 'Eine Bewegung wird für eine andere gehalten',
      measured: (n: SaidNumbers) =>
        `${n.value} % von ${n.movement} wurden falsch entschieden, am häufigsten als ${n.decided}.`,
      mend: 'Die beiden Bewegungen verschiedener ausführen oder eine weglassen.',
    },
    worse: {
      name: 'Dekodierung schlechter als bei der Kalibrierung',
      measured: (n: SaidNumbers) =>
        `${n.value} % sind jetzt richtig, ${n.against} % waren es bei der Kalibrierung.`,
      mend: 'Herausfinden, was sich seither geändert hat.',
    },
    otherStrength: {
      name: 'Eine andere Stärke als bei der Kalibrierung',
      measured: (n: SaidNumbers) =>
        `${n.movement} ist jetzt ${n.value}-mal so laut wie die Ruhe; bei der Kalibrierung war es ${n.against}-mal.`,
      mend: 'Anspannen wie bei der Kalibrierung, oder mit der Stärke des Alltags kalibrieren, schwach und stark.',
    },
    patternsMoved: {
      name: 'Die Muster haben sich verschoben: Elektroden, Haltung oder ein müder Muskel',
      measured: (n: SaidNumbers) =>
        `${n.value} % sind jetzt richtig, ${n.against} % waren es bei der Kalibrierung, und nichts anderes, was gemessen wird, erklärt es.`,
      mend: 'Nachsehen, ob die Elektroden noch sitzen, wo sie saßen. In der Haltung des Gebrauchs neu kalibrieren.',
    },
    taughtPoorly: {
      name: 'Nie gut unterschieden',
      measured: (n: SaidNumbers) => `Bei der Kalibrierung waren ${n.value} % richtig.`,
      mend: 'Neu aufnehmen mit deutlich verschiedenen Bewegungen, weniger davon, oder andere Merkmale wählen.',
    },
    noEffort: {
      name: 'Kein Muskel antwortet',
      measured: (n: SaidNumbers) =>
        `Die stärkste Bewegung ist auf dem besten Kanal ${n.value}-mal so laut wie die Ruhe.`,
      mend: 'Betäubte oder durchtrennte Nerven, keine Anstrengung oder Elektroden weit vom Muskel: den Muskel ertasten und die Elektroden darauf setzen.',
    },
    weak: {
      name: 'Wenig Signal',
      measured: (n: SaidNumbers) =>
        `Die stärkste Bewegung ist auf dem besten Kanal ${n.value}-mal so laut wie die Ruhe.`,
      mend: 'Die Elektroden auf den Bauch des Muskels setzen. Fett dazwischen nimmt das meiste; auch lose Kontakte.',
    },
    late: {
      name: 'Ein langer Weg vom Muskel zum Befehl',
      measured: (n: SaidNumbers) => `${n.value} ms als Summe seiner Teile.`,
      mend: 'Fenster oder Abstimmung verkürzen: das Werkzeug Entscheidung zeigt jeden Teil.',
    },
  },
};
