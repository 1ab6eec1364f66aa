import type { Filled } from './filled.js';

/** Errors of a scenario: its limb, muscles, electrodes, movements, and how much it takes. */
export const bodyErrors: Filled = {
  'electrodes.positions: got an empty list, expected at least one position':
    'electrodes.positions: Die Liste ist leer, erwartet wird mindestens eine Stelle',
  'Write for example "positions": [{ "angleDeg": 0 }].': 'Zum Beispiel "positions": [{ "angleDeg": 0 }].',
  '….name: got … twice, expected names that differ':
    '$1.name: $2 kommt zweimal vor, Namen müssen verschieden sein',
  'Leave names empty to have channels numbered.': 'Ohne Namen werden die Kanäle nummeriert.',
  'electrodes.depthMm: got … mm, expected an intramuscular contact more than 0 and less than … mm below the surface of the muscle compartment':
    'electrodes.depthMm: $1 mm angegeben; ein Kontakt im Muskel muss mehr als 0 und weniger als $2 mm unter der Oberfläche der Muskulatur liegen',
  'electrodes.…: got … mm, expected more than 0 mm and at most … mm, the distance of the contacts from the axis':
    'electrodes.$1: $2 mm angegeben, erlaubt sind mehr als 0 mm und höchstens $3 mm, der Abstand der Kontakte von der Achse',
  'Surface contacts are about 10 mm, implanted ones 1 to 3 mm.':
    'Kontakte auf der Haut messen etwa 10 mm, implantierte 1 bis 3 mm.',
  'electrodes.interElectrodeMm: got … mm, expected at least the contact size of … mm: the contacts of a channel would touch':
    'electrodes.interElectrodeMm: $1 mm angegeben, mindestens $2 mm nötig, so groß ist ein Kontakt: Die Kontakte eines Kanals würden sich berühren',
  'electrodes.interElectrodeMm: got … mm, expected at most … mm for contacts around the limb: a channel would reach beyond its far side':
    'electrodes.interElectrodeMm: $1 mm angegeben, rund um das Glied höchstens $2 mm: Ein Kanal würde über die andere Seite hinausreichen',
  'Write at least …, or a smaller ….': 'Mindestens $1, oder $2 kleiner.',
  'Write at most …, or pairDirection "along".': 'Höchstens $1, oder pairDirection "along".',
  "limb.stemRadiusMm: got … mm, expected less than the bone's radius of … mm":
    'limb.stemRadiusMm: $1 mm angegeben, es müssen weniger sein als der Radius des Knochens, $2 mm',
  'Write 0 to leave a layer out.': 'Mit 0 entfällt eine Schicht.',
  'Write a stem of at most … mm, or 0 for a limb without implant.':
    'Ein Stiel von höchstens $1 mm, oder 0 für ein Glied ohne Implantat.',
  'limb.boneRadiusMm: got … mm, expected less than limb.muscleRadiusMm of … mm':
    'limb.boneRadiusMm: $1 mm angegeben, es müssen weniger sein als limb.muscleRadiusMm, $2 mm',
  'The muscle compartment surrounds the bone: make the bone thinner or the compartment wider.':
    'Die Muskulatur umgibt den Knochen: den Knochen dünner oder die Muskulatur weiter machen.',
  'muscles: got an empty list, expected at least one muscle':
    'muscles: Die Liste ist leer, erwartet wird mindestens ein Muskel',
  'Write for example "muscles": [{ "name": "biceps" }].': 'Zum Beispiel "muscles": [{ "name": "biceps" }].',
  '….innerDepthMm: got … mm, expected more than outerDepthMm of … mm':
    '$1.innerDepthMm: $2 mm angegeben, es müssen mehr sein als outerDepthMm, $3 mm',
  'Depths count from the surface of the muscle compartment inwards; the deep border is the larger.':
    'Tiefen zählen von der Oberfläche der Muskulatur nach innen; die tiefe Grenze ist die größere.',
  '….outerDepthMm: got … mm moved by … mm, expected the muscle … to stay at least 0 mm below the surface of the muscle compartment':
    '$1.outerDepthMm: $2 mm, um $3 mm verschoben; der Muskel $4 muss unter der Oberfläche der Muskulatur bleiben',
  'Write a reattachedDepthMm of at least ….': 'reattachedDepthMm muss mindestens $1 sein.',
  '….innerDepthMm: got … mm, expected at most … mm: the muscle … overlaps the bone':
    '$1.innerDepthMm: $2 mm angegeben, höchstens $3 mm möglich: Der Muskel $4 läge im Knochen',
  '….innerDepthMm: got … mm, expected at most … mm: the muscle … overlaps the axis of the limb':
    '$1.innerDepthMm: $2 mm angegeben, höchstens $3 mm möglich: Der Muskel $4 reichte über die Achse des Glieds',
  'Write at most … mm, or widen limb.muscleRadiusMm.':
    'Höchstens $1 mm, oder limb.muscleRadiusMm weiter machen.',
  'A muscle without motor units gives no signal: leave it out of the list, or write 120.':
    'Ein Muskel ohne motorische Einheiten gibt kein Signal: aus der Liste nehmen, oder 120 schreiben.',
  'A muscle around the whole limb has 360 deg.': 'Ein Muskel um das ganze Glied hat 360 Grad.',
  'Fibres of limb muscles are 60 to 300 mm long.': 'Fasern von Muskeln der Glieder sind 60 bis 300 mm lang.',
  'templates: got … MB, more than there is room for': 'Wellenformen: $1 MB, mehr als Platz ist',
  'templates: got … MB, more than this computer gives one memory':
    'Wellenformen: $1 MB, mehr als dieser Rechner an einem Stück gibt',
  'Use fewer motor units, fewer channels or a lower sampleRateHz.':
    'Weniger motorische Einheiten, weniger Kanäle oder eine niedrigere sampleRateHz.',
  'Surface EMG needs 1000 to 2000 Hz, intramuscular EMG up to 10 000 Hz.':
    'EMG auf der Haut braucht 1000 bis 2000 Hz, im Muskel bis 10 000 Hz.',
  'units: got sources for … muscles, expected one for each of …':
    'units: Quellen für $1 Muskeln, erwartet wird eine für jeden von $2',
  'Create one pool per muscle of the anatomy, in its order.':
    'Für jeden Muskel der Anatomie eine, in deren Reihenfolge.',
  'units of …: got … velocities and … fibre counts, expected as many of each and at least one':
    'Einheiten von $1: $2 Geschwindigkeiten und $3 Faserzahlen, erwartet werden gleich viele und mindestens eine',
  'A muscle needs at least one motor unit.': 'Ein Muskel braucht mindestens eine motorische Einheit.',
  'units of …: got a conduction velocity of … m/s, expected within [0.5, 20] m/s':
    'Einheiten von $1: Leitungsgeschwindigkeit $2 m/s, erlaubt sind 0.5 bis 20 m/s',
  'Motor units conduct at 2.6 to 5.3 m/s.': 'Motorische Einheiten leiten mit 2.6 bis 5.3 m/s.',
  'units of …: got … fibres, expected a number above 0':
    'Einheiten von $1: $2 Fasern, es müssen mehr als 0 sein',
  'Units of limb muscles have some ten to two thousand fibres.':
    'Einheiten von Muskeln der Glieder haben etwa zehn bis zweitausend Fasern.',
  'Write for example { "movement": "hand-close", "strength": 0.3 }.':
    'Zum Beispiel { "movement": "hand-close", "strength": 0.3 }.',
  'Strength is the fraction of the maximal voluntary contraction: 0.3 is 30 %.':
    'Die Stärke ist der Anteil der größten willentlichen Anspannung: 0.3 sind 30 %.',
  'muscles: got … motor units on … channels, whose action potentials take about … and … s of computing per second, expected at most …':
    'muscles: $1 motorische Einheiten auf $2 Kanälen brauchen etwa $3 und $4 s Rechenzeit je Sekunde, höchstens $5 sind erlaubt',
  'Write a smaller unitCount, fewer electrodes.positions, shorter fibreLengthMm or a lower sampleRateHz.':
    'Kleinere unitCount, weniger electrodes.positions, kürzere fibreLengthMm oder niedrigere sampleRateHz.',
  'calibration: it would take about …, expected at most …':
    'Die Kalibrierung würde etwa $1 dauern, erlaubt sind höchstens $2',
  'Write fewer calibration.repetitions or movements, a shorter holdMs, a longer decoder.stepMs, fewer features or channels, or a simpler classifier.':
    'Weniger calibration.repetitions oder Bewegungen, kürzere holdMs, längere decoder.stepMs, weniger Merkmale oder Kanäle, oder ein einfacherer Klassifikator.',
  'unknown preset …': 'Ein Preset $1 gibt es nicht',
  'Presets: ….': 'Es gibt: $1.',
  'patch: got no object': 'patch: kein Objekt',
  'Write a partial scenario, such as {"limb":{"fatThicknessMm":6}}.':
    'Einen Teil eines Szenarios, etwa {"limb":{"fatThicknessMm":6}}.',
  'Write for example thumbs-up.': 'Zum Beispiel thumbs-up.',
  '….…: got …, which means … already': '$1.$2: $3 bedeutet schon $4',
  '….…: got …, which another of movements has already': '$1.$2: $3 hat schon eine andere Bewegung',
  '….…: got …, which …': '$1.$2: $3 ist vergeben ($4)',
  'Use … as it is, or choose another ….': '$1 nehmen, wie es ist, oder $2 anders wählen.',
  'Give each its own ….': 'Jede braucht ihr eigenes $1.',
  '….actions.…: got …, a joint of the … in a movement of the …':
    '$1.actions.$2: $3 ist ein Gelenk von $4, die Bewegung ist von $5',
  'Set ….limb to …, or leave … out.': '$1.limb auf $2 setzen, oder $3 weglassen.',
  '….grip: got …, but the hand neither opens nor closes':
    '$1.grip: $2 angegeben, aber die Hand öffnet und schließt dabei nicht',
  'Write ….actions {"hand":"close"}, or grip unchanged.': '$1.actions {"hand":"close"}, oder grip unchanged.',
  '…: not valid': '$1: nicht gültig',
  'unknown field …': 'Ein Feld $1 gibt es nicht',
  'Did you mean "…"?': 'War „$1“ gemeint?',
  'Did you mean …?': 'War $1 gemeint?',
  'Fields here: ….': 'Felder hier: $1.',
  'Write for example ….': 'Zum Beispiel $1.',
};
