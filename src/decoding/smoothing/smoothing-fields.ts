import { map, number, type GroupValue } from '../../signal/field.js';

/** Steps between the raw posterior and the smoothed decision, in the order they run. */
export const smoothingFields = {
  fusionWindows: number({
    unit: '1',
    default: 1,
    min: 1,
    max: 20,
    integer: true,
    explain: 'Bayesian fusion: posteriors of this many windows are multiplied before deciding; 1 is off.',
    source: 'Khushaba et al. 2012',
    live: 'block',
  }),
  rejectBelow: number({
    unit: '1',
    default: 0,
    min: 0,
    max: 1,
    step: 0.05,
    explain: 'Decisions less confident than this posterior are rejected and hold rest; 0 is off.',
    source: 'Scheme, Hudgins & Englehart 2013',
    live: 'block',
  }),
  rejectBelowPerClass: map({
    value: number({
      unit: '1',
      default: 0,
      min: 0,
      max: 1,
      step: 0.05,
      explain: 'Posterior below which a decision for this class is rejected.',
      live: 'block',
    }),
    default: {},
    explain: 'Confidence threshold of single classes, by class name, in place of the global one.',
    source: 'Scheme, Hudgins & Englehart 2013',
    live: 'block',
  }),
  majorityVotes: number({
    unit: '1',
    default: 3,
    min: 1,
    max: 25,
    step: 2,
    integer: true,
    explain:
      'The most frequent of this many last decisions wins; each pair of votes delays by one step. 1 is off.',
    source: 'Englehart & Hudgins 2003',
    live: 'block',
  }),
  onsetRestSd: number({
    unit: 'SD',
    default: 0,
    min: 0,
    max: 20,
    step: 0.5,
    explain:
      'Amplitude over the rest mean, in standard deviations of rest, below which nothing moves; 0 is off.',
    source: 'Hodges & Bui 1996 (3 SD for onset detection)',
    live: 'block',
  }),
  debounceDecisions: number({
    unit: '1',
    default: 1,
    min: 1,
    max: 20,
    integer: true,
    explain: 'A new class must be decided this many times in a row before it is believed; 1 is off.',
    live: 'block',
  }),
  rampDecisions: number({
    unit: '1',
    default: 0,
    min: 0,
    max: 100,
    integer: true,
    explain: 'Velocity ramp: decisions for one class until it moves at full speed; 0 is off.',
    source: 'Simon et al. 2011; BioPatRec (Ortiz-Catalan et al. 2013)',
    live: 'block',
  }),
  rampDownCount: number({
    unit: '1',
    default: 2,
    min: 1,
    max: 100,
    integer: true,
    explain: 'Steps the velocity ramp of a class loses with each decision for another class.',
    source: 'Simon et al. 2011; BioPatRec (Ortiz-Catalan et al. 2013)',
    live: 'block',
  }),
};

export type SmoothingSpec = GroupValue<typeof smoothingFields>;
