import { degreesOfFreedom } from '../../../../src/ground/movement/degree-of-freedom.js';
import type { Patch } from '../../body/synthesis/dials/dial-body.js';
import {
  commands,
  decides,
  does,
  intends,
  moves,
  obeys,
  records,
  returns,
  stages,
  unitOf,
  type Observer,
} from './observers.js';

/** One dial, and who notices that it is turned. */
export interface EffectRow {
  /** Dotted path of the field, list items by number. */
  readonly path: string;
  readonly seen: Observer;
  /** What the scenario is like beside the dial. */
  readonly given?: Patch;
  /** Value that it is turned to; halfway to the farther end of its range where absent. */
  readonly to?: unknown;
}

const decoder = (path: string, to?: unknown, given: Patch = {}): EffectRow => ({
  path: `decoder.${path}`,
  seen: decides,
  given: { decoder: given },
  ...(to !== undefined && { to }),
});
const filters = (stage: Patch): Patch => ({ filters: [{ kind: 'highpass', cutoffHz: 20 }, stage] });
const regression: Patch = { control: 'regression' };
const direct: Patch = { control: 'direct', direct: { joints: ['elbow', 'hand'] } };

const decoderRows: readonly EffectRow[] = [
  decoder('control', 'regression'),
  decoder('filters.1.kind', 'lowpass', filters({ kind: 'highpass', cutoffHz: 100 })),
  decoder('filters.1.order', 2, filters({ kind: 'highpass', cutoffHz: 100 })),
  decoder('filters.1.cutoffHz', 60, filters({ kind: 'highpass', cutoffHz: 100 })),
  decoder('filters.1.highCutoffHz', 200, filters({ kind: 'bandpass', cutoffHz: 30, highCutoffHz: 400 })),
  decoder('filters.1.q', 3, filters({ kind: 'notch', cutoffHz: 50 })),
  decoder('filters.1.harmonics', 5, filters({ kind: 'notch', cutoffHz: 50, q: 3 })),
  decoder('windowMs', 300),
  decoder('stepMs', 100),
  decoder('features', ['MAV']),
  decoder('thresholds', 'libemg'),
  decoder('thresholdUv', 40, { thresholds: 'fixed' }),
  decoder('thresholdRestMultiple'),
  decoder('wampRestMultiple', 10, { features: ['WAMP', 'MAV'] }),
  decoder('standardize', false, { classifier: 'knn' }),
  decoder('trimStartMs', 300),
  decoder('trimEndMs', 300),
  decoder('classifier', 'qda'),
  decoder('regressor', 'mlp', regression),
  decoder('modelOptions.seed', 2, { classifier: 'mlp' }),
  decoder('modelOptions.shrinkage'),
  decoder('modelOptions.priors', 'uniform'),
  decoder('modelOptions.neighbours', 9, { classifier: 'knn' }),
  decoder('modelOptions.cost', 0.001, { classifier: 'linear-svm' }),
  decoder('modelOptions.trees', 3, { classifier: 'random-forest' }),
  decoder('modelOptions.treeDepth', 1, { classifier: 'random-forest' }),
  decoder('modelOptions.hiddenUnits', 4, { classifier: 'mlp' }),
  decoder('modelOptions.epochs', 3, { classifier: 'mlp' }),
  decoder('modelOptions.ridge', 1000, regression),
  decoder('modelOptions.kernelWidth', 10, { ...regression, regressor: 'kernel-ridge' }),
  decoder('smoothing.fusionWindows'),
  decoder('smoothing.rejectBelow', 1),
  decoder('smoothing.rejectBelowPerClass', { 'elbow-flexion': 1, 'hand-open': 1, 'hand-close': 1 }),
  decoder('smoothing.majorityVotes', 9),
  decoder('smoothing.onsetRestSd', 3, { smoothing: { majorityVotes: 9 } }),
  decoder('smoothing.debounceDecisions'),
  decoder('smoothing.rampDecisions'),
  decoder('smoothing.rampDownCount', 20, { smoothing: { rampDecisions: 40 } }),
  decoder('smoothing.oneEuroMinCutoffHz', undefined, regression),
  decoder('smoothing.oneEuroBeta', undefined, regression),
  decoder('smoothing.deadbandPercent', undefined, regression),
  decoder('proportional.enabled'),
  decoder('proportional.map', 'quadratic'),
  decoder('proportional.minimumSpeedPercent'),
  decoder('direct.siteA', 1, direct),
  decoder('direct.siteB', 2, direct),
  decoder('direct.onPercent', undefined, direct),
  decoder('direct.offPercent', 50, { ...direct, direct: { joints: ['elbow', 'hand'], onPercent: 60 } }),
  decoder('direct.coContractionPercent', 100, direct),
  decoder('direct.coContractionMs', 1000, direct),
  decoder('direct.joints', ['hand'], direct),
];

