import type { StoryFacts } from '../data/story-facts.js';
import type { StoryStep } from '../data/story.js';
import { storyEnglish, type StoryWords } from './story-english.js';
import { storyGerman } from './story-german.js';
import { texts } from './texts.js';

/** Title and paragraphs of one step. */
export interface StoryText {
  readonly title: string;
  readonly text: readonly string[];
}
type Tell = (facts: StoryFacts, words: StoryWords) => StoryText;

/** Bone has not grown onto a stem before about half a year. */
const GROWN_DAYS = 180;

const words = texts({ en: storyEnglish, de: storyGerman });
const some = (text: string | false): string[] => (text === false ? [] : [text]);
const jointOf = ({ limb }: StoryFacts, { joint }: StoryWords): string =>
  limb === 'leg' ? joint.leg : joint.arm;

const limb: Tell = (facts, { lost, limb: t }) => {
  if (facts.source !== 'simulation' || !facts.level) {
    const { title, text } = facts.source === 'person' ? t.live : t.recorded;
    return { title, text: [text, t.wouldDo] };
  }
  if (facts.level === 'forearm') return { title: t.volunteer.title, text: [t.volunteer.text, t.ghost] };
  const who = t.who(lost[facts.level]);
  const rest = [...some(facts.numb && t.numbed), t.ghost];
  if (facts.held === 'stem')
    return { title: t.stem.title, text: [t.stem.text(who, facts.days < GROWN_DAYS), ...rest] };
  if (facts.held === 'nothing') return { title: t.between.title, text: [t.between.text(who), ...rest] };
  const toCome = facts.before && !facts.numb ? t.socket.toCome : '';
  return { title: t.socket.title, text: [t.socket.text(who) + toCome, ...rest] };
};

const muscles: Tell = (facts, all) => {
  const t = all.muscles;
  const joint = jointOf(facts, all);
  const look = facts.numb ? t.lookNumb : t.look;
  if (facts.source !== 'simulation' || !facts.level)
    return { title: t.unseen.title, text: [t.unseen.text(joint), t.unseen.noPicture] };
  if (facts.level === 'forearm') return { title: t.volunteer.title, text: [t.volunteer.text, look] };
  const anatomy = facts.sewn ? t.sewn(joint) : t.loose(joint);
  return { title: t.title, text: [anatomy, ...some(facts.transferred && t.transferred), look] };
};

const signal: Tell = ({ electrodes, channels, numb }, { signal: t }) => ({
  title: t.title,
  text: [t.text(electrodes ? t.where[electrodes] : '', channels), numb ? t.numb : t.awake],
});

const decoding: Tell = (facts, { decoding: t }) => {
  const { windowMs, stepMs, control, practiceSeconds, accuracy } = facts;
  const pace =
    windowMs !== undefined && stepMs !== undefined ? t.pace(Math.round(1000 / stepMs), windowMs) : t.somePace;
  const what =
    control === 'classification' ? t.classification : control === 'regression' ? t.regression : t.direct;
  const practice = practiceSeconds ? t.practice(Math.round(practiceSeconds)) : '';
  return {
    title: t.title,
    text: [
      `${pace} ${what}.${practice}`,
      ...some(accuracy !== undefined && t.accuracy(`${(100 * accuracy).toFixed(0)} %`)),
      ...some(facts.source === 'simulation' && !facts.numb && t.watch),
      ...some(facts.numb && t.numb),
    ],
  };
};

const turn: Tell = ({ source, numb }, { turn: t }) => ({
  title: t.title,
  text: source !== 'simulation' ? [t.real] : numb ? [t.numb] : [t.hold, t.strength],
});

const slip: Tell = ({ electrodes, numb }, { slip: t }) => {
  if (electrodes === 'muscle') return { title: t.title, text: [t.why + t.implanted] };
  const possible = electrodes !== undefined && !numb;
  return { title: t.title, text: possible ? [t.why + t.move, t.see] : [t.why] };
};

const fat: Tell = ({ level, electrodes, numb }, { fat: t }) => {
  const cut = level !== undefined && level !== 'forearm';
  const last = electrodes === 'muscle' ? t.implanted : electrodes !== undefined && !numb && t.add;
  return { title: t.title, text: [t.physics, ...some(cut && t.surgery), ...some(last)] };
};

const operation: Tell = ({ scenes }, { operation: t }) => ({
  title: t.title,
  text: [t.text, scenes ? t.here : t.elsewhere],
});

const purpose: Tell = (facts, { purpose: t }) => {
  const { title, text } = facts.limb === 'leg' ? t.leg : t.arm;
  return { title, text: [text] };
};

/** Of known sines in the place of muscles there is no story. */
function tones(step: StoryStep, { tones: t }: StoryWords): StoryText {
  const heard = step === 'signal' || step === 'limb';
  return { title: t.title, text: heard ? [t.what, t.nothing] : [t.nothing, t.story] };
}

const steps: Readonly<Record<StoryStep, Tell>> = {
  limb,
  muscles,
  signal,
  decoding,
  turn,
  slip,
  fat,
  operation,
  purpose,
};

/** One step of the Demo's story, by what is true of the patient, in the language of the page. */
export function storyText(step: StoryStep, facts: StoryFacts): StoryText {
  // The operation is told of somebody else.
  if (facts.tones && step !== 'operation') return tones(step, words());
  return steps[step](facts, words());
}
