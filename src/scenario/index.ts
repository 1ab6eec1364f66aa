/** Scenarios: everything a session is made of, as data; presets; journeys. */
export {
  changeClass,
  mergeScenario,
  parseScenario,
  scenarioFields,
  scenarioSchema,
  type Scenario,
} from './scenario.js';
export * from './journey.js';
export * from './journey-fields.js';
export { defaultPreset, presetByName, presets, type Preset } from './presets/index.js';
