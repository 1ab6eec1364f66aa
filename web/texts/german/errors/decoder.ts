import type { Filled } from './filled.js';

/** Errors of calibrating, training and decoding, and of recording. */
export const decoderErrors: Filled = {
  'decoder.windowMs: got … ms, of which none fits into the … ms that the calibration learns from, less … ms trimmed at the start and … ms at the end':
    'decoder.windowMs: $1 ms angegeben; davon passt keines in die $2 ms, aus denen die Kalibrierung lernt, ohne $3 ms am Anfang und $4 ms am Ende',
  'Hold longer (calibration.holdMs)….': 'Länger halten (calibration.holdMs)$1.',
  'calibration.movements: got … as the only movement to learn, as the others are recorded too shortly, expected at least two':
    'calibration.movements: $1 ist die einzige Bewegung, die zu lernen bleibt, weil die anderen zu kurz aufgenommen sind; nötig sind mindestens zwei',
  'calibration.movements: got … as the only movement to learn, expected at least two':
    'calibration.movements: $1 ist die einzige Bewegung, nötig sind mindestens zwei',
  'Write for example ["rest","hand-close","hand-open"].': 'Zum Beispiel ["rest","hand-close","hand-open"].',
  '…: got one class only (…), expected at least two':
    '$1: nur eine Bewegung ($2), nötig sind mindestens zwei',
  'Record at least two movements, rest being one of them.':
    'Mindestens zwei Bewegungen aufnehmen, eine davon Ruhe.',
  '…: got … features of which none ever changes': '$1: Von $2 Merkmalen ändert sich keines je',
  'Check that the electrodes are connected and that the channels hold EMG.':
    'Prüfen, ob die Elektroden verbunden sind und die Kanäle EMG enthalten.',
  '…: got … numbers for … rows × … features, expected at least one of each':
    '$1: $2 Zahlen für $3 Zeilen × $4 Merkmale, von jedem ist mindestens eines nötig',
  'Record at least one window per class before training.':
    'Vor dem Training von jeder Bewegung mindestens ein Fenster aufnehmen.',
  '…: got … as feature … of row …, expected a finite number':
    '$1: $2 als Merkmal $3 der Zeile $4, nötig ist eine endliche Zahl',
  'Leave out that window or that feature: logarithms of a silent channel are not finite.':
    'Dieses Fenster oder Merkmal weglassen: Logarithmen eines stummen Kanals sind nicht endlich.',
  '…: got … labels for … rows, expected one per row': '$1: $2 Namen für $3 Zeilen, nötig ist einer je Zeile',
  'Give one label for each feature vector.': 'Für jeden Merkmalsvektor einen Namen angeben.',
  '…: not trained yet': '$1: noch nicht trainiert',
  'Call fit with labelled feature vectors first.': 'Zuerst mit benannten Merkmalsvektoren trainieren.',
  '…: got … features in row …, expected … as in row 0':
    '$1: $2 Merkmale in Zeile $3, erwartet $4 wie in Zeile 0',
  '…: got … features, expected …': '$1: $2 Merkmale, erwartet $3',
  'Use the channels and the feature set that the model was trained with.':
    'Die Kanäle und Merkmale nehmen, mit denen das Modell trainiert wurde.',
  '…: got … as feature …, expected a finite number': '$1: $2 als Merkmal $3, nötig ist eine endliche Zahl',
  'Replace values that are not finite before classifying.':
    'Werte, die nicht endlich sind, vor dem Klassifizieren ersetzen.',
  'Give every window the same features.': 'Jedem Fenster dieselben Merkmale geben.',
  'got … …, but decoder.control is …: …': '$1 $2 angegeben, aber decoder.control ist $3: $4',
  'Leave the … out, or set decoder.control to classification.':
    '$1 weglassen, oder decoder.control auf classification setzen.',
  'direct control: got channel … as both sites, expected two channels':
    'Direkte Steuerung: Kanal $1 für beide Stellen, nötig sind zwei Kanäle',
  'Set siteA and siteB to two channels over antagonists.':
    'siteA und siteB auf zwei Kanäle über Gegenspielern setzen.',
  'direct control: got channel …, expected one within [1, …]':
    'Direkte Steuerung: Kanal $1 gibt es nicht, möglich sind 1 bis $2',
  'Count the channels from 1.': 'Kanäle zählen von 1.',
  'direct control: got no joint recorded in both directions, expected one of …':
    'Direkte Steuerung: Kein Gelenk ist in beide Richtungen aufgenommen, nötig ist eines von $1',
  'Record for example elbow-flexion and elbow-extension, or set siteA and siteB.':
    'Zum Beispiel elbow-flexion und elbow-extension aufnehmen, oder siteA und siteB setzen.',
  'direct control: channel … is not louder in contraction than at rest':
    'Direkte Steuerung: Kanal $1 ist angespannt nicht lauter als in Ruhe',
  'Choose another channel, or check the electrode.': 'Einen anderen Kanal wählen, oder die Elektrode prüfen.',
  "AR order: got …, expected below the window's … samples":
    'AR-Ordnung: $1 angegeben, es müssen weniger sein als die $2 Abtastwerte des Fensters',
  'Take a longer window or a lower order; 4 is usual.':
    'Ein längeres Fenster oder eine niedrigere Ordnung; üblich ist 4.',
  'features: got none, expected at least one': 'Merkmale: keines angegeben, nötig ist mindestens eines',
  "For example ['HTD'].": "Zum Beispiel ['HTD'].",
  "For example { kind: 'highpass', order: 4, cutoffHz: 20 }.":
    "Zum Beispiel { kind: 'highpass', order: 4, cutoffHz: 20 }.",
  'For example cutoffHz: [20, 450].': 'Zum Beispiel cutoffHz: [20, 450].',
  'features: got … with orders … and …, expected one':
    'Merkmale: $1 mit den Ordnungen $2 und $3, nur eine ist möglich',
  'Their columns would carry the same names; ask for the higher order alone.':
    'Ihre Spalten hätten dieselben Namen; nur die höhere Ordnung nehmen.',
  'feature: got … as the name of your own, expected one that is not taken':
    'Merkmal: $1 als eigener Name, der ist vergeben',
  'Call it MY…, for example.': 'Zum Beispiel MY$1.',
  'Sets of features: ….': 'Sätze von Merkmalen: $1.',
  'Give the sampling rate in samples per second, such as 1000.':
    'Die Abtastrate in Werten je Sekunde angeben, etwa 1000.',
  'Order is the number of poles: 2 falls by 12 dB per octave, 4 (common for EMG) by 24.':
    'Die Ordnung ist die Zahl der Pole: 2 fällt um 12 dB je Oktave, 4 (bei EMG üblich) um 24.',
  'A signal sampled at … Hz ends at … Hz: sample faster or lower the cut-off.':
    'Ein mit $1 Hz abgetastetes Signal endet bei $2 Hz: schneller abtasten oder die Grenze senken.',
  "A … has one cut-off; a band has kind 'bandpass'.": "$1 hat eine Grenze; ein Band hat die Art 'bandpass'.",
  'Give the corner frequency in Hz, such as 20.': 'Die Grenzfrequenz in Hz angeben, etwa 20.',
  'Write […, …].': 'Zum Beispiel [$1, $2].',
  'Q is centre frequency over −3 dB width: 30 at 50 Hz is a notch 1.7 Hz wide.':
    'Q ist Mittenfrequenz durch Breite bei −3 dB: 30 bei 50 Hz ist eine Kerbe von 1.7 Hz.',
  'Write 1 for the mains frequency alone, 3 for it and its next two multiples.':
    '1 für die Netzfrequenz allein, 3 für sie und ihre nächsten zwei Vielfachen.',
  "Use { kind: 'notch', cutoffHz: …, q, harmonics: … } instead.":
    "Stattdessen { kind: 'notch', cutoffHz: $1, q, harmonics: $2 }.",
  'prosthesis.joints.…: got a range from … to …': 'prosthesis.joints.$1: ein Bereich von $2 bis $3',
  'The lowest position must be below the highest.': 'Die kleinste Stellung muss unter der größten liegen.',
  'prosthesis.task: got …, which is for an arm, but this prosthesis is a leg':
    'prosthesis.task: $1 ist für einen Arm, diese Prothese ist ein Bein',
  'prosthesis.task: got …, which is for a leg, but this prosthesis is an arm':
    'prosthesis.task: $1 ist für ein Bein, diese Prothese ist ein Arm',
  'prosthesis.task: got …, which is for …, but this prosthesis is …':
    'prosthesis.task: $1 ist für $2, diese Prothese ist $3',
  'Write one of …, or take another person.': 'Eines von $1, oder einen anderen Menschen nehmen.',
  'decoder: got no window of which every feature is finite':
    'Decoder: In keinem Fenster sind alle Merkmale endlich',
  'A channel may be silent: leave it out, or leave out logarithmic features.':
    'Ein Kanal ist vielleicht stumm: ihn weglassen, oder logarithmische Merkmale weglassen.',
  'got no training recordings, expected some of at least two movements':
    'Es gibt keine Aufnahmen zum Lernen, nötig sind welche von mindestens zwei Bewegungen',
  'Run the calibration first, or import a recording with labels.':
    'Zuerst kalibrieren, oder eine benannte Aufnahme einlesen.',
  'got no recording longer than a window of … ms and what is trimmed':
    'Keine Aufnahme ist länger als ein Fenster von $1 ms mit dem, was abgeschnitten wird',
  'Record longer, trim less, or use a shorter window.':
    'Länger aufnehmen, weniger abschneiden, oder ein kürzeres Fenster nehmen.',
  'got … channels of which none ever changes, expected EMG on one at least':
    'Von $1 Kanälen ändert sich keiner je, nötig ist EMG auf mindestens einem',
  'Check that the electrodes are connected, and that the file holds the signal you think it does.':
    'Prüfen, ob die Elektroden verbunden sind und die Datei das erwartete Signal enthält.',
  'recording of …, repetition …: got … channels at … Hz, expected … at … Hz':
    'Aufnahme von $1, Wiederholung $2: $3 Kanäle mit $4 Hz, erwartet $5 mit $6 Hz',
  'Train only on recordings with the channels and the rate of the stream.':
    'Nur aus Aufnahmen mit den Kanälen und der Rate des Signals lernen.',
  'cannot record … channels at … Hz, expected at least 1 channel and a rate above 0 Hz':
    '$1 Kanäle mit $2 Hz lassen sich nicht aufnehmen, nötig sind mindestens 1 Kanal und mehr als 0 Hz',
  'Give one name per channel and the sampling rate in Hz.':
    'Für jeden Kanal einen Namen und die Abtastrate in Hz angeben.',
  'got a block of … channels at … Hz, the recording has … channels at … Hz':
    'Ein Block von $1 Kanälen mit $2 Hz, die Aufnahme hat $3 Kanäle mit $4 Hz',
  'Close this recording and start another when the electrodes or the rate change.':
    'Diese Aufnahme beenden und eine neue beginnen, wenn sich Elektroden oder Rate ändern.',
  'got a block at sample …, expected sample … or later':
    'Ein Block bei Wert $1, erwartet wurde Wert $2 oder später',
  'The index of a recording only rises: close this one and start another after a restart.':
    'Der Zähler einer Aufnahme steigt nur: nach einem Neustart diese beenden und eine neue beginnen.',
};
