export type LessonPanel =
  'person' | 'signals' | 'limb' | 'spectrum' | 'decision' | 'prosthesis' | 'intent' | 'motor-unit';

export interface Lesson {
  readonly id: string;
  readonly question: string;
  readonly intro: string;
  /** What to do, in order. */
  readonly steps: readonly string[];
  /** What to look at while doing it. */
  readonly watch: string;
  readonly dials: readonly string[];
  readonly panels: readonly LessonPanel[];
  readonly answer: string;
}

/** One question at a time; each works on the live stream. */
export const lessons: readonly Lesson[] = [
  {
    id: 'force',
    question: 'Why does the trace grow when the muscle pulls harder?',
    intro:
      'A muscle is made of motor units: one nerve cell and the fibres it drives. Each discharge sends one small pulse to the electrodes. The trace is the sum of them all.',
    steps: ['Set the strength to 10 % and hold a movement.', 'Repeat at 40 % and at 90 %.'],
    watch: 'The height of the trace, and the muscle that lights up in the cross-section.',
    dials: [],
    panels: ['intent', 'signals', 'limb'],
    answer:
      'More force needs more motor units and faster discharges: first the small units, then larger and larger ones, whose pulses are bigger. Pulses overlap and partly cancel, so the trace grows less than their number.',
  },
  {
    id: 'motor-unit',
    question: 'What does one motor unit look like?',
    intro:
      'Choose a muscle and move along its motor units in the order in which they are recruited. You see the pulse that one discharge makes on every channel.',
    steps: [
      'Click a muscle and move the slider from its first unit to its last.',
      'Choose a muscle on the other side of the bone and compare the channels.',
    ],
    watch: 'The size of the pulse, and on how many channels it can be seen.',
    dials: [],
    panels: ['motor-unit', 'signals'],
    answer:
      'Late units have more fibres and bigger pulses. A unit near an electrode is large and sharp there and small elsewhere; a deep unit is small and wide everywhere. What reaches the wrong electrode is crosstalk.',
  },
  {
    id: 'fat',
    question: 'What does fat under the skin do to the signal?',
    intro:
      'Fat conducts poorly and puts distance between muscle and electrode. In the operation it is thinned. Electrodes on the muscle itself do not look through fat: compare a patient with skin electrodes.',
    steps: [
      'Choose a patient with surface electrodes in the bar on top.',
      'Let the script run, and raise the fat from 3 to 18 mm.',
    ],
    watch: 'The scale of the traces in microvolts, and how alike neighbouring channels become.',
    dials: ['limb.fatThicknessMm', 'surgery.fatThinned'],
    panels: ['signals', 'limb', 'decision'],
    answer:
      'With 3, 9 and 18 mm the signal falls by about 31, 80 and 90 % (Kuiken 2003), fast pulses are lost first, and each electrode hears more of the neighbouring muscles.',
  },
  {
    id: 'mains',
    question: 'How does the power line get in, and how is it taken out?',
    intro:
      'Cables in the wall reach the electrodes as a 50 or 60 Hz hum with overtones. A filter of the decoder removes it, at a price.',
    steps: ['Raise the mains hum and look at the spectrum.', 'Compare raw and as decoded in the signals.'],
    watch: 'The sharp peaks in the spectrum, and the posteriors of the decision.',
    dials: ['disturbances.mainsUv', 'disturbances.mainsHz'],
    panels: ['spectrum', 'signals'],
    answer:
      'A notch takes out a narrow band around the hum. Real mains wanders by half a hertz and changes in strength, so a fixed notch leaves a rest, and each filter adds delay.',
  },
  {
    id: 'shift',
    question: 'What happens when the electrodes are not where they were?',
    intro:
      'The decoder learned patterns across channels. Putting a prosthesis on anew can shift skin electrodes by a centimetre or two.',
    steps: [
      'Hold a movement and note the decision.',
      'Shift the electrodes around the limb by 20 mm, then along it by 20 mm.',
    ],
    watch: 'Which shift does more harm to the probabilities.',
    dials: ['electrodes.shiftAroundMm', 'electrodes.shiftAlongMm'],
    panels: ['decision', 'limb', 'intent'],
    answer:
      'Around the limb the electrode comes to lie over another muscle: the pattern changes. Along the limb it stays over the same muscle. Young and colleagues (2011) measured just that.',
  },
  {
    id: 'window',
    question: 'How long should the decoder listen before it decides?',
    intro:
      'It looks at a window of signal and moves on by a step. A longer window is a surer guess and a later one.',
    steps: [
      'Set the window to 50 ms, then to 400 ms.',
      'Each time, wait for the new training and hold a movement.',
    ],
    watch: 'The held-out accuracy and the delay from muscle to command.',
    dials: ['decoder.windowMs', 'decoder.stepMs'],
    panels: ['decision', 'prosthesis', 'intent'],
    answer:
      'EMG is random: averages over a longer time vary less. But a person feels a delay above about 100 to 125 ms. 150 to 250 ms with votes is the usual bargain.',
  },
  {
    id: 'block',
    question: 'What is left when the nerves are numbed?',
    intro:
      'The operation can be done under regional anaesthesia. Below the block no will reaches the muscle. A safe decoder must then stay at rest.',
    steps: ['Hold a movement.', 'Switch the nerve block on and hold it again.'],
    watch: 'The traces, and whether the decoder stays at rest.',
    dials: ['surgery.nerveBlock', 'disturbances.noiseUv'],
    panels: ['signals', 'decision', 'intent'],
    answer:
      'Only noise and artefacts remain. If the noise is raised far above what the decoder learned as rest, it may see movements that nobody intends: false activity.',
  },
  {
    id: 'noise',
    question: 'How much noise can the decoder bear?',
    intro: 'Every electrode adds noise: wet skin 1 to 5 microvolts, dry skin more, implanted contacts less.',
    steps: [
      'Raise the noise step by step while the script runs.',
      'Train the decoder anew with the noise in place (Lab, Calibration).',
    ],
    watch: 'The live accuracy of the last minute, and weak movements first of all.',
    dials: ['disturbances.noiseUv'],
    panels: ['signals', 'decision'],
    answer:
      'Strong contractions stand above the noise; weak ones drown. Training with the noise helps, because rest then looks like what rest really is.',
  },
  {
    id: 'people',
    question: 'Why does the same movement look different in another person?',
    intro:
      'Every patient here is the typical one of a population. Behind each number in the bar on top stands another person of it: other girth and fat, muscles that lie elsewhere, other electrodes’ places, other habits.',
    steps: [
      'Look at the traces and at the cross-section while the script runs.',
      'Press “Next person” in the bar on top, wait until this person is calibrated, and look again.',
      'Meet three or four people, and note the accuracy of each.',
    ],
    watch:
      'Which channels are large in which movement, how thick the fat is, and the accuracy of the calibration.',
    dials: ['population.limb.fatPercent'],
    panels: ['signals', 'person', 'limb', 'decision'],
    answer:
      'Nobody has the typical body: the pattern of each movement is a person’s own, so a decoder is trained on the person who uses it. The accuracy differs by several percent between people, which is why a study reports the mean and the spread over people and not one person’s result. Set a spread to 0 and all people are alike in that.',
  },
];
