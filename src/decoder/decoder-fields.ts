import { choice, flag, group, list, number, text, type GroupValue } from '../ground/signal/field.js';
import { adopted, fieldChanges } from '../ground/signal/field-change.js';
import { directControlFields } from './direct-control/direct-control-fields.js';
import { filterStage } from './filters/filter-fields.js';
import { modelFields } from './model-fields.js';
import { proportionalFields } from './proportional/proportional-fields.js';
import { smoothingFields } from './smoothing/smoothing-fields.js';

/** Description of the decoder: everything from the raw signal to the decision. */
export const decoderFields = {
  control: choice({
    options: ['classification', 'regression', 'direct'],
    default: 'classification',
    explain:
      'Which movement (classification), every joint at once (regression), or two muscles for one joint (direct).',
    live: 'decoder',
  }),
  filters: list({
    item: filterStage,
    minItems: 0,
    maxItems: 12,
    default: [
      { kind: 'highpass', order: 4, cutoffHz: 20 },
      { kind: 'lowpass', order: 4, cutoffHz: 450 },
      { kind: 'notch', cutoffHz: 50, q: 30 },
    ],
    explain: 'Causal filters that the signal passes in this order.',
    source: 'seniam-2000',
    live: 'decoder',
  }),
  windowMs: number({
    unit: 'ms',
    default: 200,
    min: 20,
    max: 1000,
    step: 10,
    explain: 'Stretch of signal behind one decision: longer is more accurate, shorter is quicker.',
    source: 'smith-2011',
    live: 'decoder',
  }),
  stepMs: number({
    unit: 'ms',
    default: 50,
    min: 5,
    max: 500,
    step: 5,
    explain: 'Time from one decision to the next.',
    source: 'englehart-2003',
    live: 'decoder',
  }),
  features: list({
    item: text({
      default: 'MAV',
      maxLength: 20,
      explain: 'A feature such as MAV, or a set such as HTD or TDAR.',
      live: 'decoder',
    }),
    minItems: 1,
    maxItems: 40,
    default: ['HTD'],
    explain: 'Features taken of each window: names (MAV, WL, …) or sets (HTD, TDAR, LS4, LS9, TDPSD, …).',
    source: 'hudgins-1993',
    live: 'decoder',
  }),
  thresholds: choice({
    options: ['rest', 'fixed', 'libemg'],
    default: 'rest',
    explain:
      'ZC, SSC and WAMP: count above the noise of rest, above a fixed amplitude, or as LibEMG counts, without thresholds.',
    source: ['hudgins-1993', 'libemg-code'],
    live: 'decoder',
  }),
  thresholdUv: number({
    unit: 'µV',
    default: 5,
    min: 0,
    max: 1000000,
    explain: 'Amplitude threshold of ZC, SSC and WAMP, where thresholds are fixed.',
    source: 'hudgins-1993',
    live: 'decoder',
  }),
  thresholdRestMultiple: number({
    unit: '1',
    default: 0,
    min: 0,
    max: 10,
    step: 0.1,
    explain:
      'Threshold of ZC and SSC in multiples of the noise of rest; 0 counts all. More helps only while the noise stays as it was.',
    source: ['kamavuako-2016', 'waris-2018', 'hugosdottir-2015'],
    live: 'decoder',
  }),
  wampRestMultiple: number({
    unit: '1',
    default: 3,
    min: 0,
    max: 30,
    step: 0.1,
    explain: 'Threshold of WAMP in multiples of the noise of rest: it counts what noise hardly does.',
    source: 'waris-2018',
    assumption: true,
    live: 'decoder',
  }),
  standardize: flag({
    default: true,
    explain:
      'Put every feature on the same footing before the model sees it; distances and naive Bayes need it where units differ.',
    live: 'decoder',
  }),
  trimStartMs: number({
    unit: 'ms',
    default: 100,
    min: 0,
    max: 5000,
    step: 50,
    explain:
      'Start of each training recording that is not learned from: reaction time and settling of filters.',
    live: 'decoder',
  }),
  trimEndMs: number({
    unit: 'ms',
    default: 0,
    min: 0,
    max: 5000,
    step: 50,
    explain: 'End of each training recording that is not learned from.',
    live: 'decoder',
  }),
  ...modelFields,
  smoothing: group('Steps from the posterior to a steady decision.', smoothingFields),
  proportional: group('Speed of the decided movement.', proportionalFields),
  direct: group('Two-site direct control.', directControlFields),
};

/** Values of {@link decoderFields}: filters, window, features, model, smoothing. */
export type DecoderSpec = GroupValue<typeof decoderFields>;

/** Dotted paths at which two descriptions differ in what only training can bring about. */
export function untrainedPaths(before: DecoderSpec, after: DecoderSpec): string[] {
  const changes = fieldChanges(decoderFields, before, after);
  return changes.filter(({ live }) => live === 'decoder').map(({ path }) => path);
}

/** What a trained decoder makes of a changed description: what needs training stays, all else is adopted. */
export function adoptedSpec(trained: DecoderSpec, wanted: DecoderSpec): DecoderSpec {
  return adopted(decoderFields, trained, wanted, (live) => live !== 'decoder');
}
