/** Words of the Demo's story in English; which of them are told of whom, says `story.ts`. */
export const storyEnglish = {
  lost: {
    transhumeral: 'an arm above the elbow',
    transradial: 'a hand and part of the forearm',
    transfemoral: 'a leg above the knee',
  },
  joint: { leg: 'the knee or the foot', arm: 'the hand' },
  limb: {
    ghost: 'The dashed outline is what the person wants. The solid limb is what the prosthesis does.',
    live: {
      title: 'A person, live',
      text: 'The signal comes from a real person at this moment. The page shows what the program makes of it.',
    },
    recorded: {
      title: 'A recording of a person',
      text: 'These signals were recorded from a real person and are played back here.',
    },
    wouldDo:
      'The solid limb is what the prosthesis would do. Where it is known what was asked for, a dashed outline shows it.',
    volunteer: {
      title: 'A hand, and one that copies it',
      text: 'This is a volunteer with two healthy hands, simulated. Electrodes on the forearm hear the muscles, and the prosthesis copies the hand.',
    },
    who: (lost: string) => `This person, who is simulated, lost ${lost}.`,
    numbed: 'Right now the nerves are numbed for the operation: nothing moves.',
    stem: {
      title: 'A limb held by bone',
      text: (who: string, fresh: boolean) =>
        `${who} A metal stem sits in the hollow of the bone, and bone ${fresh ? 'is growing' : 'has grown'} onto it. The prosthesis hangs on that stem: there is no socket that rubs or slips.`,
    },
    socket: {
      title: 'A limb in a socket',
      text: (who: string) => `${who} The prosthesis is held by a socket, a cup that grips the stump.`,
      toCome: ' The operation that joins it to the bone is still to come.',
    },
    between: {
      title: 'A limb and a prosthesis',
      text: (who: string) =>
        `${who} Nothing holds the prosthesis to the bone yet: it is drawn to show what the muscles ask for.`,
    },
  },
  tones: {
    title: 'Test tones, no patient',
    what: 'Each electrode receives one sine, a pure tone, of known frequency and height. With it engineers check amplifier, filters and their own programs: what goes in is known exactly.',
    nothing:
      'No muscle is heard, so there is nothing to decode: the decoder has nothing to tell apart, and the prosthesis stays at rest.',
    story: 'The story needs a patient: choose one above.',
  },
  muscles: {
    look: 'Here you look into the limb from its end: bone in the middle, muscles around it. A muscle lights up when it works.',
    lookNumb:
      'Here you look into the limb from its end: bone in the middle, muscles around it. None lights up: the nerves are numbed, and no command arrives.',
    unseen: {
      title: 'Muscles that obey',
      text: (joint: string) =>
        `Muscles tighten when a person moves ${joint}, or tries to where it is missing.`,
      noPicture: 'Nobody looked into this limb, so there is no picture of it: only its signals are known.',
    },
    volunteer: {
      title: 'Muscles that move fingers',
      text: 'The muscles that close and open the hand lie in the forearm. Cords, the tendons, carry their pull to the fingers.',
    },
    title: 'Muscles that still obey',
    sewn: (joint: string) =>
      `The cut muscles were sewn to the bone: surgeons call this myodesis. They have no joint left to move, yet they tighten when the person thinks of moving ${joint}.`,
    loose: (joint: string) =>
      `The cut muscles are held only loosely, and have grown thin. Yet they tighten when the person thinks of moving ${joint}.`,
    transferred:
      'Nerves that once moved the hand were led to some of them: these now tighten when the person thinks of the hand.',
  },
  signal: {
    title: 'A whisper of electricity',
    where: { skin: ' on the skin', muscle: ' at the muscles, inside the body,' },
    text: (place: string, channels: number) =>
      `A working muscle makes a faint voltage, less than a hundredth of a battery’s. Electrodes${place} hear it, here on ${channels} channels, one line for each. Doctors call such a trace an EMG, short for electromyogram.`,
    numb: 'The muscles are silent under the nerve block. What is left in the lines is noise.',
    awake:
      'At rest the lines are nearly flat. When a muscle tightens, hundreds of small pulses add up to the burst you see.',
  },
  decoding: {
    title: 'Reading the intention',
    pace: (perSecond: number, windowMs: number) =>
      `${perSecond} times a second a small program, the decoder, looks at the last ${windowMs} milliseconds of the lines`,
    somePace: 'Many times a second a small program, the decoder, looks at the last moment of the lines',
    classification: 'and decides which movement is meant',
    regression: 'and estimates how fast each joint is to move',
    direct: 'and moves a joint with the strength of one muscle against another',
    practice: (seconds: number) => ` It learned this person’s patterns from ${seconds} seconds of practice.`,
    accuracy: (share: string) => `On efforts kept back from that practice it was right ${share} of the time.`,
    watch: 'Watch “Intended” and “Decoded” agree, and sometimes not.',
    numb: 'Now it hears nothing but noise, and should stay at rest.',
  },
  turn: {
    title: 'Your turn',
    real: 'The will behind this signal is a person’s own: there is nothing to press. With a simulated patient you can be the will yourself.',
    numb: 'Hold one of the buttons: nothing happens. The nerves are numbed, and your will does not reach the muscles.',
    hold: 'Hold one of the buttons. You are now the will of this person: the muscles tighten, the electrodes hear it, the decoder decides, the prosthesis moves.',
    strength: 'Try it gently and then strongly with the strength slider.',
  },
  slip: {
    title: 'When electrodes slip',
    why: 'The decoder knows the pattern of each movement only for the place where the electrodes were.',
    implanted:
      ' On the skin they lie a little elsewhere with every donning. This person’s electrodes lie at the muscles, inside the body, and stay there.',
    move: ' Move them around the limb by a finger’s breadth and the patterns change.',
    see: 'Slip them, hold a button, and see what the prosthesis makes of it.',
  },
  fat: {
    title: 'Fat between muscle and electrode',
    physics:
      'Fat does not carry the signal well. Each millimetre between a muscle and an electrode on the skin makes it weaker and blurs one muscle into the next.',
    surgery:
      'In the operation spare fat is cut away, first of all so that the skin moves less where metal passes through it. The signal gains, too.',
    implanted: 'This person’s electrodes lie beneath the fat, at the muscles: it changes little for them.',
    add: 'Add fat and compare the traces.',
  },
  operation: {
    title: 'The operation',
    text: 'How does a prosthesis come to hang on a bone? In twelve scenes you can go through an operation on the thigh, forwards and back, from the socket to feeling the ground.',
    here: 'The patient goes with you: cross-section and signal are those of the scene.',
    elsewhere:
      'The scenes come with a patient of their own, whose cross-section and signal follow. The one of now comes back afterwards.',
  },
  purpose: {
    leg: {
      title: 'A leg to stand on',
      text: 'A prosthesis is there to be used. Here the person stands up from a chair and sits down again, with the weight that this stage allows.',
    },
    arm: {
      title: 'A hand to hold with',
      text: 'A prosthesis is there to be used. Here the hand takes a cup, carries it and puts it down; when it closes too little the cup slips, when too much it spills.',
    },
  },
};
/** What the story is told in, in any language. */
export type StoryWords = typeof storyEnglish;