const prosthesisRows: readonly EffectRow[] = [
  ...degreesOfFreedom.flatMap(({ id }) =>
    ['min', 'max', 'maxSpeed', 'maxAcceleration'].map((limit): EffectRow => {
      const per = limit === 'maxSpeed' ? 'PerS' : limit === 'maxAcceleration' ? 'PerS2' : '';
      return { path: `prosthesis.joints.${id}.${limit}${unitOf(id)}${per}`, seen: moves(id) };
    }),
  ),
  { path: 'prosthesis.grip', seen: moves('hand'), to: 'pinch' },
  { path: 'prosthesis.classMap', seen: commands, to: { 'class 7': 'knee-flexion' } },
  { path: 'prosthesis.scriptReturnPercentPerS', seen: returns },
  { path: 'prosthesis.task', seen: does, given: { prosthesis: { task: 'chair-exercise' } }, to: 'cup' },
  { path: 'prosthesis.userMassKg', seen: does, given: { prosthesis: { task: 'sit-to-stand' } } },
];

const drum = (more: Patch = {}): Patch => ({ movements: [{ id: 'drum', ...more }] });
const movementRows: readonly EffectRow[] = [
  { path: 'movements.0.id', seen: obeys, given: drum(), to: 'tap' },
  { path: 'movements.0.name', seen: obeys, given: drum(), to: 'Drum loud' },
  {
    path: 'movements.0.limb',
    seen: obeys,
    given: { ...drum(), intent: { movements: ['drum'] } },
    to: 'leg',
  },
  { path: 'movements.0.grip', seen: obeys, given: drum({ actions: { hand: 'close' } }), to: 'pinch' },
  ...degreesOfFreedom.map(({ id, limb, negative }): EffectRow => ({
    path: `movements.0.actions.${id}`,
    seen: obeys,
    given: drum({ limb }),
    to: negative,
  })),
];

const socket: Patch = { surgery: { anchor: 'socket' } };
const userRows: readonly EffectRow[] = [
  { path: 'user.visualDelayMs', seen: intends },
  { path: 'user.contactDelayBoneMs', seen: intends, given: { user: { visualDelayMs: 600 } }, to: 400 },
  {
    path: 'user.contactDelaySocketMs',
    seen: intends,
    given: { ...socket, user: { visualDelayMs: 600 } },
    to: 400,
  },
  { path: 'user.decisionIntervalMs', seen: intends },
  { path: 'user.strengthPercent', seen: intends },
  { path: 'user.fineStrengthPercent', seen: intends },
  { path: 'user.fineErrorDeg', seen: intends },
  { path: 'user.patienceMs', seen: intends, to: 700 },
];

const calibration = (field: string, to?: unknown): EffectRow => ({
  path: `calibration.${field}`,
  seen: records,
  given: {
    calibration: {
      movements: ['rest', 'elbow-flexion'],
      repetitions: 1,
      rampMs: 200,
      holdMs: 300,
      restMs: 200,
    },
  },
  ...(to !== undefined && { to }),
});
const calibrationRows: readonly EffectRow[] = [
  calibration('movements', ['rest', 'elbow-extension']),
  calibration('repetitions', 2),
  calibration('rampMs', 300),
  calibration('holdMs', 400),
  calibration('restMs', 300),
  calibration('strengthPercent', 30),
  calibration('learnFromRamp'),
  calibration('style', 'hold'),
  calibration('countdownMs', 500),
  calibration('reactionMs', 100),
];

const journeyRows: readonly EffectRow[] = [
  'title',
  'text',
  'scene',
  'durationS',
  'daysSinceSurgery',
  'stemRadiusMm',
  'fatThinned',
  'nerveBlock',
  'neuromasLeft',
  'anchor',
  'fixation',
  'atrophyBefore',
  'loadingPercent',
  'noiseUv',
].map((field) => ({
  path: `journey.stages.0.${field}`,
  seen: stages,
  given: { journey: { stages: [{}] } },
}));

/** One row for every field that is not the body's own. */
export const effectRows: readonly EffectRow[] = [
  ...decoderRows,
  ...prosthesisRows,
  ...movementRows,
  ...userRows,
  ...calibrationRows,
  ...journeyRows,
];
