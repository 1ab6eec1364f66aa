import { individual } from '../body/person/individual.js';
import { resolveAnatomy } from '../body/anatomy/resolve-anatomy.js';
import { templateOf, type TemplateBank } from '../body/conductor/template-bank.js';
import { unitTerritories } from '../body/conductor/fibres.js';
import { territoryAreas } from '../body/conductor/territory.js';
import { square } from '../ground/math/real.js';
import { DEG, MM } from '../ground/signal/units.js';
import { createPool } from '../body/physiology/motor-unit-pool.js';
import type { ServerMessage } from '../protocol/server-messages.js';
import type { Scenario } from '../scenario/scenario.js';
import { ConfigError } from '../ground/signal/errors.js';

/**
 * The action potential of one motor unit on every channel, with what is known of the unit.
 * @throws ConfigError where there is no such muscle or unit
 */
export function muapMessage(
  scenario: Scenario,
  bank: TemplateBank,
  { muscle, unit }: { muscle: number; unit: number },
): Extract<ServerMessage, { op: 'muap' }> {
  const person = individual(scenario);
  const anatomy = resolveAnatomy(person);
  const of = anatomy.muscles[muscle];
  if (!of)
    throw new ConfigError(`getMuap: got muscle ${muscle}, there are ${anatomy.muscles.length}`, {
      field: 'muscle',
      hint: `Write a muscle within [0, ${anatomy.muscles.length - 1}].`,
    });
  const pool = createPool(person.motorUnits, of, person.anatomySeed);
  if (unit >= pool.size)
    throw new ConfigError(`getMuap: got unit ${unit}, ${of.name} has ${pool.size}`, {
      field: 'unit',
      hint: `Write a unit within [0, ${pool.size - 1}].`,
    });
  const areas = territoryAreas(pool.fibreCount, person.motorUnits.territoryAreaMm2 * square(MM));
  const first = bank.muscleStart[muscle];
  return {
    op: 'muap',
    muscle,
    unit,
    sampleRateHz: bank.sampleRateHz,
    channels: anatomy.channels.map((_, c) => [
      ...(templateOf(bank, first + unit, c) ?? new Float32Array(bank.length)),
    ]),
    recruitmentPercent: (100 * pool.recruitmentThreshold[unit]) / pool.maximalExcitation,
    twitchForce: pool.twitchForce[unit],
    territories: unitTerritories(of, areas, person.anatomySeed).map(({ angle, radius, territory }) => ({
      angleDeg: angle / DEG,
      radiusMm: radius / MM,
      territoryMm: territory / MM,
    })),
  };
}
