/**
 * Scenarios, which `myodesis` exports: everything a session is made of, as data; presets; journeys.
 *
 * @module scenario
 */
export { mergeScenario, parseScenario, scenarioFields, scenarioSchema, type Scenario } from './scenario.js';
export { readScenario } from './read-scenario.js';
export { cohort, LARGEST_COHORT, type CohortSpec } from './cohort.js';
export { changeOf, type ScenarioChange } from './change.js';
export { requireStartable, wholeScenario } from './whole-scenario.js';
export * from './journey.js';
export * from './journey-fields.js';
export { operationScenes, type OperationScene } from './operation-scenes.js';
export { defaultPreset, presetByName, presets, type Preset } from './presets/index.js';
