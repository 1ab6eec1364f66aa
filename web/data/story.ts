import type { StoryFacts } from './story-facts.js';

/** Steps of the story in their order. */
export const storySteps = [
  'limb',
  'muscles',
  'signal',
  'decoding',
  'turn',
  'slip',
  'fat',
  'operation',
  'purpose',
] as const;
/** One step of the story. */
export type StoryStep = (typeof storySteps)[number];

/** What to look at in a step. */
export type Look = 'prosthesis' | 'limb' | 'signals' | 'intent';

const looks: Readonly<Record<StoryStep, Look>> = {
  limb: 'prosthesis',
  muscles: 'limb',
  signal: 'signals',
  decoding: 'prosthesis',
  turn: 'intent',
  slip: 'intent',
  fat: 'signals',
  operation: 'limb',
  purpose: 'prosthesis',
};

/** What to look at in a step. */
export function lookOf(step: StoryStep): Look {
  return looks[step];
}

/** What the listener can do in a step: change this patient and undo it, bring another, or open the scenes. */
export type StoryOffer =
  | { readonly kind: 'experiment'; readonly path: string; readonly value: unknown }
  /** This patient cannot show it, for a reason; that preset can. */
  | { readonly kind: 'bring'; readonly why: Why; readonly preset: string }
  | { readonly kind: 'scenes' }
  | { readonly kind: 'none'; readonly why?: Why };

/** Why this patient cannot show something. */
export type Why = 'recorded' | 'tones' | 'numb' | 'implanted' | 'fat' | 'elsewhere' | 'locked';

/** Fat that is plainly seen in traces; who has about as much already cannot show it. */
const MUCH_FAT_MM = 18;
/** A finger's breadth. */
const SLIP_MM = 18;

/** A patient of the same limb, awake, with electrodes on the skin and thin fat. */
const onSkin: Readonly<Record<StoryFacts['limb'], string>> = {
  arm: 'transhumeral-surface-tmr',
  leg: 'transfemoral-surface',
};

/** What a step offers on the patient that is shown. An experiment is offered only on one that can show it. */
export function offerOf(step: StoryStep, facts: StoryFacts): StoryOffer {
  switch (step) {
    case 'turn':
      if (facts.tones) return bring(facts, 'tones');
      return facts.willing && facts.source === 'simulation' && !facts.numb
        ? { kind: 'none' }
        : bring(facts, facts.numb ? 'numb' : 'recorded');
    case 'slip': {
      const why = cannot(facts) ?? (facts.electrodes === 'skin' ? undefined : 'implanted');
      return why
        ? bring(facts, why)
        : { kind: 'experiment', path: 'electrodes.shiftAroundMm', value: SLIP_MM };
    }
    case 'fat': {
      const thick = facts.fatMm > MUCH_FAT_MM - 6 ? 'fat' : undefined;
      const why = cannot(facts) ?? (facts.electrodes === 'skin' ? thick : 'implanted');
      return why
        ? bring(facts, why)
        : { kind: 'experiment', path: 'limb.fatThicknessMm', value: MUCH_FAT_MM };
    }
    case 'operation':
      if (facts.scenes) return { kind: 'scenes' };
      return facts.exchangeable
        ? { kind: 'bring', why: 'elsewhere', preset: 'operation' }
        : { kind: 'none', why: 'locked' };
    case 'purpose': {
      const why = cannot(facts);
      const value = facts.limb === 'arm' ? 'cup' : 'sit-to-stand';
      return why ? bring(facts, why) : { kind: 'experiment', path: 'prosthesis.task', value };
    }
    default:
      return { kind: 'none' };
  }
}

function cannot(facts: StoryFacts): Why | undefined {
  if (facts.source !== 'simulation' || facts.level === undefined) return 'recorded';
  if (!facts.changeable) return 'locked';
  if (facts.tones) return 'tones';
  return facts.numb ? 'numb' : undefined;
}

function bring({ exchangeable, limb }: StoryFacts, why: Why): StoryOffer {
  return exchangeable ? { kind: 'bring', why, preset: onSkin[limb] } : { kind: 'none', why };
}
