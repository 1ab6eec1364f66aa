import type { StoryFacts } from '../data/story-facts.js';
import type { StoryStep } from '../data/story.js';

/** Title and paragraphs of one step. */
export interface StoryText {
  readonly title: string;
  readonly text: readonly string[];
}
/** The story as functions of what is true of the patient. */
export type StoryTexts = Readonly<Record<StoryStep, (facts: StoryFacts) => StoryText>>;

const lost = {
  transhumeral: 'an arm above the elbow',
  transradial: 'a hand and part of the forearm',
  transfemoral: 'a leg above the knee',
  forearm: 'nothing',
} as const;
const joint = ({ limb }: StoryFacts): string => (limb === 'leg' ? 'the knee or the foot' : 'the hand');
const some = (text: string | false): string[] => (text === false ? [] : [text]);
const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;

function whoItIs(facts: StoryFacts): StoryText {
  const ghost = 'The dashed outline is what the person wants. The solid limb is what the prosthesis does.';
  if (facts.source !== 'simulation' || !facts.level) {
    const live = facts.source === 'person';
    return {
      title: live ? 'A person, live' : 'A recording of a person',
      text: [
        live
          ? 'The signal comes from a real person at this moment. The page shows what the program makes of it.'
          : 'These signals were recorded from a real person and are played back here.',
        'The solid limb is what the prosthesis would do. Where it is known what was asked for, a dashed outline shows it.',
      ],
    };
  }
  if (facts.level === 'forearm')
    return {
      title: 'A hand, and one that copies it',
      text: [
        'This is a volunteer with two healthy hands, simulated. Electrodes on the forearm hear the muscles, and the prosthesis copies the hand.',
        ghost,
      ],
    };
  const who = `This person, who is simulated, lost ${lost[facts.level]}.`;
  const numbed = some(facts.numb && 'Right now the nerves are numbed for the operation: nothing moves.');
  if (facts.held === 'stem')
    return {
      title: 'A limb held by bone',
      text: [
        `${who} A metal stem sits in the hollow of the bone, and bone ${facts.days < 180 ? 'is growing' : 'has grown'} onto it. The prosthesis hangs on that stem: there is no socket that rubs or slips.`,
        ...numbed,
        ghost,
      ],
    };
  if (facts.held === 'socket')
    return {
      title: 'A limb in a socket',
      text: [
        `${who} The prosthesis is held by a socket, a cup that grips the stump.${facts.before && !facts.numb ? ' The operation that joins it to the bone is still to come.' : ''}`,
        ...numbed,
        ghost,
      ],
    };
  return {
    title: 'A limb and a prosthesis',
    text: [
      `${who} Nothing holds the prosthesis to the bone yet: it is drawn to show what the muscles ask for.`,
      ...numbed,
      ghost,
    ],
  };
}

function muscles(facts: StoryFacts): StoryText {
  const look = facts.numb
    ? 'Here you look into the limb from its end: bone in the middle, muscles around it. None lights up: the nerves are numbed, and no command arrives.'
    : 'Here you look into the limb from its end: bone in the middle, muscles around it. A muscle lights up when it works.';
  if (facts.source !== 'simulation' || !facts.level)
    return {
      title: 'Muscles that obey',
      text: [
        `Muscles tighten when a person moves ${joint(facts)}, or tries to where it is missing.`,
        'Nobody looked into this limb, so there is no picture of it: only its signals are known.',
      ],
    };
  if (facts.level === 'forearm')
    return {
      title: 'Muscles that move fingers',
      text: [
        'The muscles that close and open the hand lie in the forearm. Cords, the tendons, carry their pull to the fingers.',
        look,
      ],
    };
  const anatomy = facts.sewn
    ? `The cut muscles were sewn to the bone: surgeons call this myodesis. They have no joint left to move, yet they tighten when the person thinks of moving ${joint(facts)}.`
    : `The cut muscles are held only loosely, and have grown thin. Yet they tighten when the person thinks of moving ${joint(facts)}.`;
  return {
    title: 'Muscles that still obey',
    text: [
      anatomy,
      ...some(
        facts.transferred &&
          'Nerves that once moved the hand were led to some of them: these now tighten when the person thinks of the hand.',
      ),
      look,
    ],
  };
}

function signal(facts: StoryFacts): StoryText {
  const where = { skin: ' on the skin', muscle: ' at the muscles, inside the body,' } as const;
  const place = facts.electrodes ? where[facts.electrodes] : '';
  return {
    title: 'A whisper of electricity',
    text: [
      `A working muscle makes a faint voltage, less than a hundredth of a battery’s. Electrodes${place} hear it, here on ${facts.channels} channels, one line for each. Doctors call such a trace an EMG, short for electromyogram.`,
      facts.numb
        ? 'The muscles are silent under the nerve block. What is left in the lines is noise.'
        : 'At rest the lines are nearly flat. When a muscle tightens, hundreds of small pulses add up to the burst you see.',
    ],
  };
}

