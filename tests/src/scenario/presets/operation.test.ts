import { expect, it } from 'vitest';
import { limbGeometry } from '../../../../src/patient/limb-geometry.js';
import { scenarioOfStage } from '../../../../src/scenario/journey.js';
import { operationScenes, type OperationScene } from '../../../../src/scenario/operation-scenes.js';
import { presetByName } from '../../../../src/scenario/presets/index.js';

const scenario = presetByName('operation');
const stages = scenario.journey.stages;

/** Millimetres between muscle and skin in a scene. */
function underSkinMm(scene: OperationScene): number {
  const stage = stages[operationScenes.indexOf(scene)];
  const { layers } = limbGeometry(scenarioOfStage(scenario, stage));
  const outer = (name: string): number => layers.find((layer) => layer.name === name)?.outerRadiusMm ?? NaN;
  return outer('fat') - outer('muscle');
}

it('has one stage for each scene, in their order, each with its sentence', () => {
  expect(stages.map(({ scene }) => scene)).toEqual(operationScenes);
  for (const { text } of stages) expect(text).toMatch(/^[A-Z].{30,}\.$/u);
});

it('thins the fat, which swelling hides in the first days', () => {
  expect(underSkinMm('incision')).toBeCloseTo(13);
  expect(underSkinMm('thinning')).toBeCloseTo(7);
  expect(underSkinMm('loading')).toBeGreaterThan(12);
  expect(underSkinMm('steps')).toBeLessThan(8);
  expect(underSkinMm('feeling')).toBeCloseTo(7, 1);
});

it('presses the stem in after the muscles are sewn to bone, all under the block', () => {
  const has = (scene: OperationScene) => stages[operationScenes.indexOf(scene)];
  expect(has('reaming')).toMatchObject({ stemRadiusMm: 0, fixation: 0.95, nerveBlock: true });
  expect(has('stem')).toMatchObject({ stemRadiusMm: 8, anchor: 'socket', nerveBlock: true });
  expect(has('stoma')).toMatchObject({ anchor: 'bone', nerveBlock: true });
  expect(has('loading')).toMatchObject({ nerveBlock: false, loadingPercent: 10 });
});
