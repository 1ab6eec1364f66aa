import { ConfigError } from '../../ground/signal/errors.js';
import { closest } from '../../ground/signal/parse-fields.js';
import { mergeScenario, parseScenario, type Scenario } from '../scenario.js';
import { operation } from './operation.js';
import { patientJourney } from './patient-journey.js';
import type { Preset } from './preset.js';
import { testTones } from './test-tones.js';
import { transfemoralSurface, transfemoralSurfaceDifficult } from './transfemoral.js';
import {
  transhumeralEpimysial,
  transhumeralEpimysialDifficult,
  transhumeralTmr,
  transhumeralTmrDifficult,
} from './transhumeral.js';
import { transhumeralSurfaceTmr } from './transhumeral-surface-tmr.js';
import { transradialArmband, transradialArmbandDifficult, transradialArmbandSlow } from './transradial.js';
import { volunteerForearm, volunteerForearmFeedback } from './volunteer-forearm.js';

export type { Preset } from './preset.js';

/** The people this product comes with; the first is the one `myodesis serve` starts with. */
export const presets: readonly Preset[] = [
  transhumeralTmr,
  transhumeralTmrDifficult,
  transhumeralSurfaceTmr,
  transhumeralEpimysial,
  transhumeralEpimysialDifficult,
  transfemoralSurface,
  transfemoralSurfaceDifficult,
  transradialArmband,
  transradialArmbandDifficult,
  transradialArmbandSlow,
  volunteerForearm,
  volunteerForearmFeedback,
  patientJourney,
  operation,
  testTones,
];

/** Name of the preset used where none is named. */
export const defaultPreset = 'transhumeral-tmr';

/**
 * The whole scenario of a preset.
 * @param patch partial scenario merged over it
 * @throws ConfigError on an unknown name, with the nearest known one
 */
export function presetByName(name: string, patch: unknown = {}): Scenario {
  const preset = presets.find((candidate) => candidate.name === name);
  if (!preset) {
    const names = presets.map((candidate) => candidate.name);
    const guess = closest(name, names);
    throw new ConfigError(`unknown preset ${JSON.stringify(name.slice(0, 60))}`, {
      field: 'preset',
      hint: guess ? `Did you mean ${guess}?` : `Presets: ${names.join(', ')}.`,
    });
  }
  const { title, description, scenario } = preset;
  return mergeScenario(parseScenario({ ...scenario, name: title, preset: name, description }), patch);
}
