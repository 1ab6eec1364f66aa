import type { Filled } from './filled.js';

/** Errors of what is asked of a patient, a session, a device or a thread. */
export const sessionErrors: Filled = {
  '… s are missing: the process was stopped, asleep, or too slow':
    '$1 s fehlen: Das Programm war angehalten, schlief oder war zu langsam',
  '… s are missing: …': '$1 s fehlen: $2',
  'the patient is gone': 'Der Patient ist nicht mehr da',
  'Connect again.': 'Erneut verbinden.',
  'not connected: what was chosen is not in force': 'Keine Verbindung: Was gewählt wurde, gilt nicht',
  'Choose it again once the connection is back.': 'Noch einmal wählen, wenn die Verbindung wieder da ist.',
  'discardClass: nothing was recorded of …': 'Verwerfen: Von $1 wurde nichts aufgenommen',
  'Recorded are ….': 'Aufgenommen sind $1.',
  'Nothing was recorded yet.': 'Noch wurde nichts aufgenommen.',
  'message: got binary data, expected text': 'Nachricht: Binärdaten statt Text',
  'Send one JSON object as text, such as {"op":"ping"}.':
    'Ein JSON-Objekt als Text senden, etwa {"op":"ping"}.',
  '…: nothing here can appear as a device to other programs':
    '$1: Nichts hier kann für andere Programme als Gerät erscheinen',
  'Start "myodesis serve", which can.': '„myodesis serve“ starten: Das kann es.',
  'subscribe: … … no channels': 'subscribe: $1 ohne Kanäle',
  'Leave channels out, or name raw, filtered, clean, envelope or features.':
    'channels weglassen, oder raw, filtered, clean, envelope oder features nennen.',
  '…: the signal is that of a real person, so nobody can be simulated':
    '$1: Das Signal ist das eines wirklichen Menschen, niemand kann simuliert werden',
  'Send {"op":"startPrompts","by":"person"} and follow what is asked.':
    'Die geführte Kalibrierung selbst mitmachen ({"op":"startPrompts","by":"person"}).',
  'calibrate: this person has recorded nothing to train on yet':
    'Kalibrieren: Dieser Mensch hat noch nichts aufgenommen, woran gelernt werden kann',
  'Send {"op":"startPrompts","by":"person"}, or record classes by hand and send {"op":"trainRecorded"}.':
    'Die geführte Kalibrierung mitmachen, oder Bewegungen von Hand aufnehmen und daran lernen lassen.',
  'training: another one has taken its place': 'Training: Ein anderes ist an seine Stelle getreten',
  '…: the signal has ended': '$1: Das Signal ist zu Ende',
  'Let its sender begin anew, and start "myodesis listen" again.':
    'Den Sender neu beginnen lassen und „myodesis listen“ erneut starten.',
  'getDecoder: there is none yet': 'Noch gibt es keinen Decoder',
  'Wait until the session runs.': 'Warten, bis die Sitzung läuft.',
  'setStage: this patient has no journey': 'Stufe: Dieser Patient hat keinen Weg, der in Stufen erzählt wird',
  'Load a scenario with journey.stages, such as the preset patient-journey.':
    'Ein Szenario mit journey.stages laden, etwa das Preset patient-journey.',
  'setStage: got stage …, the journey has …': 'Stufe $1 gibt es nicht, der Weg hat $2',
  'Stages: ….': 'Stufen: $1.',
  'nobody is alive: the patient has failed': 'Niemand lebt: Der Patient ist ausgefallen',
  'Load another one, such as {"op":"loadPreset","name":"transhumeral-tmr"}.':
    'Einen anderen Patienten wählen.',
  'the patient is still being calibrated': 'Der Patient wird noch kalibriert',
  'Wait for {"op":"status","phase":"running"}.': 'Warten, bis er läuft.',
  '…: another patient is being made ready': '$1: Ein anderer Patient wird gerade vorbereitet',
  'decoder: it was read from a file, so there is nothing to train it on anew':
    'Der Decoder kommt aus einer Datei: Es gibt nichts, woran er neu lernen könnte',
  'Send {"op":"calibrate"} first, or change only smoothing, speed and thresholds.':
    'Zuerst kalibrieren, oder nur Glättung, Geschwindigkeit und Schwellen ändern.',
  'trainRecorded: another training has taken its place': 'Training: Ein anderes ist an seine Stelle getreten',
  'Wait for {"op":"status","phase":"running"} and send it again.':
    'Warten, bis der Patient läuft, und es noch einmal versuchen.',
  'getMuap: got muscle …, there are …': 'Muskel $1 gibt es nicht, es sind $2',
  'Write a muscle within [0, …].': 'Einen Muskel von 0 bis $1.',
  'getMuap: got unit …, … has …': 'Motorische Einheit $1 gibt es nicht, $2 hat $3',
  'Write a unit within [0, …].': 'Eine Einheit von 0 bis $1.',
  '… test: the decoder knows no movement but rest': 'Test $1: Der Decoder kennt keine Bewegung außer Ruhe',
  'Calibrate with the movements to test.': 'Mit den Bewegungen kalibrieren, die getestet werden sollen.',
  '… test: no joint can be moved both ways': 'Test $1: Kein Gelenk kann in beide Richtungen bewegt werden',
  'Calibrate with both directions of a joint, such as hand-close and hand-open, or use the motion test.':
    'Beide Richtungen eines Gelenks kalibrieren, etwa hand-close und hand-open, oder den Bewegungstest nehmen.',
  'step: this session runs by the clock': 'step: Diese Sitzung läuft nach der Uhr',
  'Make a session whose clock is "stepped".': 'Eine Sitzung anlegen, deren Uhr „stepped“ ist.',
  'decoder: there is nothing to train it on anew': 'Der Decoder hat nichts, woran er neu lernen könnte',
  '… has no body yet': '$1 hat noch keinen Körper',
  'Wait until the stream runs.': 'Warten, bis das Signal läuft.',
  'calibration.style: got free, prompts need ramp-and-hold or hold':
    'calibration.style: Bei free wird nichts vorgegeben; die geführte Kalibrierung braucht ramp-and-hold oder hold',
  'Patch calibration.style, or record by hand with {"op":"startRecordingClass","label":"rest"}.':
    'calibration.style ändern, oder von Hand aufnehmen.',
  'retryClass: the decoder was read from a file, so its other classes are unknown':
    'Noch einmal: Der Decoder kommt aus einer Datei, seine anderen Bewegungen sind nicht bekannt',
  'Send {"op":"startPrompts","by":"simulated-user"} to record all of them.':
    'Die geführte Kalibrierung mit allen Bewegungen beginnen.',
  'retryClass: got …, which is no movement of this scenario':
    'Noch einmal: $1 ist keine Bewegung dieses Szenarios',
  'Write one of serverInfo.movements, such as ….': 'Eine von diesen: $1.',
  'setClasses: the decoder was read from a file, so its recordings are unknown':
    'Bewegungen wählen: Der Decoder kommt aus einer Datei, seine Aufnahmen sind nicht bekannt',
  'Send {"op":"calibrate"} first.': 'Zuerst kalibrieren.',
  'setClasses: got …, of which nothing was recorded': 'Bewegungen wählen: Von $1 wurde nichts aufgenommen',
  'setClasses: got …, expected two or more': 'Bewegungen wählen: Nur $1 gewählt, nötig sind mindestens zwei',
  'Write some of ….': 'Einige von $1.',
  'setIntent: a calibration by the simulated user is under way':
    'Bewegen: Gerade kalibriert die simulierte Person',
  'Send {"op":"stopPrompts"} first.': 'Zuerst die geführte Kalibrierung beenden.',
  'startRecording: a recording is under way': 'Es wird schon aufgenommen',
  'Send {"op":"stopRecording"} first.': 'Zuerst die Aufnahme beenden.',
  'recorder: the disk is too slow': 'Aufnahme: Die Platte ist zu langsam',
  'step: a step is under way': 'step: Ein Schritt ist unterwegs',
  'Wait for its answer before the next.': 'Vor dem nächsten seine Antwort abwarten.',
  'subscribe: there is no channel …': 'subscribe: Einen Kanal $1 gibt es nicht',
  'Name some of ….': 'Einige von diesen: $1.',
  'subscribe: discharges come when they come, one of several tells nothing':
    'subscribe: Entladungen kommen, wann sie kommen; jede zweite sagt nichts',
  'Leave every out for discharges.': 'every bei discharges weglassen.',
  'setIntent: a test by the simulated user is under way':
    'Bewegen: Gerade macht die simulierte Person einen Test',
  'Send {"op":"stopTest"} first.': 'Zuerst den Test beenden.',
  'message: got …, which is …': 'Nachricht: $1 ist nicht lesbar ($2)',
  'message: got no object but …': 'Nachricht: kein Objekt, sondern $1',
  'message: unknown op …': 'Nachricht: Eine op $1 gibt es nicht',
  'Ops: ….': 'Es gibt: $1.',
  '…: unknown field … in …': '$1: Ein Feld $2 gibt es in $3 nicht',
  '…: unknown field …': '$1: Ein Feld $2 gibt es nicht',
  '…: … is not valid, got …': '$1: $2 ist nicht gültig, angegeben ist $3',
  '…: this session cannot …': '$1: Diese Sitzung kann das nicht ($2)',
  '…: a recording is being replayed; it cannot …':
    '$1: Eine Aufnahme wird wiedergegeben; sie kann das nicht ($2)',
  '…: the signal is that of a real person; this session cannot …':
    '$1: Das Signal ist das eines wirklichen Menschen; diese Sitzung kann das nicht ($2)',
  '…: … cannot …': '$1: $2 kann das nicht ($3)',
  'It can ….': 'Möglich ist: $1.',
  'Start "myodesis serve" for a simulated patient, which can.':
    '„myodesis serve“ starten: Ein simulierter Patient kann das.',
  '…: viewers may look and listen, not change anything':
    '$1: Wer nur zusieht, kann sehen und hören, aber nichts verändern',
  'viewers may look and listen, not change anything':
    'Wer nur zusieht, kann sehen und hören, aber nichts verändern',
  'Come in by the link for presenters, which the terminal of the service shows.':
    'Über den Link für Vortragende kommen, den das Terminal des Dienstes zeigt.',
  'Send the token of presenters, which the terminal of the service shows.':
    'Das Token der Vortragenden senden, das das Terminal des Dienstes zeigt.',
  '…: the session has ended': '$1: Die Sitzung ist zu Ende',
  'Connect with another one.': 'Mit einer anderen verbinden.',
  'openDevice: … is open already': '$1 ist schon eingeschaltet',
  'Turn its dials by setDevice, or close it first.': 'Seine Regler verstellen, oder es zuerst ausschalten.',
  '… could not be opened again: …': '$1 ließ sich nicht wieder einschalten: $2',
  'device: got …, expected one of …': 'Ein Gerät $1 gibt es nicht, möglich sind: $2',
  'serverInfo.devices lists them.': 'serverInfo.devices zählt sie auf.',
  '… is not open': '$1 ist nicht eingeschaltet',
  'Open it first, by openDevice.': 'Es zuerst einschalten.',
  'devices.lsl: got the address …, expected one of IPv4': 'devices.lsl: Die Adresse $1 ist keine von IPv4',
  'Start with --device-host 127.0.0.1, or the IPv4 address of this machine.':
    'Mit --device-host 127.0.0.1 starten, oder mit der IPv4-Adresse dieses Rechners.',
  'devices.lsl.name: got no name, and streams need one': 'devices.lsl.name: Ein Strom braucht einen Namen',
  'Write, for example, Myodesis.': 'Zum Beispiel Myodesis.',
  'Write, for example, 127.0.0.1.': 'Zum Beispiel 127.0.0.1.',
  '…: … is another machine, and devices are for this one only':
    '$1: $2 ist ein anderer Rechner, Geräte sind nur für diesen',
  'Use 127.0.0.1, or start with --device-host ADDRESS, the address of this machine that may be used.':
    '127.0.0.1 nehmen, oder mit --device-host ADDRESS starten, der Adresse dieses Rechners, die benutzt werden darf.',
  'devices: this service appears as none': 'Geräte: Dieser Dienst erscheint als keines',
  'sessions: there is one only, and …': 'Sitzungen: Es gibt nur eine ($1)',
  'Start "myodesis serve" for patients of one’s own.':
    '„myodesis serve“ starten, um eigene Patienten zu haben.',
  'set: a recording has a body of its own, which cannot be changed':
    'set: Eine Aufnahme hat ihren eigenen Körper, der nicht zu ändern ist',
  'Leave set out to replay the recording, or name a preset too, such as "transhumeral-tmr".':
    'set weglassen, um die Aufnahme abzuspielen, oder auch ein Preset nennen, etwa "transhumeral-tmr".',
  'preset, scenario: got both, expected one of them':
    'preset, scenario: Beide angegeben, nur eines ist möglich',
  'Name the preset within the scenario, such as {"scenario":{"preset":"transhumeral-tmr","seed":7}}.':
    'Das Preset im Szenario nennen, etwa {"scenario":{"preset":"transhumeral-tmr","seed":7}}.',
  'the session is being made': 'Die Sitzung entsteht gerade',
  'Connect again in a moment.': 'Gleich noch einmal verbinden.',
  'the session is gone': 'Die Sitzung gibt es nicht mehr',
  'session: its thread ended': 'Die Sitzung ist abgebrochen',
  'Connect again, or ask for another session.': 'Erneut verbinden, oder eine andere Sitzung nehmen.',
  'session: its thread hangs: it said nothing for a minute':
    'Die Sitzung hängt: Sie hat eine Minute lang nichts gesagt',
  'session: it ran out of memory, got more than … MB of objects':
    'Der Sitzung fehlt Speicher: Sie hat mehr als $1 MB belegt',
  'Make its scenario smaller: fewer units, channels or repetitions of the calibration.':
    'Das Szenario kleiner machen: weniger Einheiten, Kanäle oder Wiederholungen der Kalibrierung.',
  'session: it failed: …': 'Die Sitzung ist ausgefallen: $1',
  'sessions: the service stops': 'Der Dienst hört auf',
  'Start it again.': 'Ihn neu starten.',
  'Ask for another one, or take the shared one.': 'Eine andere Sitzung nehmen, oder die gemeinsame.',
  'sessions: got … private ones already, at most … may run':
    'Alle Plätze sind besetzt: Es laufen schon $1 eigene Sitzungen, höchstens $2 sind möglich',
  'End one of them, or start the service with --max-sessions ….':
    'Eine davon beenden, oder den Dienst mit --max-sessions $1 starten.',
  'sessions: the shared session is there for everyone and cannot be ended':
    'Die gemeinsame Sitzung ist für alle da und kann nicht beendet werden',
  'Stop the service to end it, or end a private session.':
    'Den Dienst anhalten, oder eine eigene Sitzung beenden.',
  'sessions: there is no session …, or not any more': 'Eine Sitzung $1 gibt es nicht, oder nicht mehr',
  'See GET /api/sessions for those that there are.': 'GET /api/sessions zeigt, welche es gibt.',
  'a worker thread could not start: …': 'Ein Rechenhelfer konnte nicht starten: $1',
  'Close other programs or raise the limits of the system (ulimit -n, ulimit -u), and try again.':
    'Andere Programme schließen oder die Grenzen des Systems erhöhen (ulimit -n, ulimit -u), dann noch einmal versuchen.',
  'a worker thread needed more than … MB and was ended':
    'Ein Rechenhelfer brauchte mehr als $1 MB und wurde beendet',
  'Use fewer repetitions, channels or features, and try again.':
    'Weniger Wiederholungen, Kanäle oder Merkmale nehmen und noch einmal versuchen.',
  'a worker thread ended in the midst of its work: …': 'Ein Rechenhelfer endete mitten in der Arbeit: $1',
  'Try again.': 'Noch einmal versuchen.',
  'startRecording: got format …, a page in a browser writes csv':
    'Aufnahme: Das Format $1 geht hier nicht, eine Seite im Browser schreibt csv',
  'Record as csv, or start "myodesis serve" for the other formats.':
    'Als csv aufnehmen, oder für die anderen Formate „myodesis serve“ starten.',
  'recorder: this page keeps at most … of recordings, and has them':
    'Aufnahme: Diese Seite behält höchstens $1 an Aufnahmen, und so viel ist erreicht',
  'Download what is there and load the page again, or record with "myodesis serve".':
    'Herunterladen, was da ist, und die Seite neu laden, oder mit „myodesis serve“ aufnehmen.',
  'the workshop cannot work: …': 'Der Rechenhelfer kann nicht arbeiten: $1',
  'Load the page again.': 'Die Seite neu laden.',
  '…: no modules are loaded in a browser': '$1: In einem Browser werden keine Module geladen',
  'Start "myodesis serve --classifier FILE".': '„myodesis serve --classifier FILE“ starten.',
  'unexpected error: …': 'Unerwarteter Fehler: $1',
  'This is a defect: run again with --debug and report what it prints.':
    'Das ist ein Fehler im Programm: mit --debug neu starten und melden, was es ausgibt.',
  'the service cannot use a file or device': 'Der Dienst kann eine Datei oder ein Gerät nicht benutzen',
  'See the log of the service.': 'Siehe das Protokoll des Dienstes.',
  'unexpected error in the service': 'Unerwarteter Fehler im Dienst',
  'This is a defect: see the log of the service, and report what it says.':
    'Das ist ein Fehler im Programm: im Protokoll des Dienstes nachsehen und melden, was dort steht.',
};
