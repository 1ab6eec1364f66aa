import { texts } from './texts.js';

/** Cross-section, long view, and the motor unit picked from them. */
export const limbTexts = texts({
  en: {
    heading: 'Limb',
    muscle: 'Muscle',
    stem: 'titanium stem',
    bone: 'bone',
    muscleLayer: 'muscle',
    fat: 'fat',
    skin: 'skin',
    outer: (layer: string, mm: string) => `${layer}, outer radius ${mm} mm`,
    front: '↑ front',
    noBody: 'There is no simulated body behind this signal to show.',
    waiting: 'Waiting for the patient …',
    summary: (level: string, muscles: string) => `Cross-section of the limb (${level}). Muscles: ${muscles}.`,
    units: (name: string, units: number) => `${name}: ${units} motor units`,
    unitOf: (unit: number, units: number) => `Motor unit ${unit} of ${units}`,
    unitLabel: 'Motor unit, in order of recruitment',
    place: (name: string, around: string, along: string) =>
      `${name}: ${around}° around, ${along} mm along the limb`,
    electrode: (name: string) => `Electrode ${name}, arrow keys move it`,
    hint: 'Drag an electrode, the skin or the suture of a muscle. Arrow keys move an electrode, the dials everything. Click a muscle for its motor units.',
    allMuscles: 'All muscles',
    recruited: (percent: string, force: string) =>
      `Recruited at ${percent} % of maximal excitation. Twitch force ${force} (smallest unit = 1).`,
    reachesNone: 'This motor unit reaches no electrode: its pulse is too small to be kept.',
    muap: (channels: number, peak: string) =>
      `Motor-unit action potential on ${channels} channels, peak ${peak} microvolts`,
    fullHeight: (peak: string, ms: string) => `Full height ± ${peak} µV, ${ms} ms wide`,
    fatMm: 'Fat',
    fatLittle:
      'These electrodes lie on the muscle, under the fat: its thickness changes little of what they hear.',
    spark: (peak: string, channel: string) => `Largest on ${channel}: ${peak} µV`,
    larger: 'Larger',
    close: 'Close',
    hears: 'What each electrode hears',
    hearsHow: (percent: string) =>
      `Share of each muscle in the power of the signal, computed from the templates in force as if every muscle were excited at ${percent} % of its maximum.`,
    channel: 'Channel',
    along: 'Along the limb',
    alongSummary:
      'The limb unrolled: electrodes by angle and place along the limb, muscles and their end-plates',
    proximal: '↑ towards the body',
    endPlates: 'end-plates',
    sutureOf: (name: string) => `Suture of ${name}, arrow keys move it, plus and minus tighten and loosen it`,
    sutureIs: (around: string, depth: string, tension: string) =>
      `${around}° around, ${depth} mm deeper, tension ${tension} × length at rest`,
    sutureNow: 'Suture:',
    sutureHow:
      'Drag the knot where the muscle ends: sideways moves it around the limb, along the limb changes its tension. In the slice, outwards or inwards changes its depth. Arrow keys do the same, plus and minus the tension.',
    boneEnd: 'Here the bone ends',
    passage: 'skin opening (stoma)',
    adapter: 'smooth adapter through the skin',
    strip: (end: boolean, stem: boolean, passage: boolean) =>
      `The limb cut lengthwise, front on the left: skin, fat, two muscles, bone${end ? ' with its end' : ''}${stem ? ', the stem pressed into it' : ''}${passage ? ', the adapter through the skin' : ''}.`,
    stripAssumed:
      'Right: the limb cut lengthwise, front on the left. Radii are those of the slice. Where the bone ends, how long the stem is and how thick its cover, are assumptions of the drawing.',
    sewn: (name: string, holds: boolean) =>
      holds
        ? `Cut end of ${name}, sewn to the bone. It lies farther down than this slice.`
        : `Cut end of ${name}, not sewn: it hangs free. It lies farther down than this slice.`,
    spread: (peak: string, channels: string, degrees: string) =>
      `Its spark: ${peak} µV at most, its energy on ${channels} channels, ±${degrees}° around.`,
    spreadBefore: (peak: string, channels: string, degrees: string) =>
      `At first: ${peak} µV, ${channels} channels, ±${degrees}°.`,
    spreadHow:
      'Channels: on how many the energy would lie if it were alike on each. Fat makes the spark dimmer and wider.',
    tension: 'Tension',
    moved: 'Moved around',
    deeper: 'Deeper',
    rate: (hz: string) => `Discharges now: ${hz} per second`,
    silent: 'Silent now',
  },
  de: {
    heading: 'Stumpf',
    muscle: 'Muskel',
    stem: 'Titanschaft',
    bone: 'Knochen',
    muscleLayer: 'Muskel',
    fat: 'Fett',
    skin: 'Haut',
    outer: (layer, mm) => `${layer}, Außenradius ${mm} mm`,
    front: '↑ vorn',
    noBody: 'Hinter diesem Signal steht kein simulierter Körper, der sich zeigen ließe.',
    waiting: 'Warten auf den Patienten …',
    summary: (level, muscles) => `Querschnitt des Stumpfes (${level}). Muskeln: ${muscles}.`,
    units: (name, units) => `${name}: ${units} motorische Einheiten`,
    unitOf: (unit, units) => `Motorische Einheit ${unit} von ${units}`,
    unitLabel: 'Motorische Einheit, in der Reihenfolge der Rekrutierung',
    place: (name, around, along) => `${name}: ${around}° um den Stumpf, ${along} mm längs`,
    electrode: (name) => `Elektrode ${name}, Pfeiltasten bewegen sie`,
    hint: 'Eine Elektrode, die Haut oder die Naht eines Muskels ziehen. Pfeiltasten bewegen eine Elektrode, die Regler alles. Ein Klick auf einen Muskel zeigt seine motorischen Einheiten.',
    allMuscles: 'Alle Muskeln',
    recruited: (percent, force) =>
      `Rekrutiert bei ${percent} % der größten Erregung. Zuckungskraft ${force} (kleinste Einheit = 1).`,
    reachesNone:
      'Diese motorische Einheit erreicht keine Elektrode: Ihr Impuls ist zu klein, um behalten zu werden.',
    muap: (channels, peak) =>
      `Aktionspotential der motorischen Einheit auf ${channels} Kanälen, Spitze ${peak} Mikrovolt`,
    fullHeight: (peak, ms) => `Volle Höhe ± ${peak} µV, ${ms} ms breit`,
    fatMm: 'Fett',
    fatLittle:
      'Diese Elektroden liegen auf dem Muskel, unter dem Fett: Dessen Dicke ändert wenig an dem, was sie hören.',
    spark: (peak, channel) => `Am größten auf ${channel}: ${peak} µV`,
    larger: 'Größer',
    close: 'Schließen',
    hears: 'Was jede Elektrode hört',
    hearsHow: (percent) =>
      `Anteil jedes Muskels an der Leistung des Signals, berechnet aus den geltenden Vorlagen, als wäre jeder Muskel mit ${percent} % seiner größten Erregung erregt.`,
    channel: 'Kanal',
    along: 'Längs des Stumpfes',
    alongSummary:
      'Der Stumpf abgerollt: Elektroden nach Winkel und Ort längs des Stumpfes, Muskeln und ihre Endplatten',
    proximal: '↑ zum Körper hin',
    endPlates: 'Endplatten',
    sutureOf: (name) => `Naht von ${name}, Pfeiltasten bewegen sie, Plus und Minus spannen und lockern sie`,
    sutureIs: (around, depth, tension) =>
      `${around}° herum, ${depth} mm tiefer, Spannung ${tension} × Ruhelänge`,
    sutureNow: 'Naht:',
    sutureHow:
      'Den Knoten am Ende des Muskels ziehen: seitwärts versetzt ihn um den Stumpf, längs ändert die Spannung. Im Querschnitt ändert nach außen oder innen die Tiefe. Pfeiltasten tun dasselbe, Plus und Minus die Spannung.',
    boneEnd: 'Hier endet der Knochen',
    passage: 'Hautöffnung (Stoma)',
    adapter: 'glatter Adapter durch die Haut',
    strip: (end, stem, passage) =>
      `Der Stumpf längs geschnitten, vorn links: Haut, Fett, zwei Muskeln, Knochen${end ? ' mit seinem Ende' : ''}${stem ? ', der eingepresste Schaft' : ''}${passage ? ', der Adapter durch die Haut' : ''}.`,
    stripAssumed:
      'Rechts: der Stumpf längs geschnitten, vorn links. Die Radien sind die des Querschnitts. Wo der Knochen endet, wie lang der Schaft und wie dick die Deckung ist, sind Annahmen der Zeichnung.',
    sewn: (name, holds) =>
      holds
        ? `Schnittende von ${name}, an den Knochen genäht. Es liegt weiter unten als diese Scheibe.`
        : `Schnittende von ${name}, nicht angenäht: Es hängt frei. Es liegt weiter unten als diese Scheibe.`,
    spread: (peak, channels, degrees) =>
      `Ihr Funke: höchstens ${peak} µV, seine Energie auf ${channels} Kanälen, ±${degrees}° rundum.`,
    spreadBefore: (peak, channels, degrees) => `Zu Beginn: ${peak} µV, ${channels} Kanäle, ±${degrees}°.`,
    spreadHow:
      'Kanäle: auf wie vielen die Energie läge, wenn sie auf allen gleich wäre. Fett macht den Funken schwächer und breiter.',
    tension: 'Spannung',
    moved: 'Herum versetzt',
    deeper: 'Tiefer',
    rate: (hz) => `Entladungen jetzt: ${hz} in der Sekunde`,
    silent: 'Jetzt still',
  },
});
