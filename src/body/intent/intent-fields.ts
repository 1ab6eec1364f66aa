import { choice, flag, list, map, number, type GroupValue } from '../../ground/signal/field.js';
import { movementIds } from '../../ground/movement/movement.js';
import { movementList } from '../../ground/movement/movement-fields.js';

/** How a scripted user moves. */
export const intentStyles = ['trapezoid', 'ramp', 'sinusoid', 'random', 'daily-living', 'rest'] as const;

/**
 * What the user is asked to do, and how well they do it. The defaults of spread, wander, decay, selectivity and tone
 * lie between what makes the simulated thigh, hand and forearm agree with people's recordings in the spread of
 * repetitions, the variation within a trial and its correlation between channels, the drift, the pattern of the
 * classes and rest against activity. None was set by an accuracy.
 */
export const intentFields = {
  style: choice({
    options: intentStyles,
    default: 'trapezoid',
    explain:
      'Shape of each contraction: rise-hold-fall, slow ramp, sinusoid, unprompted random movement in all joints, ' +
      'episodes of daily living, or rest throughout.',
    live: 'block',
  }),
  movements: movementList(
    { explain: 'A movement.' },
    {
      default: ['elbow-flexion', 'elbow-extension', 'hand-open', 'hand-close'],
      explain: 'Movements the user makes, in this order; rest among them is prompted like the others.',
      live: 'block',
    },
  ),
  order: choice({
    options: ['listed', 'shuffled'],
    default: 'listed',
    explain: 'Order of the movements within each repetition.',
    live: 'block',
  }),
  repetitions: number({
    unit: '1',
    default: 3,
    min: 1,
    max: 100,
    integer: true,
    explain: 'How often each movement comes before the script is over.',
    live: 'block',
  }),
  loop: flag({
    default: true,
    explain: 'Start over after the last repetition (with new variability) instead of resting.',
    live: 'block',
  }),
  session: number({
    unit: '1',
    default: 0,
    min: 0,
    max: 1000000,
    integer: true,
    explain:
      'Number of the session: another number gives the same person other trials. Calibration is session 1.',
    live: 'block',
  }),
  strengthPercent: number({
    unit: '% MVC',
    default: 35,
    min: 0,
    max: 100,
    explain: 'Strength of the contractions, as a part of the maximal voluntary contraction.',
    live: 'block',
  }),
  strengthsPercent: list({
    item: number({ unit: '% MVC', default: 35, min: 0, max: 100, explain: 'Strength of one repetition.' }),
    minItems: 0,
    maxItems: 20,
    default: [],
    explain:
      'Strengths used in turn, one per repetition, instead of the single strength; none: always that one.',
    live: 'block',
  }),
  leadMs: number({
    unit: 'ms',
    default: 1000,
    min: 0,
    max: 60000,
    explain: 'Rest before the first movement.',
    live: 'block',
  }),
  rampMs: number({
    unit: 'ms',
    default: 500,
    min: 0,
    max: 20000,
    explain: 'Time to rise to the strength asked for, and to let go of it; 0: at once.',
    live: 'block',
  }),
  holdMs: number({
    unit: 'ms',
    default: 2000,
    min: 0,
    max: 600000,
    explain: 'Time the strength is held (ramp: time of the rise; sinusoid: length of the contraction).',
    live: 'block',
  }),
  restMs: number({
    unit: 'ms',
    default: 1500,
    min: 0,
    max: 600000,
    explain: 'Rest after each movement.',
    live: 'block',
  }),
  sinusoidHz: number({
    unit: 'Hz',
    default: 0.5,
    min: 0.02,
    max: 5,
    step: 0.01,
    explain: 'Frequency of the sinusoid style.',
    live: 'block',
  }),
  randomHz: number({
    unit: 'Hz',
    default: 0.4,
    min: 0.02,
    max: 3,
    step: 0.01,
    explain: 'Upper frequency of the random style.',
    live: 'block',
  }),
  simultaneous: number({
    unit: '1',
    default: 1,
    min: 1,
    max: 4,
    integer: true,
    explain: 'Joints moved at once: each prompt joins that many movements of different joints.',
    live: 'block',
  }),
  reactionMs: number({
    unit: 'ms',
    default: 250,
    min: 0,
    max: 2000,
    explain: 'Mean time from the prompt to the first excitation.',
    assumption: true,
    live: 'block',
  }),
  reactionVariabilityMs: number({
    unit: 'ms',
    default: 150,
    min: 0,
    max: 500,
    explain:
      'Standard deviation of the reaction time from trial to trial; late reactions are the longer tail.',
    source: 'hand-recordings',
    live: 'block',
  }),
  onsetRiseMs: number({
    unit: 'ms',
    default: 250,
    min: 0,
    max: 2000,
    step: 10,
    explain:
      'Time from 10 to 90 % of the strength in a rise as fast as the user makes it; slower where asked for.',
    source: ['thigh-recordings', 'hand-recordings'],
    live: 'block',
  }),
  overshootPercent: number({
    unit: '%',
    default: 50,
    min: 0,
    max: 300,
    explain: 'How far the onset of a hold goes above the level that follows, unless that is shown.',
    source: ['thigh-recordings', 'hand-recordings'],
    live: 'block',
  }),
  overshootSettlingMs: number({
    unit: 'ms',
    default: 400,
    min: 10,
    max: 5000,
    step: 10,
    explain: 'Time in which an overshoot falls to 37 %.',
    assumption: true,
    live: 'block',
  }),
  holdDecayDb: number({
    unit: 'dB',
    default: 3,
    min: 0,
    max: 12,
    step: 0.1,
    explain: 'How much strength is lost over a hold of 4 s whose level is not shown; longer holds level off.',
    source: ['thigh-recordings', 'hand-recordings'],
    live: 'block',
  }),
  forceFeedback: number({
    unit: '1',
    default: 0,
    min: 0,
    max: 1,
    step: 0.05,
    explain:
      'How well the level is shown and followed: at 1 no overshoot, no decay, the least spread of repetitions and ' +
      'less common wander.',
    source: 'force-feedback-recordings',
    live: 'block',
  }),
  repetitionSpreadDb: number({
    unit: 'dB',
    default: 1,
    min: 0,
    max: 12,
    step: 0.1,
    explain:
      'Standard deviation, from trial to trial, of the strength of the whole effort: all muscles alike.',
    source: ['thigh-recordings', 'hand-recordings'],
    live: 'block',
  }),
  directionVariabilityPercent: number({
    unit: '%',
    default: 18,
    min: 0,
    max: 100,
    explain:
      'Standard deviation, from trial to trial, of each muscle’s share in a movement; what one does more, others do less.',
    source: ['thigh-recordings', 'hand-recordings'],
    live: 'block',
  }),
  commonWanderPercent: number({
    unit: '%',
    default: 12,
    min: 0,
    max: 60,
    explain:
      'Standard deviation of the slow drift of the whole effort within a contraction: all muscles alike.',
    source: ['thigh-recordings', 'hand-recordings'],
    live: 'block',
  }),
  wanderPercent: number({
    unit: '%',
    default: 8,
    min: 0,
    max: 60,
    explain:
      'Standard deviation of the slow drift of each muscle’s share within a contraction, at the cost of the others.',
    source: ['thigh-recordings', 'hand-recordings'],
    live: 'block',
  }),
  movementStrengthDb: map({
    keys: movementIds.filter((id) => id !== 'rest'),
    open: true,
    value: number({
      unit: 'dB',
      default: 0,
      min: -40,
      max: 20,
      step: 0.5,
      explain: 'Strength of one movement relative to what is asked for.',
    }),
    default: {},
    explain:
      'How strongly this person makes each movement where the same is asked of all: an ankle that is no longer there ' +
      'weakly, say −10 dB. As asked where a movement is not named.',
    source: ['thigh-recordings', 'hand-recordings'],
    live: 'block',
  }),
  inexperiencePercent: number({
    unit: '%',
    default: 50,
    min: 0,
    max: 300,
    explain: 'How much more variable the very first repetition is; practice takes it away.',
    assumption: true,
    live: 'block',
  }),
  learningRepetitions: number({
    unit: '1',
    default: 4,
    min: 0.5,
    max: 200,
    step: 0.5,
    explain: 'Repetitions after which the extra variability has fallen to 37 %.',
    assumption: true,
    live: 'block',
  }),
  selectivityPercent: number({
    unit: '%',
    default: 70,
    min: 0,
    max: 100,
    explain:
      'How well muscles are singled out: at 100 each movement has the pattern its drives say, at 0 all have the mean ' +
      'pattern of all movements.',
    source: ['thigh-recordings', 'hand-recordings', 'force-feedback-recordings'],
    assumption: true,
    live: 'block',
  }),
  coContractionPercent: number({
    unit: '%',
    default: 4,
    min: 0,
    max: 60,
    explain: 'Activity spread to all other muscles, relative to the strength of the effort.',
    assumption: true,
    live: 'block',
  }),
  overflowPercent: number({
    unit: '% MVC',
    default: 10,
    min: 0,
    max: 60,
    explain:
      'Further activity of all muscles at maximal effort, unevenly and other in each trial; hardly there up to half ' +
      'of it.',
    source: ['bazzucchi-2006', 'antagonist-level'],
    assumption: true,
    live: 'block',
  }),
  restingTonePercent: number({
    unit: '% MVC',
    default: 2,
    min: 0,
    max: 10,
    step: 0.1,
    explain:
      'Mean activity left in every muscle at rest, more in some than in others: nobody lets go entirely.',
    assumption: true,
    live: 'block',
  }),
  toneDriftPercent: number({
    unit: '%',
    default: 50,
    min: 0,
    max: 150,
    explain:
      'Standard deviation of the slow drift of that tone, half common to all muscles, half each one’s own.',
    assumption: true,
    live: 'block',
  }),
  limbPosition: number({
    unit: '1',
    default: 0,
    min: 0,
    max: 8,
    integer: true,
    explain:
      'Position the limb is held in: 0 is that of the calibration, each other number a pattern of its own.',
    assumption: true,
    live: 'block',
  }),
  positionEffectPercent: number({
    unit: '%',
    default: 20,
    min: 0,
    max: 100,
    explain:
      'How much another limb position changes each muscle’s share in the movements, and a tenth of it as % MVC that ' +
      'holding the limb there takes.',
    assumption: true,
    live: 'block',
  }),
  loadPercent: number({
    unit: '% MVC',
    default: 0,
    min: 0,
    max: 40,
    explain: 'Mean effort of holding up limb and prosthesis, relative to an intact muscle’s maximum.',
    assumption: true,
    live: 'block',
  }),
  day: number({
    unit: '1',
    default: 0,
    min: 0,
    max: 1000000,
    integer: true,
    explain:
      'Day: 0 is that of the calibration, each other number has patterns, strengths and tone of its own.',
    live: 'block',
  }),
  dayDriftDb: number({
    unit: 'dB',
    default: 2,
    min: 0,
    max: 12,
    step: 0.1,
    explain:
      'Standard deviation by which another day changes each muscle’s share in each movement, half common to its ' +
      'muscles.',
    source: 'retest-1999',
    assumption: true,
    live: 'block',
  }),
} as const;

/** Values of {@link intentFields}. */
export type IntentSpec = GroupValue<typeof intentFields>;
