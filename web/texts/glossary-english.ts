/** Technical words in English. */
export const englishGlossary = {
  emg: {
    word: 'EMG',
    gloss: 'The electrical signal of working muscles. Short for electromyogram.',
    forms: 'EMG(?!s)',
  },
  'motor-unit': {
    word: 'Motor unit',
    gloss:
      'One nerve cell in the spinal cord and all the muscle fibres that it drives. The smallest part of a muscle that can work alone.',
    forms: '[Mm]otor units?',
  },
  fibre: {
    word: 'Muscle fibre',
    gloss: 'One cell of a muscle, as thin as a hair and often several centimetres long.',
    forms: '(?:muscle )?fibres?',
  },
  discharge: {
    word: 'Discharge',
    gloss: 'One signal of the nerve cell of a motor unit. All its fibres answer with one pulse.',
    forms: 'discharges?',
  },
  electrode: {
    word: 'Electrode',
    gloss: 'A metal contact that picks up the signal: on the skin, on a muscle or inside it.',
    forms: 'electrodes?',
  },
  channel: {
    word: 'Channel',
    gloss: 'One trace: what one electrode, or one pair of electrodes, hears.',
    forms: 'channels?',
  },
  amplitude: { word: 'Amplitude', gloss: 'How high a signal swings.', forms: '[Aa]mplitude' },
  rms: {
    word: 'RMS',
    gloss:
      'Root mean square: the usual measure of how strong a signal is over a stretch of time. Large values count more.',
    forms: 'RMS',
  },
  microvolt: {
    word: 'µV',
    gloss: 'Microvolt: a millionth of a volt. EMG on the skin is some tens to some hundreds of them.',
    forms: 'µV',
  },
  noise: { word: 'Noise', gloss: 'What an electrode delivers even when no muscle works.', forms: '[Nn]oise' },
  recruitment: {
    word: 'Recruitment',
    gloss: 'The muscle calls up more motor units, always in the same order: small ones first.',
    forms: '[Rr]ecruit(?:ment|ed)',
  },
  'rate-coding': {
    word: 'Rate coding',
    gloss: 'Motor units at work discharge faster, so that the muscle pulls harder.',
    forms: '[Rr]ate coding',
  },
  crosstalk: {
    word: 'Crosstalk',
    gloss: 'What an electrode hears of muscles other than the one below it.',
    forms: '[Cc]rosstalk',
  },
  twitch: {
    word: 'Twitch',
    gloss: 'The short pull with which a motor unit answers one discharge.',
    forms: 'twitch(?:es)?',
  },
  decoder: {
    word: 'Decoder',
    gloss: 'The program that reads from the signal what the person wants.',
    forms: '[Dd]ecoders?',
  },
  decode: { word: 'Decode', gloss: 'To read from the signal what is wanted.', forms: 'decode(?!r)' },
  prosthesis: {
    word: 'Prosthesis',
    gloss: 'The artificial limb. Here one with motors, driven by muscles.',
    forms: '[Pp]rosthes[ie]s',
  },
  myodesis: { word: 'Myodesis', gloss: 'Sewing the end of a cut muscle to the bone.', forms: '[Mm]yodesis' },
  stump: { word: 'Stump', gloss: 'What is left of a limb after an amputation.', forms: 'stump' },
  implant: {
    word: 'Implant',
    gloss: 'Here: the metal stem in the bone that carries the prosthesis.',
    forms: 'implants?',
  },
  'mains-hum': {
    word: 'Mains hum',
    gloss: 'What the power line induces in cables and electrodes: a tone of 50 or 60 hertz.',
    forms: '[Mm]ains hum',
  },
  hertz: { word: 'Hz', gloss: 'Hertz: how often something happens in a second.', forms: 'Hz' },
  spectrum: { word: 'Spectrum', gloss: 'How much of each frequency is in a signal.', forms: '[Ss]pectrum' },
  notch: {
    word: 'Notch',
    gloss: 'A filter that takes out a narrow band around one frequency.',
    forms: '[Nn]otch',
  },
  filter: {
    word: 'Filter',
    gloss: 'Takes some frequencies out of a signal and lets the others pass.',
    forms: 'filters?',
  },
  feature: {
    word: 'Feature',
    gloss: 'A number that describes one window of signal, such as its mean height.',
    forms: '[Ff]eatures?',
  },
  mav: {
    word: 'MAV',
    gloss: 'Mean absolute value: the mean height of the trace in a window. The simplest feature.',
    forms: 'MAV',
  },
  window: {
    word: 'Window',
    gloss: 'The stretch of signal that one decision is about, often a fifth of a second.',
    forms: '[Ww]indows?',
  },
  calibration: {
    word: 'Calibration',
    gloss: 'The person makes each movement when asked to, and the decoder learns from it.',
    forms: '[Cc]alibrat(?:ion|ed?)',
  },
  accuracy: { word: 'Accuracy', gloss: 'The share of decisions that are right.', forms: '[Aa]ccuracy' },
  'held-out': {
    word: 'Held out',
    gloss: 'Kept back: not learned from, so that the test is honest.',
    forms: '[Hh]eld-out',
  },
  classifier: {
    word: 'Classifier',
    gloss: 'The part of the decoder that names the movement.',
    forms: '[Cc]lassifiers?',
  },
  class: { word: 'Class', gloss: 'A movement, or rest, as the classifier knows it.', forms: 'class(?:es)?' },
  delay: {
    word: 'Delay',
    gloss: 'The time from the muscle to the command for the prosthesis.',
    forms: '[Dd]elay',
  },
  contact: { word: 'Contact', gloss: 'Where electrode and skin meet.', forms: 'contact' },
  amplifier: {
    word: 'Amplifier',
    gloss:
      'Makes the tiny signal large enough to be measured. It has a limit above which everything is cut off.',
    forms: 'amplifier',
  },
  anaesthesia: {
    word: 'Regional anaesthesia',
    gloss: 'Numbs the nerves of one region of the body; the person may be awake.',
    forms: 'regional anaesthesia',
  },
  block: {
    word: 'Nerve block',
    gloss: 'The numbed stretch of a nerve that lets no signal pass.',
    forms: 'block',
  },
  tone: { word: 'Tone', gloss: 'The slight activity that a resting muscle keeps.', forms: '(?<=some )tone' },
  population: {
    word: 'Population',
    gloss: 'All people of a kind, with how much they differ.',
    forms: 'population',
  },
  gain: {
    word: 'Gain',
    gloss:
      'How much the amplifier enlarges the signal. Too much and it is cut off; too little and fine steps are lost.',
    forms: '[Gg]ain',
  },
  impedance: {
    word: 'Impedance',
    gloss: 'How hard it is for current to pass from skin to electrode. Dry skin has much of it.',
    forms: '[Ii]mpedance',
  },
  tendon: {
    word: 'Tendon',
    gloss: 'The cord at the end of a muscle that ties it to the bone. It makes no signal.',
    forms: '[Tt]endons?',
  },
} as const;
