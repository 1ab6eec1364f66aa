/** Numbers as they are said: channels and movements by name, amounts already rounded. */
export interface SaidNumbers {
  /** Empty where none stands out. */
  readonly channels: string;
  readonly value: string;
  readonly against: string;
  readonly movement: string;
  readonly decided: string;
  readonly hz: string;
}

/** Whom it concerns, where somebody stands out. */
const named = ({ channels }: SaidNumbers): string => (channels ? ` Channels: ${channels}.` : '');

/** The guide from a symptom to its cause, in English. */
export const guideEnglish = {
  heading: 'What is wrong?',
  intro:
    'Choose what you see. The page measures the running signal and says which causes fit it now, with the number.',
  choose: 'What do you see?',
  listening: (got: number, of: number) => `Listening: ${got} of ${of} s`,
  again: 'Measure again',
  basis: (seconds: string, rest: string, active: string, windows: number) =>
    `Measured over the last ${seconds} s: ${rest} s of rest, ${active} s of movement, ${windows} decisions.`,
  shows: 'It shows in what was measured now.',
  showsNot: 'It does not show in what was measured now.',
  showsUnknown: 'Too little was seen to say whether it shows.',
  fits: 'Fits',
  no: 'Does not fit',
  unknown: 'Cannot be told',
  tooLittle:
    'Too little was seen: it takes some seconds of rest and of movement, and decisions in both. What needs the truth cannot be told of a real person.',
  nothing:
    'Nothing that this page can measure fits. Look at the traces and the spectrum, or calibrate again and see whether it stays.',
  doThis: 'What to do',
  dial: 'The dial that makes it here',
  open: (tool: string) => `Open ${tool}`,
  bounds: 'The bounds of what fits are our own; every number is measured from the stream.',
  symptoms: {
    restLoud: 'Rest is as big as my fist',
    opens: 'The hand or leg moves by itself',
    worse: 'Decoding got worse with time',
    mixed: 'Two movements are mixed up',
    nothing: 'I contract, and nothing happens',
    flat: 'One channel is flat',
    hums: 'Everything hums',
    wanders: 'Traces wander or jump',
    ticks: 'A tick about once a second',
    cutOff: 'Peaks are cut off',
    holes: 'There are holes in the traces',
    alike: 'Two channels look the same',
    oneNoisy: 'One channel is noisier than the others',
    small: 'Everything is small',
    late: 'The prosthesis answers late',
  },
  causes: {
    hum: {
      name: 'Hum of the mains',
      measured: (n: SaidNumbers) =>
        `Up to ${n.value} µV at ${n.hz} Hz and its multiples; rest, as decoded, is ${n.against} µV.${named(n)}`,
      mend: 'Wet and press the contacts, above all the reference, so that they are alike. Then a notch filter at this frequency, with its multiples.',
    },
    loudRest: {
      name: 'A loud rest',
      measured: (n: SaidNumbers) => `Rest is ${n.value} µV, ${n.against} % of the strongest movement.`,
      mend: 'Find what makes it.',
    },
    contactNoise: {
      name: 'Noise of contacts and amplifier',
      measured: (n: SaidNumbers) => `Rest is ${n.value} µV, ${n.against} % of the strongest movement.`,
      mend: 'Clean the skin, wet or gel the contacts, wait some minutes. Then calibrate again, so that the decoder knows this rest.',
    },
    tone: {
      name: 'A muscle that does not let go',
      measured: (n: SaidNumbers) =>
        `While rest is asked for, a muscle works at ${n.value} % of its maximum. This is known because the person is simulated.`,
      mend: 'Let the person relax, support the arm or leg, and look at the channel while it sinks. Calibrate rest as it really is.',
    },
    heart: {
      name: 'The heart',
      measured: (n: SaidNumbers) => `${n.value} beats a minute, on most channels at once, while at rest.`,
      mend: 'Move the reference away from the chest, and raise the high-pass: most of a heartbeat lies below 30 Hz.',
    },
    slow: {
      name: 'Slow waves: movement of contacts or cable',
      measured: (n: SaidNumbers) =>
        `Up to ${n.value} µV that are slower than muscle; rest, as decoded, is ${n.against} µV.${named(n)}`,
      mend: 'Fix cable and contacts so that neither moves. A high-pass at 20 Hz takes away what is left: compare “As decoded”.',
    },
    oneNoisy: {
      name: 'One bad contact',
      measured: (n: SaidNumbers) =>
        `The loudest rest is ${n.value} µV, in the middle of the others it is ${n.against} µV.${named(n)}`,
      mend: 'Clean and wet this contact, or change it. If it stays, leave the channel out and calibrate again.',
    },
    flat: {
      name: 'An electrode without signal',
      measured: (n: SaidNumbers) =>
        `The quietest channel has ${n.value} µV at rest, the others ${n.against} µV.${named(n)}`,
      mend: 'Look for a contact that is off, a broken cable, or two contacts that touch.',
    },
    rail: {
      name: 'The converter is at its end',
      measured: (n: SaidNumbers) =>
        `Up to ${n.value} % of the samples stand at the highest or lowest value.${named(n)}`,
      mend: 'A contact that has lifted off goes to the end and stays there: press it on. Where only peaks are cut, lower the gain or widen the range.',
    },
    lost: {
      name: 'Lost data',
      measured: (n: SaidNumbers) => `${n.value} % of the samples never came.`,
      mend: 'Bring the receiver nearer, use a cable, or close what else keeps this computer busy.',
    },
    alike: {
      name: 'One signal on two channels',
      measured: (n: SaidNumbers) => `${n.channels} are alike by ${n.value}; 1 is the same signal.`,
      mend: 'Dry the skin between the contacts: sweat or gel joins them. Look whether a cable is in the wrong socket.',
    },
    restMoves: {
      name: 'Movement at rest',
      measured: (n: SaidNumbers) =>
        `In ${n.value} % of the decisions at rest something moved, most often ${n.decided}.`,
      mend: 'Calibrate rest again, or raise the onset threshold.',
    },
    confused: {
      name: 'One movement taken for another',
      measured: (n: SaidNumbers) =>
        `${n.value} % of ${n.movement} was decided wrongly, most often as ${n.decided}.`,
      mend: 'Make the two movements more different, or leave one out.',
    },
    worse: {
      name: 'Decoding worse than in calibration',
      measured: (n: SaidNumbers) => `${n.value} % are right now, ${n.against} % were in calibration.`,
      mend: 'Find what has changed since.',
    },
    otherStrength: {
      name: 'Another strength than in calibration',
      measured: (n: SaidNumbers) =>
        `${n.movement} is now ${n.value} times as loud as rest; in calibration it was ${n.against} times.`,
      mend: 'Contract as in calibration, or calibrate with the strength of daily use, weak and strong.',
    },
    patternsMoved: {
      name: 'Patterns have moved: electrodes, posture or a tired muscle',
      measured: (n: SaidNumbers) =>
        `${n.value} % are right now, ${n.against} % were in calibration, and nothing else that is measured explains it.`,
      mend: 'Look whether the electrodes still sit where they did. Calibrate again in the posture of use.',
    },
    taughtPoorly: {
      name: 'Never told apart well',
      measured: (n: SaidNumbers) => `In calibration ${n.value} % were right.`,
      mend: 'Record again with clearly different movements, fewer of them, or other features.',
    },
    noEffort: {
      name: 'No muscle answers',
      measured: (n: SaidNumbers) =>
        `The strongest movement is ${n.value} times as loud as rest on the best channel.`,
      mend: 'Numbed or cut nerves, no effort, or electrodes far from muscle: feel the muscle, and move the electrodes onto it.',
    },
    weak: {
      name: 'Little signal',
      measured: (n: SaidNumbers) =>
        `The strongest movement is ${n.value} times as loud as rest on the best channel.`,
      mend: 'Move the electrodes onto the muscle’s belly. Fat between them and the muscle takes most; so do loose contacts.',
    },
    late: {
      name: 'A long way from muscle to command',
      measured: (n: SaidNumbers) => `${n.value} ms by the sum of its parts.`,
      mend: 'Shorten the window or the votes: the Decision tool shows every part.',
    },
  },
};
