import { muscleBelow } from '../../src/body/anatomy/muscle-below.js';
import { resolveAnatomy } from '../../src/body/anatomy/resolve-anatomy.js';
import { individual } from '../../src/body/person/individual.js';
import { DEG, MM } from '../../src/ground/signal/units.js';
import type { Scenario } from '../../src/scenario/scenario.js';
import type { BidsChannel, BidsElectrode } from '../recordings/bids/bids-tables.js';
import type { BidsOptions } from '../recordings/bids/bids-writer.js';

/** What a dataset of the people of a scenario is called. */
export const datasetName = ({ name }: Scenario): string => `Simulated EMG: ${name}`;

/** What a BIDS dataset says of a simulated person: every contact with its place, the muscle below it, the mains. */
export function bidsOfScenario(scenario: Scenario, subject?: string): BidsOptions {
  const body = individual(scenario);
  const { electrodes, muscles } = body;
  const contacts: BidsElectrode[] = [];
  const channels: BidsChannel[] = [];
  for (const { name, contacts: of } of resolveAnatomy(body).channels) {
    const placed = of.map(({ angle, radius, z, weight }, k) => ({
      // A contact that is alone is called as its channel is.
      name: of.length === 1 ? name : `${name}.${k + 1}`,
      x: (radius * Math.cos(angle)) / MM,
      y: (radius * Math.sin(angle)) / MM,
      z: z / MM,
      angle,
      weight,
    }));
    contacts.push(...placed.map(({ name: contact, x, y, z }) => ({ name: contact, x, y, z })));
    const signal = placed.filter(({ weight }) => weight > 0);
    const reference = placed.filter(({ weight }) => weight < 0);
    const below = muscles[muscleBelow(muscles, (signal[0]?.angle ?? 0) / DEG)];
    channels.push({
      ...(below && { muscle: below.name }),
      signalElectrode: signal.map(({ name: contact }) => contact).join(', '),
      ...(reference.length > 0 && { reference: reference.map(({ name: contact }) => contact).join(', ') }),
    });
  }
  const { mainsHz } = scenario.disturbances;
  return {
    ...(subject !== undefined && { subject }),
    datasetName: datasetName(scenario),
    taskDescription: 'Movements intended one after the other, each held, with rest between.',
    powerLineHz: mainsHz,
    ...(electrodes.configuration === 'monopolar' && {
      reference:
        'Far reference, where no muscle is simulated; its own noise and contact are part of the scenario.',
    }),
    placement: `${electrodes.type} electrodes, ${electrodes.configuration}, over the muscles of a simulated limb.`,
    electrodeType: electrodes.type,
    ...(electrodes.configuration !== 'monopolar' && { interElectrodeMm: electrodes.interElectrodeMm }),
    electrodes: contacts,
    channels,
  };
}
