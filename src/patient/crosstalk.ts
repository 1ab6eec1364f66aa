import { resolveAnatomy } from '../body/anatomy/resolve-anatomy.js';
import type { TemplateBank } from '../body/conductor/template-bank.js';
import { individual } from '../body/person/individual.js';
import { createPool, type MotorUnitPool } from '../body/physiology/motor-unit-pool.js';
import { RateLaw } from '../body/physiology/rate-law.js';
import { square } from '../ground/math/real.js';
import type { ServerMessage } from '../protocol/server-messages.js';
import type { Scenario } from '../scenario/scenario.js';

/** Excitation of every muscle at which they are compared, part of its maximum. */
const EXCITATION = 0.3;

/**
 * What each channel hears of each muscle if all are excited alike, whatever the patient does at the moment.
 *
 * Campbell's theorem: independent trains of rate λ_i make a signal of mean square Σ λ_i ∫ m_i(t)² dt, where m_i is the
 * action potential of unit i on the channel (after Rice 1944; cited from memory, not read). The templates are those in force.
 */
export function crosstalkMessage(
  scenario: Scenario,
  bank: TemplateBank,
): Extract<ServerMessage, { op: 'crosstalk' }> {
  const person = individual(scenario);
  const anatomy = resolveAnatomy(person);
  const pools = anatomy.muscles.map((muscle) => createPool(person.motorUnits, muscle, person.anatomySeed));
  const powers = musclePowers(
    bank,
    pools,
    pools.map(() => EXCITATION),
  );
  return {
    op: 'crosstalk',
    excitationPercent: 100 * EXCITATION,
    channels: powers.map((of) => {
      const sum = of.reduce((total, power) => total + power, 0);
      return { rmsUv: 1e6 * Math.sqrt(sum), shares: of.map((power) => (sum > 0 ? power / sum : 0)) };
    }),
  };
}

/**
 * Mean square that each muscle makes on each channel, V², channels first.
 * @param excitations of each muscle, part of its maximum
 */
export function musclePowers(
  bank: TemplateBank,
  pools: readonly MotorUnitPool[],
  excitations: readonly number[],
): number[][] {
  const powers = Array.from({ length: bank.channels }, () => pools.map(() => 0));
  pools.forEach((pool, m) => {
    const law = new RateLaw(pool.spec, pool.recruitmentThreshold, pool.maximalExcitation);
    const excitation = (excitations[m] ?? 0) * pool.maximalExcitation;
    law.set(excitation);
    const last = bank.muscleStart[m + 1] - bank.muscleStart[m];
    for (let i = 0; i < Math.min(pool.size, last); i++) {
      if (pool.recruitmentThreshold[i] > excitation) break;
      const rate = pool.rateScale[i] * law.rate(i, pool.recruitmentThreshold[i]);
      const unit = bank.muscleStart[m] + i;
      for (let pair = bank.unitStart[unit]; pair < bank.unitStart[unit + 1]; pair++)
        powers[bank.pairChannel[pair]][m] += rate * energyOf(bank, pair);
    }
  });
  return powers;
}

/** Integral of the squared template of a pair, V² s. */
function energyOf({ data, length, sampleRateHz }: TemplateBank, pair: number): number {
  let sum = 0;
  for (let n = pair * length; n < (pair + 1) * length; n++) sum += square(data[n]);
  return sum / sampleRateHz;
}