function decoding(facts: StoryFacts): StoryText {
  const pace =
    facts.windowMs !== undefined && facts.stepMs !== undefined
      ? `${Math.round(1000 / facts.stepMs)} times a second a small program, the decoder, looks at the last ${facts.windowMs} milliseconds of the lines`
      : 'Many times a second a small program, the decoder, looks at the last moment of the lines';
  const what =
    facts.control === 'classification'
      ? 'and decides which movement is meant'
      : facts.control === 'regression'
        ? 'and estimates how fast each joint is to move'
        : 'and moves a joint with the strength of one muscle against another';
  const practice = facts.practiceSeconds
    ? ` It learned this person’s patterns from ${Math.round(facts.practiceSeconds)} seconds of practice.`
    : '';
  return {
    title: 'Reading the intention',
    text: [
      `${pace} ${what}.${practice}`,
      ...some(
        facts.accuracy !== undefined &&
          `On efforts kept back from that practice it was right ${percent(facts.accuracy)} of the time.`,
      ),
      ...some(
        facts.source === 'simulation' &&
          !facts.numb &&
          'Watch “Intended” and “Decoded” agree, and sometimes not.',
      ),
      ...some(facts.numb && 'Now it hears nothing but noise, and should stay at rest.'),
    ],
  };
}

function turn(facts: StoryFacts): StoryText {
  const title = 'Your turn';
  if (facts.source !== 'simulation')
    return {
      title,
      text: [
        'The will behind this signal is a person’s own: there is nothing to press. With a simulated patient you can be the will yourself.',
      ],
    };
  if (facts.numb)
    return {
      title,
      text: [
        'Hold one of the buttons: nothing happens. The nerves are numbed, and your will does not reach the muscles.',
      ],
    };
  return {
    title,
    text: [
      'Hold one of the buttons. You are now the will of this person: the muscles tighten, the electrodes hear it, the decoder decides, the prosthesis moves.',
      'Try it gently and then strongly with the strength slider.',
    ],
  };
}

function slip(facts: StoryFacts): StoryText {
  const title = 'When electrodes slip';
  const why = 'The decoder knows the pattern of each movement only for the place where the electrodes were.';
  if (facts.electrodes === 'muscle')
    return {
      title,
      text: [
        `${why} On the skin they lie a little elsewhere with every donning. This person’s electrodes lie at the muscles, inside the body, and stay there.`,
      ],
    };
  if (facts.electrodes === undefined || facts.numb) return { title, text: [why] };
  return {
    title,
    text: [
      `${why} Move them around the limb by a finger’s breadth and the patterns change.`,
      'Slip them, hold a button, and see what the prosthesis makes of it.',
    ],
  };
}

function fat(facts: StoryFacts): StoryText {
  const title = 'Fat between muscle and electrode';
  const physics =
    'Fat does not carry the signal well. Each millimetre between a muscle and an electrode on the skin makes it weaker and blurs one muscle into the next.';
  const surgery = some(
    facts.level !== undefined &&
      facts.level !== 'forearm' &&
      'In the operation spare fat is cut away, first of all so that the skin moves less where metal passes through it. The signal gains, too.',
  );
  if (facts.electrodes === 'muscle')
    return {
      title,
      text: [
        physics,
        ...surgery,
        'This person’s electrodes lie beneath the fat, at the muscles: it changes little for them.',
      ],
    };
  if (facts.electrodes === undefined || facts.numb) return { title, text: [physics, ...surgery] };
  return { title, text: [physics, ...surgery, 'Add fat and compare the traces.'] };
}

function operation(facts: StoryFacts): StoryText {
  return {
    title: 'The operation',
    text: [
      'How does a prosthesis come to hang on a bone? In twelve scenes you can go through an operation on the thigh, forwards and back, from the socket to feeling the ground.',
      facts.scenes
        ? 'The patient goes with you: cross-section and signal are those of the scene.'
        : 'The scenes come with a patient of their own, whose cross-section and signal follow. The one of now comes back afterwards.',
    ],
  };
}

function purpose(facts: StoryFacts): StoryText {
  return facts.limb === 'leg'
    ? {
        title: 'A leg to stand on',
        text: [
          'A prosthesis is there to be used. Here the person stands up from a chair and sits down again, with the weight that this stage allows.',
        ],
      }
    : {
        title: 'A hand to hold with',
        text: [
          'A prosthesis is there to be used. Here the hand takes a cup, carries it and puts it down; when it closes too little the cup slips, when too much it spills.',
        ],
      };
}

/** The story in English. */
export const storyEnglish: StoryTexts = {
  limb: whoItIs,
  muscles,
  signal,
  decoding,
  turn,
  slip,
  fat,
  operation,
  purpose,
};
