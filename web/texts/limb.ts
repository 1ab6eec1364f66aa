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
    suture: (name: string, around: string, depth: string) =>
      `Suture of ${name}: moved ${around}° around, ${depth} mm deeper`,
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
    suture: (name, around, depth) => `Naht von ${name}: ${around}° herum versetzt, ${depth} mm tiefer`,
    tension: 'Spannung',
    moved: 'Herum versetzt',
    deeper: 'Tiefer',
    rate: (hz) => `Entladungen jetzt: ${hz} in der Sekunde`,
    silent: 'Jetzt still',
  },
});
