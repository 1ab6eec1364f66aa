import { Command } from 'commander';
import { cardNumber, personCard, type CardRow } from '../../src/body/person/person-card.js';
import type { CommandContext } from '../cli/context.js';
import { addScenarioOptions, integerArgument, type ScenarioFlags } from '../cli/options.js';
import { table } from '../cli/output.js';
import { resolveScenario } from '../cli/resolve-scenario.js';

interface Flags extends ScenarioFlags {
  readonly json?: boolean;
}

/** `myodesis person`: who one of the people is that a scenario describes. */
export function personCommand({ terminal }: CommandContext): Command {
  const command = new Command('person')
    .description('Who a person is: anatomy and habits, beside the typical person of the same population.')
    .argument('[number]', 'number of the person; 0 is the typical one', integerArgument(0, 4_294_967_295));
  return addScenarioOptions(command)
    .addHelpText(
      'after',
      `
The number alone decides who it is: the same person under another seed has another session.

Examples:
  myodesis person 7
  myodesis person 7 --preset transradial-armband --json
  myodesis person 7 --set person.traits.fat=2    the same person with much fat`,
    )
    .action(async (number: number | undefined, flags: Flags) => {
      const scenario = await resolveScenario(number === undefined ? flags : { ...flags, person: number });
      const card = personCard(scenario);
      if (flags.json) {
        terminal.out(`${JSON.stringify(card)}\n`);
        return;
      }
      terminal.out(`${card.title}\n${scenario.name}\n\n`);
      terminal.out(table([['', 'person', 'typical', 'deviation'], ...card.rows.map(cells)]));
      for (const note of card.notes) terminal.err(`note: ${note}\n`);
    });
}

function cells({ name, unit, value, typical, deviation }: CardRow): string[] {
  const sign = deviation > 0 ? '+' : '';
  return [
    `${name}${unit && ` (${unit})`}`,
    cardNumber(value),
    cardNumber(typical),
    deviation === 0 ? '' : `${sign}${deviation.toFixed(1)} SD`,
  ];
}
