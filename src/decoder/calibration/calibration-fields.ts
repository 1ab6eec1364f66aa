import { movementList } from '../../ground/movement/movement-fields.js';
import { choice, flag, number, type GroupValue } from '../../ground/signal/field.js';

/** Screen-guided training: what is asked, how often, for how long, how hard. */
export const calibrationFields = {
  movements: movementList(
    { explain: 'A movement the person is asked for.', live: 'block' },
    {
      default: [
        'rest',
        'hand-close',
        'hand-open',
        'wrist-pronation',
        'wrist-supination',
        'elbow-flexion',
        'elbow-extension',
      ],
      explain: 'Movements asked for in each repetition; include rest.',
      live: 'block',
    },
  ),
  style: choice({
    options: ['ramp-and-hold', 'hold', 'free'],
    default: 'ramp-and-hold',
    explain: 'Follow a trapezoid, hold at once, or, unprompted, record for as long as a key is held.',
    source: 'scheme-2013',
    live: 'block',
  }),
  repetitions: number({
    unit: '1',
    default: 3,
    min: 1,
    max: 20,
    integer: true,
    explain: 'How often each movement is asked for; two or more allow an honest accuracy.',
    source: 'ortiz-catalan-2013',
    live: 'block',
  }),
  countdownMs: number({
    unit: 'ms',
    default: 1000,
    min: 0,
    max: 10000,
    step: 100,
    explain: 'Time to get ready: the next movement is shown with a countdown.',
    live: 'block',
  }),
  rampMs: number({
    unit: 'ms',
    default: 1000,
    min: 0,
    max: 5000,
    step: 100,
    explain: 'Time over which the target rises, and falls again after the hold.',
    live: 'block',
  }),
  holdMs: number({
    unit: 'ms',
    default: 3000,
    min: 200,
    max: 20000,
    step: 100,
    explain: 'Time for which the contraction is held; this is what the decoder learns from.',
    source: 'ortiz-catalan-2013',
    live: 'block',
  }),
  restMs: number({
    unit: 'ms',
    default: 1500,
    min: 0,
    max: 20000,
    step: 100,
    explain: 'Relaxation between prompts.',
    source: 'ortiz-catalan-2013',
    live: 'block',
  }),
  strengthPercent: number({
    unit: '%',
    default: 50,
    min: 5,
    max: 100,
    step: 5,
    explain: 'Strength asked for, as a share of the strongest voluntary contraction.',
    source: 'scheme-2011',
    live: 'block',
  }),
  learnFromRamp: flag({
    default: true,
    explain:
      'Learn from the upper halves of rise and fall too: weak contractions are known, and speed has a range.',
    source: 'scheme-2013',
    live: 'block',
  }),
  reactionMs: number({
    unit: 'ms',
    default: 200,
    min: 0,
    max: 2000,
    step: 50,
    explain:
      'Start of a hold that is not learned from, as people react late; at most half of it, none after a learned ramp.',
    live: 'block',
  }),
};

export type CalibrationSpec = GroupValue<typeof calibrationFields>;
