import type { Command } from 'commander';
import { dataFlagNames, refuseFlags } from '../cli/decoder-of-data.js';
import type { PeopleFlags } from '../cli/options.js';
import { UsageError } from '../errors.js';
import type { SideKind } from './compared-side.js';

/** The flags that only some kinds of sides make use of. */
interface SideFlags extends PeopleFlags {
  readonly set?: readonly string[];
}

/** What only the decoders need that learn from one side and are tested on the other. */
const decoderFlags = ['features', 'classifier', 'window', 'step', 'filter', 'rotate'];

/**
 * No option of `compare` is taken and dropped: those that neither side makes use of are refused by name.
 * @param sides as they were written, with what each is
 * @throws UsageError naming the first
 */
export function refuseIdle(
  command: Command,
  flags: SideFlags,
  sides: readonly { readonly text: string; readonly kind: SideKind }[],
): void {
  const has = (kind: SideKind): boolean => sides.some((side) => side.kind === kind);
  const neither = `neither ${sides.map(({ text }) => text).join(' nor ')} is`;
  if (!has('simulated')) {
    const flag = flags.people === undefined ? '--cohort' : '--people';
    const given = 'or give a preset, such as transfemoral-surface, or a scenario file.';
    if (flags.people !== undefined || flags.cohort !== undefined)
      throw new UsageError(`${flag}: ${neither} simulated`, { hint: `Leave out ${flag}, ${given}` });
    refuseFlags(command, ['set'], `${neither} simulated`, `Leave it out, ${given}`);
  }
  const decoder = flags.set?.find((assignment) => assignment.trim().startsWith('decoder.'));
  if (decoder !== undefined)
    throw new UsageError(`--set ${decoder}: the decoders of compare are not those of the simulated people`, {
      hint: 'Say them with --features, --classifier, --window, --step and --filter.',
    });
  if (!has('recorded'))
    refuseFlags(
      command,
      dataFlagNames,
      `${neither} a recording`,
      'It says how a recording is read: leave it out, or give a recording or a folder.',
    );
  const published = sides.find(({ kind }) => kind === 'published');
  if (!published) return;
  const why = `${published.text} are numbers without recordings, so that no decoder is trained`;
  refuseFlags(command, decoderFlags, why, 'Leave it out, or give recordings for that side.');
  if (!has('simulated'))
    refuseFlags(
      command,
      ['seed'],
      `${neither} simulated, and no forest is grown without recordings`,
      'Leave it out.',
    );
}
