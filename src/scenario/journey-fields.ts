import { surgeryFields } from '../body/anatomy/surgery.js';
import { limbFields } from '../body/anatomy/limb.js';
import { disturbanceFields } from '../body/synthesis/disturbances/disturbance-fields.js';
import { choice, group, list, number, text, type GroupValue } from '../ground/signal/field.js';
import { operationScenes } from './operation-scenes.js';

const { daysSinceSurgery, fatThinned, nerveBlock, neuromasLeft, anchor, fixation, loadingPercent } =
  surgeryFields;

/** One stage of a patient's journey: what differs from stage to stage; all else is the scenario's. */
export const journeyStageFields = {
  title: text({ default: 'stage', maxLength: 60, explain: 'Name of the stage, such as “week 6”.' }),
  text: text({
    default: '',
    maxLength: 300,
    explain: 'What happens in the stage, in one or two sentences for anybody.',
    live: 'block',
  }),
  scene: choice({
    options: ['none', ...operationScenes],
    default: 'none',
    explain: 'Scene of the operation that the stage is drawn as.',
    live: 'block',
  }),
  durationS: number({
    unit: 's',
    default: 30,
    min: 1,
    max: 86400,
    explain: 'How long the stage plays.',
    live: 'block',
  }),
  daysSinceSurgery,
  stemRadiusMm: { ...limbFields.stemRadiusMm, live: 'body' as const },
  fatThinned,
  nerveBlock,
  neuromasLeft,
  anchor,
  fixation,
  atrophyBefore: surgeryFields.atrophyBefore,
  loadingPercent,
  noiseUv: disturbanceFields.noiseUv,
};

/** Values of {@link journeyStageFields}. */
export type JourneyStage = GroupValue<typeof journeyStageFields>;

/** A patient's way through the operation and the time after it, as stages that play one after the other. */
export const journeyFields = {
  stages: list({
    item: group('A stage of the journey.', journeyStageFields),
    minItems: 0,
    maxItems: 12,
    default: [],
    explain: 'Stages in their order; after the last it starts over. Without any the scenario stays as it is.',
    live: 'body',
  }),
};

/** Values of {@link journeyFields}. */
export type JourneySpec = GroupValue<typeof journeyFields>;
