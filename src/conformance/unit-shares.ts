import type { BodyScenario } from '../body/synthesis/body-scenario.js';
import { deriveTemplates } from '../body/conductor/derive-templates.js';
import type { TemplateBank, UnitSource } from '../body/conductor/template-bank.js';
import { Synthesizer, type Truth } from '../body/synthesis/synthesizer.js';
import { rms } from '../ground/math/statistics.js';

/** Templates of a body, with the units behind them. */
export function templatesOf(body: BodyScenario): { bank: TemplateBank; units: readonly UnitSource[] } {
  const { anatomy, units, sampleRateHz, seed } = new Synthesizer(body).templateRequest();
  return { bank: deriveTemplates(anatomy, units, sampleRateHz, seed), units };
}

/** Discharges of every unit in a stretch of stream, by its number among all units. */
export function dischargeCounts({ discharges }: Truth, { muscleStart, units }: TemplateBank): Float64Array {
  const counts = new Float64Array(units);
  for (let i = 0; i < discharges.length; i += 3) counts[muscleStart[discharges[i]] + discharges[i + 1]]++;
  return counts;
}

/** The action potential of each unit on a channel; undefined where it is too small to have been kept. */
export function actionPotentials(bank: TemplateBank, channel: number): (Float32Array | undefined)[] {
  return Array.from({ length: bank.units }, (_, unit) => {
    for (let pair = bank.unitStart[unit]; pair < bank.unitStart[unit + 1]; pair++)
      if (bank.pairChannel[pair] === channel)
        return bank.data.subarray(pair * bank.length, (pair + 1) * bank.length);
    return undefined;
  });
}

/** Mean velocity of the discharges on the first channel, weighted by their amplitude. */
export function weightedVelocity(bank: TemplateBank, units: readonly UnitSource[], truth: Truth): number {
  const counts = dischargeCounts(truth, bank);
  const velocities = units.flatMap(({ conductionVelocity }) => Array.from(conductionVelocity));
  let sum = 0;
  let weights = 0;
  actionPotentials(bank, 0).forEach((potential, unit) => {
    const weight = potential ? counts[unit] * rms(potential) : 0;
    sum += weight * velocities[unit];
    weights += weight;
  });
  return sum / weights;
}
