/** A thing the listener can do to the patient in a step, and undo. */
export interface StoryAct {
  readonly path: string;
  readonly value: unknown;
  readonly start: string;
  readonly stop: string;
}

export interface StoryStep {
  readonly title: string;
  /** Paragraphs; `{limb}`, `{joint}`, `{accuracy}` and `{channels}` are filled in. */
  readonly text: readonly string[];
  /** Paragraphs for a person whose electrodes lie on the muscle. */
  readonly implanted?: readonly string[];
  /** Title and paragraphs for a limb without an implant: in a socket, or a volunteer's. */
  readonly plain?: { readonly title: string; readonly text: readonly string[] };
  /** What to look at. */
  readonly look: 'prosthesis' | 'limb' | 'signals' | 'intent';
  readonly act?: StoryAct;
}

/** Told to someone who has never heard of EMG. */
export const story: readonly StoryStep[] = [
  {
    title: 'A limb held by bone',
    text: [
      'This person lost {limb}. A titanium stem was pressed into the hollow of the bone, and the bone has grown onto it. The prosthesis hangs on that stem: there is no socket that rubs or slips.',
      'The dashed outline is what the person wants. The solid limb is what the prosthesis does.',
    ],
    plain: {
      title: 'A limb and a prosthesis',
      text: [
        'There is no implant in this limb: it is a volunteer’s, or one before the operation. Its muscles move a prosthesis all the same, here drawn with a socket.',
        'The dashed outline is what the person wants. The solid limb is what the prosthesis does.',
      ],
    },
    look: 'prosthesis',
  },
  {
    title: 'Muscles that still obey',
    text: [
      'In the operation the cut muscles were sewn to the bone again. They have no joint left to move, yet they still tighten when the person thinks of moving {joint}.',
      'Here you look into the limb from its end: bone in the middle, muscles around it. A muscle lights up when it works.',
    ],
    plain: {
      title: 'Muscles that obey',
      text: [
        'Muscles tighten when the person moves {joint}, or tries to where it is missing.',
        'Here you look into the limb from its end: bone in the middle, muscles around it. A muscle lights up when it works.',
      ],
    },
    look: 'limb',
  },
  {
    title: 'A whisper of electricity',
    text: [
      'A working muscle makes a faint voltage, less than a thousandth of a battery’s. {channels} electrodes pick it up. Doctors call this trace an EMG.',
      'At rest the lines are nearly flat. When a muscle tightens, hundreds of small pulses add up to the burst you see.',
    ],
    look: 'signals',
  },
  {
    title: 'Reading the intention',
    text: [
      'Twenty times a second a small program looks at the last fifth of a second and decides which movement is meant. It learned this person’s patterns from a few minutes of practice.',
      'On practice it had not seen before it was right {accuracy} of the time. Watch “Intended” and “Decoded” agree, and sometimes not.',
    ],
    look: 'prosthesis',
  },
  {
    title: 'Your turn',
    text: [
      'Hold one of the buttons. You are now the will of this person: the muscles tighten, the electrodes hear it, the program decides, the prosthesis moves.',
      'Try it gently and then strongly with the strength slider.',
    ],
    look: 'intent',
  },
  {
    title: 'When electrodes slip',
    text: [
      'The program knows the pattern of each movement only for the place where the electrodes were. Move them around the limb by a finger’s breadth and the patterns change.',
      'Slip them, hold a button, and see what the prosthesis makes of it. Electrodes inside the body, reached through the stem, do not slip.',
    ],
    implanted: [
      'The program knows the pattern of each movement only for the place where the electrodes are. Electrodes on the skin slip with every donning; this person’s lie on the muscles, reached through the stem, and stay.',
      'Move them all the same, by a finger’s breadth, hold a button, and see what other people live with.',
    ],
    look: 'intent',
    act: {
      path: 'electrodes.shiftAroundMm',
      value: 18,
      start: 'Slip the electrodes',
      stop: 'Put them back',
    },
  },
  {
    title: 'Why the surgeon thins the fat',
    text: [
      'Fat does not carry the signal well. Each millimetre between muscle and electrode makes it weaker and blurs one muscle into the next. This is why fat is removed in the operation.',
      'Put fat back and compare the traces.',
    ],
    implanted: [
      'Fat does not carry the signal well. Each millimetre between muscle and an electrode on the skin makes it weaker and blurs one muscle into the next. This is why fat is removed in the operation.',
      'This person’s electrodes lie beneath the fat, on the muscle: put fat back and see how little changes. Then choose a patient with electrodes on the skin in the bar on top, and do it again.',
    ],
    look: 'signals',
    act: { path: 'limb.fatThicknessMm', value: 18, start: 'Add fat', stop: 'Thin it again' },
  },
];
