/** Technical words in German. */
export const germanGlossary = {
  emg: {
    word: 'EMG',
    gloss: 'Das elektrische Signal arbeitender Muskeln. Kurz für Elektromyogramm.',
    forms: 'EMG',
  },
  'motor-unit': {
    word: 'Motorische Einheit',
    gloss:
      'Eine Nervenzelle im Rückenmark und alle Muskelfasern, die sie antreibt. Der kleinste Teil eines Muskels, der allein arbeiten kann.',
    forms: '[Mm]otorischen? Einheit(?:en)?',
  },
  fibre: {
    word: 'Muskelfaser',
    gloss: 'Eine Zelle eines Muskels, dünn wie ein Haar und oft mehrere Zentimeter lang.',
    forms: '(?:Muskelf|F)asern?',
  },
  discharge: {
    word: 'Entladung',
    gloss:
      'Ein Signal der Nervenzelle einer motorischen Einheit. Alle ihre Fasern antworten mit einem Impuls.',
    forms: 'Entladung(?:en)?',
  },
  electrode: {
    word: 'Elektrode',
    gloss: 'Ein Metallkontakt, der das Signal aufnimmt: auf der Haut, auf einem Muskel oder in ihm.',
    forms: 'Elektroden?',
  },
  channel: {
    word: 'Kanal',
    gloss: 'Eine Kurve: was eine Elektrode oder ein Paar von Elektroden hört.',
    forms: 'Kan(?:al|äle|älen)',
  },
  amplitude: { word: 'Amplitude', gloss: 'Wie hoch ein Signal ausschlägt.', forms: 'Amplitude' },
  rms: {
    word: 'RMS',
    gloss:
      'Effektivwert (root mean square): das übliche Maß dafür, wie stark ein Signal über eine Strecke ist. Große Werte zählen mehr.',
    forms: 'RMS',
  },
  microvolt: {
    word: 'µV',
    gloss: 'Mikrovolt: ein millionstel Volt. EMG auf der Haut hat einige zehn bis einige hundert davon.',
    forms: 'µV',
  },
  noise: {
    word: 'Rauschen',
    gloss: 'Was eine Elektrode liefert, auch wenn kein Muskel arbeitet.',
    forms: 'Rauschen',
  },
  recruitment: {
    word: 'Rekrutierung',
    gloss: 'Der Muskel ruft weitere motorische Einheiten ab, immer in derselben Reihenfolge: kleine zuerst.',
    forms: '[Rr]ekrutier(?:ung|t)',
  },
  'rate-coding': {
    word: 'Ratenkodierung',
    gloss: 'Arbeitende motorische Einheiten entladen schneller, und der Muskel zieht stärker.',
    forms: 'Ratenkodierung',
  },
  crosstalk: {
    word: 'Übersprechen',
    gloss: 'Was eine Elektrode von anderen Muskeln hört als dem unter ihr.',
    forms: 'Übersprechen',
  },
  twitch: {
    word: 'Zuckung',
    gloss: 'Der kurze Zug, mit dem eine motorische Einheit auf eine Entladung antwortet.',
    forms: 'Zuckung(?:en)?',
  },
  decoder: {
    word: 'Decoder',
    gloss: 'Das Programm, das aus dem Signal liest, was der Mensch will.',
    forms: 'Decoders?',
  },
  decode: { word: 'Erkennen', gloss: 'Aus dem Signal lesen, was gewollt ist.', forms: 'erkennen' },
  prosthesis: {
    word: 'Prothese',
    gloss: 'Die künstliche Gliedmaße. Hier eine mit Motoren, die Muskeln steuern.',
    forms: 'Prothesen?',
  },
  myodesis: {
    word: 'Myodese',
    gloss: 'Das Ende eines durchtrennten Muskels an den Knochen nähen.',
    forms: 'Myodese',
  },
  stump: {
    word: 'Stumpf',
    gloss: 'Was nach einer Amputation von einer Gliedmaße bleibt.',
    forms: 'Stumpfs?',
  },
  implant: {
    word: 'Implantat',
    gloss: 'Hier: der Metallstiel im Knochen, der die Prothese trägt.',
    forms: 'Implantats?',
  },
  'mains-hum': {
    word: 'Netzbrummen',
    gloss: 'Was das Stromnetz in Kabeln und Elektroden anrichtet: ein Ton von 50 oder 60 Hertz.',
    forms: 'Netzbrummen',
  },
  hertz: { word: 'Hz', gloss: 'Hertz: wie oft etwas in einer Sekunde geschieht.', forms: 'Hz' },
  spectrum: {
    word: 'Spektrum',
    gloss: 'Wie viel von jeder Frequenz in einem Signal steckt.',
    forms: 'Spektrum',
  },
  notch: {
    word: 'Kerbfilter',
    gloss: 'Ein Filter, das ein schmales Band um eine Frequenz herausnimmt.',
    forms: 'Kerbfilters?',
  },
  filter: {
    word: 'Filter',
    gloss: 'Nimmt einige Frequenzen aus einem Signal heraus und lässt die anderen durch.',
    forms: 'Filtern?',
  },
  feature: {
    word: 'Merkmal',
    gloss: 'Eine Zahl, die ein Fenster des Signals beschreibt, etwa seine mittlere Höhe.',
    forms: 'Merkmale?n?',
  },
  mav: {
    word: 'MAV',
    gloss:
      'Mittlerer Betrag (mean absolute value): die mittlere Höhe der Kurve in einem Fenster. Das einfachste Merkmal.',
    forms: 'MAV',
  },
  window: {
    word: 'Fenster',
    gloss: 'Das Stück Signal, um das es bei einer Entscheidung geht, oft eine fünftel Sekunde.',
    forms: 'Fenstern?',
  },
  calibration: {
    word: 'Kalibrierung',
    gloss: 'Die Person macht jede Bewegung auf Aufforderung, und der Decoder lernt daraus.',
    forms: 'Kalibrierung|kalibriert?(?:en)?',
  },
  accuracy: {
    word: 'Genauigkeit',
    gloss: 'Der Anteil der Entscheidungen, die richtig sind.',
    forms: 'Genauigkeit',
  },
  'held-out': {
    word: 'Zurückgehalten',
    gloss: 'Nicht zum Lernen benutzt, damit die Prüfung ehrlich ist.',
    forms: 'zurückgehaltene[nr]?',
  },
  classifier: {
    word: 'Klassifikator',
    gloss: 'Der Teil des Decoders, der die Bewegung nennt.',
    forms: 'Klassifikators?',
  },
  class: {
    word: 'Klasse',
    gloss: 'Eine Bewegung oder Ruhe, wie der Klassifikator sie kennt.',
    forms: 'Klassen?',
  },
  delay: {
    word: 'Verzögerung',
    gloss: 'Die Zeit vom Muskel bis zum Befehl an die Prothese.',
    forms: 'Verzögerung',
  },
  contact: {
    word: 'Kontakt',
    gloss: 'Die Stelle, an der sich Elektrode und Haut berühren.',
    forms: 'Kontakts?',
  },
  amplifier: {
    word: 'Verstärker',
    gloss:
      'Macht das winzige Signal groß genug zum Messen. Er hat eine Grenze, über der alles abgeschnitten wird.',
    forms: 'Verstärkers?',
  },
  anaesthesia: {
    word: 'Regionalanästhesie',
    gloss: 'Betäubt die Nerven einer Körperregion; der Mensch kann wach sein.',
    forms: 'Regionalanästhesie',
  },
  block: {
    word: 'Blockade',
    gloss: 'Das betäubte Stück eines Nervs, das kein Signal durchlässt.',
    forms: 'Blockade',
  },
  tone: { word: 'Tonus', gloss: 'Die leichte Aktivität, die ein ruhender Muskel behält.', forms: 'Tonus' },
  population: {
    word: 'Population',
    gloss: 'Alle Menschen einer Art, mit dem, worin sie sich unterscheiden.',
    forms: 'Population',
  },
  gain: {
    word: 'Verstärkung',
    gloss:
      'Wie sehr der Verstärker das Signal vergrößert. Zu viel, und es wird abgeschnitten; zu wenig, und feine Stufen gehen verloren.',
    forms: 'Verstärkung',
  },
  impedance: {
    word: 'Impedanz',
    gloss: 'Wie schwer der Strom von der Haut in die Elektrode gelangt. Trockene Haut hat viel davon.',
    forms: 'Impedanz',
  },
  tendon: {
    word: 'Sehne',
    gloss: 'Der Strang am Ende eines Muskels, der ihn am Knochen hält. Er macht kein Signal.',
    forms: 'Sehnen?',
  },
} as const;
