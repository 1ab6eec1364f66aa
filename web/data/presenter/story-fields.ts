import type { StoryStep } from '../story.js';

/** Fields of the scenario that a step of the story rests on: what a presenter may be asked for. */
export const storyFields: Readonly<Record<StoryStep, readonly string[]>> = {
  limb: ['limb.level', 'surgery.anchor', 'surgery.daysSinceSurgery'],
  muscles: ['surgery.fixation', 'surgery.atrophyUnfixed', 'surgery.atrophyFixed'],
  signal: ['electrodes.type', 'electrodes.configuration', 'electrodes.interElectrodeMm'],
  decoding: ['decoder.control', 'decoder.classifier', 'decoder.windowMs', 'decoder.stepMs'],
  turn: ['decoder.smoothing.majorityVotes', 'decoder.proportional.enabled'],
  slip: ['electrodes.shiftAroundMm', 'electrodes.shiftAlongMm'],
  fat: ['limb.fatThicknessMm', 'limb.fatSPerM', 'surgery.fatRemovedMm'],
  operation: [
    'surgery.nerveBlock',
    'surgery.fatThinned',
    'surgery.neuromasLeft',
    'surgery.fixation',
    'limb.stemRadiusMm',
    'surgery.loadingPercent',
  ],
  purpose: ['prosthesis.task', 'surgery.loadingPercent'],
};
