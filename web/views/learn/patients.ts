import type { Json } from '../../data/is-record.js';
import { pathOf, valueAt } from '../../data/scenario-path.js';
import { hasTones } from '../../data/test-tones.js';
import type { Patient } from './lesson.js';
import { movementsOf } from './movements-of.js';

const simulated = (scenario: unknown, movements: number): boolean =>
  movementsOf(scenario).length >= movements &&
  valueAt(scenario, pathOf('surgery.nerveBlock')) !== true &&
  !hasTones(scenario) &&
  valueAt(scenario, pathOf('decoder.control')) === 'classification' &&
  !journeying(scenario);

/** A patient whose state changes by itself would change under the lesson. */
function journeying(scenario: unknown): boolean {
  const stages = valueAt(scenario, pathOf('journey.stages'));
  return Array.isArray(stages) && stages.length > 0;
}

const onSkin = (scenario: unknown): boolean => valueAt(scenario, pathOf('electrodes.type')) === 'surface';

const operated = (scenario: unknown): boolean => {
  const muscles = valueAt(scenario, ['muscles']);
  const days = valueAt(scenario, pathOf('surgery.daysSinceSurgery'));
  return (
    Array.isArray(muscles) &&
    muscles.some((muscle) => valueAt(muscle, ['cut']) === true) &&
    typeof days === 'number' &&
    days >= 180
  );
};

/** Whoever can hold two movements. */
export const anybody = (patch?: Json): Patient => ({
  fits: (scenario) => simulated(scenario, 2),
  preset: 'transhumeral-tmr',
  patch,
});

/** Somebody with electrodes on the skin. */
export const withSkinElectrodes = (patch?: Json): Patient => ({
  fits: (scenario) => simulated(scenario, 2) && onSkin(scenario),
  preset: 'transradial-armband',
  patch,
});

/** Somebody whose muscles were cut, long enough ago that it shows. */
export const operatedLongAgo = (patch?: Json): Patient => ({
  fits: (scenario) => simulated(scenario, 1) && operated(scenario),
  preset: 'transhumeral-tmr',
  patch,
});

/** The patient of one preset: the sizes of what the lesson does are chosen for them. */
export const onlyBy = (preset: string, patch?: Json): Patient => ({
  fits: (scenario) => valueAt(scenario, ['preset']) === preset && simulated(scenario, 2),
  preset,
  patch,
});

/** A script that goes through every movement quickly, so that a lesson need not wait long for all of them. */
export const quickScript: Json = {
  intent: {
    style: 'trapezoid',
    order: 'listed',
    rampMs: 200,
    holdMs: 1300,
    restMs: 300,
    leadMs: 200,
    loop: true,
    reactionMs: 200,
    reactionVariabilityMs: 0,
  },
};
/** Seconds in which {@link quickScript} has shown six movements. */
export const QUICK_S = 12;
