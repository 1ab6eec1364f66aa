import { LAST_SEED } from '../../ground/signal/random.js';
import { choice, group, list, map, number, text } from '../../ground/signal/field.js';
import { dials } from '../dials.js';
import { defaultMetrics, studyMetrics } from './metrics.js';

/** A level of a dial, or a value of a field; the range is that of the field itself. */
const level = number({
  unit: '1',
  default: 0,
  min: -1e9,
  max: 1e9,
  explain: 'Level of the dial, or value of the field.',
});

const personNumber = number({
  unit: '1',
  default: 1,
  min: 0,
  max: LAST_SEED,
  integer: true,
  explain: 'Number of a person of the population; 0 is the typical one.',
});

/** What varies along one direction of a grid or of a sample. */
const axis = {
  dial: text({ default: '', maxLength: 64, explain: 'Dial that is turned at the test, such as noise.' }),
  field: text({
    default: '',
    maxLength: 120,
    explain: 'Field of the scenario, such as disturbances.noiseUv.',
  }),
  when: choice({
    options: ['test', 'throughout'],
    default: 'test',
    explain: 'Whether a field is other at the test alone, or in the calibration too.',
  }),
};

/** Most people, and most conditions, of one study. */
const MOST = 100_000;
const MOST_CONDITIONS = 2000;

/** Fields of a study file, without those that are parts of scenarios. */
export const planFields = {
  name: text({ default: '', maxLength: 80, explain: 'What the study is called in tables and reports.' }),
  preset: text({ default: '', maxLength: 80, explain: 'Population that people are drawn from.' }),
  cohort: group('Who takes part.', {
    people: list({
      item: personNumber,
      minItems: 0,
      maxItems: MOST,
      default: [],
      explain: 'Numbers of people, one by one.',
    }),
    count: number({
      unit: '1',
      default: 0,
      min: 0,
      max: MOST,
      integer: true,
      explain: 'So many people with numbers one after the other.',
    }),
    from: { ...personNumber, explain: 'Number of the first of them.' },
  }),
  conditions: group('What each person is tried under; all but the first are compared with the first.', {
    list: list({
      item: group('A condition of its own.', {
        name: text({ default: '', maxLength: 80, explain: 'What tables call it.' }),
        dials: map({
          keys: dials.map(({ name }) => name),
          value: level,
          default: {},
          explain:
            'Levels of dials that are turned at the test, on top of what the person was calibrated with.',
        }),
      }),
      minItems: 0,
      maxItems: MOST_CONDITIONS,
      default: [],
      explain: 'Conditions one by one.',
    }),
    grid: list({
      item: group('A direction of the grid.', {
        ...axis,
        values: list({
          item: level,
          minItems: 1,
          maxItems: MOST_CONDITIONS,
          default: [0],
          explain: 'Its values.',
        }),
      }),
      minItems: 0,
      maxItems: 6,
      default: [],
      explain: 'Every combination of these values is a condition.',
    }),
    sample: group('Conditions drawn at random.', {
      points: number({
        unit: '1',
        default: 0,
        min: 0,
        max: MOST_CONDITIONS,
        integer: true,
        explain: 'How many.',
      }),
      seed: number({
        unit: '1',
        default: 1,
        min: 0,
        max: LAST_SEED,
        integer: true,
        explain: 'Another one draws other points.',
      }),
      ranges: list({
        item: group('What is drawn, evenly within a range.', { ...axis, low: level, high: level }),
        minItems: 0,
        maxItems: 20,
        default: [],
        explain: 'What each point has a value of.',
      }),
    }),
  }),
  decoders: list({
    item: group('A decoder that is trained in each person.', {
      name: text({ default: '', maxLength: 80, explain: 'What tables call it.' }),
      classifier: text({
        default: '',
        maxLength: 400,
        explain: 'A classifier of ours such as lda, or a module such as ./mine.js.',
      }),
    }),
    minItems: 0,
    maxItems: 50,
    default: [],
    explain: 'Decoders that are compared; without any, that of the scenario.',
  }),
  metrics: list({
    item: choice({ options: studyMetrics, default: 'accuracy', explain: 'A measure.' }),
    minItems: 1,
    maxItems: studyMetrics.length,
    default: defaultMetrics,
    explain: 'What is told of each person under each condition; the report draws the first.',
  }),
  restSeconds: number({
    unit: 's',
    default: 20,
    min: 0,
    max: 3600,
    explain: 'Rest after the prompts of a test, in which false activations are counted.',
  }),
};
