import { Command } from 'commander';
import { presetByName, presets } from '../../src/scenario/presets/index.js';
import type { CommandContext } from '../cli/context.js';
import { table } from '../cli/output.js';

/** `myodesis presets`: the ready-made patients, or the whole scenario of one. */
export function presetsCommand({ terminal }: CommandContext): Command {
  return new Command('presets')
    .description('The ready-made patients, or the whole scenario of one.')
    .argument('[name]', 'preset to print as a scenario')
    .addHelpText(
      'after',
      `
Examples:
  myodesis presets
  myodesis presets ${presets[0]?.name ?? 'NAME'} > mine.json   then: myodesis serve --scenario mine.json`,
    )
    .action((name: string | undefined, flags: { json?: boolean }) => {
      if (name !== undefined) terminal.out(`${JSON.stringify(presetByName(name), null, 2)}\n`);
      else if (flags.json)
        terminal.out(
          `${JSON.stringify(presets.map(({ name, title, description }) => ({ name, title, description })))}\n`,
        );
      else terminal.out(table(presets.map(({ name, title }) => [name, title])).replace(/ +(?=\n)/g, ''));
    });
}
